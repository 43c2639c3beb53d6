import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { LibraryRecord } from "../records/schema/record.ts";
import type { Current, Cursor, HomeView, ListPage, SeriesView } from "../records/views.ts";
import { publishedAt } from "../records/visibility.ts";
import type { Database } from "./database.ts";
import { facetIndexQuery, type ListFilters, needsFacetIndex } from "./facet-index.ts";
import {
  currentDocument,
  currentEpisode,
  currentLibrary,
  currentSeries,
  currentWork,
  readCurrent,
  readJson,
} from "./read-json.ts";
import { currentJson, isPublic, libraryJson } from "./works.ts";

/** Which works a list shows: the newest first, those without a date last. */
export interface ListQuery extends ListFilters {
  /** The last work of the page before this one. */
  readonly after?: Cursor | undefined;
  /** How many works at the most. */
  readonly limit: number;
  /** How many series to list beside the works. */
  readonly seriesLimit?: number;
  /** ISO 8601 in UTC: what is scheduled for later isn't listed. */
  readonly now: string;
}

interface ListRow {
  library: string | null;
  chosen: string | null;
  series: string;
  items: string;
}

/**
 * Reads a page of works in one statement. Its rows are those shown and one more, however large the library;
 * by language or topic they are twice as many.
 */
export async function listWorks(database: Database, query: ListQuery): Promise<ListPage> {
  // One row more than is shown tells whether there is a next page.
  const row = await database.get<ListRow>(
    sql`select ${libraryJson} as library, ${itemsJson({ ...query, limit: query.limit + 1 })} as items,
      ${seriesJson(query.seriesLimit ?? 0, query.now)} as series,
      (select ${currentJson("s")} from works s where s.slug = ${query.series ?? null}
        and s.kind = 'Series' and ${isPublic("s", query.now)}) as chosen`,
  );
  const found = readJson(z.array(currentWork), row.items);
  const items = found.slice(0, query.limit);
  const last = found.length > items.length ? items.at(-1)?.record : undefined;
  return {
    library: readCurrent(currentLibrary, row.library),
    series: readJson(z.array(currentSeries), row.series),
    chosen: readCurrent(currentSeries, row.chosen),
    items,
    next: last === undefined ? undefined : { datePublished: publishedAt(last), slug: last.slug },
  };
}

/** Reads what the home page shows: series, newest episodes, documents. */
export async function readHome(
  database: Database,
  limits: { series: number; episodes: number; documents: number },
  now: string,
): Promise<HomeView> {
  const row = await database.get<Record<"library" | "series" | "episodes" | "documents", string>>(
    sql`select ${libraryJson} as library,
      ${seriesJson(limits.series, now)} as series,
      ${itemsJson({ kind: "Episode", limit: limits.episodes, now })} as episodes,
      ${itemsJson({ kind: "Document", limit: limits.documents, now })} as documents`,
  );
  return {
    library: readCurrent(currentLibrary, row.library),
    series: readJson(z.array(currentSeries), row.series),
    episodes: readJson(z.array(currentEpisode), row.episodes),
    documents: readJson(z.array(currentDocument), row.documents),
  };
}

/** How many episodes a series shows at the most: a page stays readable, and its cost known. */
const maxEpisodes = 200;

/** Reads a series and its episodes in order, in one statement. */
export async function readSeries(
  database: Database,
  slug: string,
  now: string,
): Promise<SeriesView> {
  const row = await database.get<Record<"library" | "series" | "episodes", string>>(sql`
    select ${libraryJson} as library,
      (select ${currentJson("s")} from works s where s.slug = ${slug} and s.kind = 'Series') as series,
      (select json_group_array(json(item)) from (
        select ${currentJson("w")} as item from works w indexed by works_in_series
        where w.series = ${slug} and ${isPublic("w", now)}
        order by w.place, w.slug limit ${maxEpisodes})) as episodes`);
  return {
    library: readCurrent(currentLibrary, row.library),
    series: readCurrent(currentSeries, row.series),
    episodes: readJson(z.array(currentEpisode), row.episodes),
  };
}

/** Reads the library's own face alone: what a page needs that has nothing else to show. */
export async function readLibrary(database: Database): Promise<Current<LibraryRecord> | undefined> {
  const row = await database.get<{ library: string | null }>(sql`select ${libraryJson} as library`);
  return readCurrent(currentLibrary, row.library);
}

function seriesJson(limit: number, now: string): SQL {
  return sql`(select json_group_array(json(item)) from (
    select ${currentJson("w")} as item from works w
    where ${isPublic("w", now)} and w.kind = 'Series'
    order by w.date_published desc, w.slug desc limit ${limit}))`;
}

/** A list of works as a column, in the order of its index. */
function itemsJson(query: ListQuery): SQL {
  const { kind, series, after, limit, now } = query;
  // Documents belong to no series: there is nothing to look for.
  if (series !== undefined && kind === "Document") return sql`'[]'`;
  // A cursor says more than `now` does, and SQLite seeks by one of the two only. No list gave one that is
  // later than now: it starts at the beginning then.
  const from = after !== undefined && after.datePublished <= now ? after : undefined;
  const begins =
    from === undefined
      ? sql`date_published <= ${now}`
      : sql`(date_published, slug) < (${from.datePublished}, ${from.slug})`;
  if (needsFacetIndex(query)) {
    return sql`(select json_group_array(json(item)) from (
      select ${currentJson("w")} as item from ${facetIndexQuery(query, begins, limit)} shelf
      cross join works w on w.slug = shelf.slug
      order by shelf.date_published desc, shelf.slug desc))`;
  }
  const conditions = [sql`status = 'published'`, begins];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (series !== undefined) conditions.push(sql`series = ${series}`);
  // In the words of the partial index, which SQLite takes only where it sees that it fits.
  if (kind === undefined) conditions.push(sql`kind in ('Episode', 'Document')`);
  return sql`(select json_group_array(json(item)) from (
    select ${currentJson("w")} as item from works w indexed by ${sql.raw(indexFor(kind, series))}
    where ${sql.join(conditions, sql` and `)}
    order by date_published desc, slug desc limit ${limit}))`;
}

/** The index that is in the list's own order: named, as SQLite may prefer to sort all there is. */
function indexFor(kind: string | undefined, series: string | undefined): string {
  if (series !== undefined) return "works_newest_of_series";
  return kind === undefined ? "works_newest" : "works_newest_of_kind";
}
