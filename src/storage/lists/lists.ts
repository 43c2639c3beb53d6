import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { Current, Cursor, HomeView, ListPage, SeriesView } from "../../records/views.ts";
import { publishedAt } from "../../records/visibility.ts";
import type { Database } from "../database.ts";
import {
  currentDocument,
  currentEpisode,
  currentLibrary,
  currentSeries,
  currentWork,
  readCurrent,
  readJson,
} from "../read-json.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { currentJson, isPublic, libraryJson } from "../works.ts";
import { facetIndexQuery, type ListFilters, needsFacetIndex } from "./facet-index.ts";

/** Selects the works of a list, which is ordered from new to old, with undated works last. */
export interface ListQuery extends ListFilters {
  /** The last work of the page before this one. */
  readonly after?: Cursor | undefined;
  /** The maximum number of works. */
  readonly limit: number;
  /** The maximum number of series to read in addition to the works. */
  readonly seriesLimit?: number;
  /** ISO 8601 in UTC: works scheduled for later aren't listed. */
  readonly now: string;
}

interface ListRow {
  library: string | null;
  chosen: string | null;
  series: string;
  items: string;
}

/**
 * Reads a page of works in one statement. It reads one row more than the page shows, in a library of any size;
 * with a filter by language or topic it reads twice as many.
 */
export async function listWorks(database: Database, query: ListQuery): Promise<ListPage> {
  // An additional row tells whether there is a next page.
  const row = await database.get<ListRow>(
    sql`select ${libraryJson} as library, ${itemsJson({ ...query, limit: query.limit + 1 })} as items,
      ${seriesJson(query.seriesLimit ?? 0, query.now)} as series,
      (select ${currentJson("s")} from works s where s.slug = ${currentSlug(query.series ?? "")}
        and s.kind = 'Series' and ${isPublic("s", query.now)}) as chosen`,
  );
  const works = readJson(z.array(currentWork), row.items);
  const items = works.slice(0, query.limit);
  const last = works.length > items.length ? items.at(-1)?.record : undefined;
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

/** The maximum number of episodes on a series' page, which keeps it readable and limits its cost. */
const maxEpisodes = 200;

/** Reads a series and its episodes in order, in one statement. @param slug its slug, or one that it had before */
export async function readSeries(
  database: Database,
  slug: string,
  now: string,
): Promise<SeriesView> {
  const row = await database.get<Record<"library" | "series" | "episodes", string>>(sql`
    select ${libraryJson} as library,
      (select ${currentJson("s")} from works s where s.slug = ${currentSlug(slug)} and s.kind = 'Series') as series,
      (select json_group_array(json(item)) from (
        select ${currentJson("w")} as item from works w indexed by works_in_series
        where w.series = ${currentSlug(slug)} and ${isPublic("w", now)}
        order by w.position, w.slug limit ${maxEpisodes})) as episodes`);
  return {
    library: readCurrent(currentLibrary, row.library),
    series: readCurrent(currentSeries, row.series),
    episodes: readJson(z.array(currentEpisode), row.episodes),
  };
}

/** Reads only the library's settings, for pages that show no works. */
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
  // Documents don't belong to series.
  if (series !== undefined && kind === "Document") return sql`'[]'`;
  // SQLite can use only one of the two conditions to seek in the index, and the cursor implies `now`. A cursor
  // later than `now` wasn't made by a list, so the list starts at the beginning.
  const from = after !== undefined && after.datePublished <= now ? after : undefined;
  const begins =
    from === undefined
      ? sql`date_published <= ${now}`
      : sql`(date_published, slug) < (${from.datePublished}, ${from.slug})`;
  if (needsFacetIndex(query)) {
    return sql`(select json_group_array(json(item)) from (
      select ${currentJson("w")} as item from ${facetIndexQuery(query, begins, limit)} facet
      cross join works w on w.slug = facet.slug
      order by facet.date_published desc, facet.slug desc))`;
  }
  const conditions = [sql`status = 'published'`, begins];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (series !== undefined) conditions.push(sql`series = ${currentSlug(series)}`);
  // Repeats the condition of the partial index: SQLite uses the index only if it finds the same condition.
  if (kind === undefined) conditions.push(sql`kind in ('Episode', 'Document')`);
  return sql`(select json_group_array(json(item)) from (
    select ${currentJson("w")} as item from works w indexed by ${sql.raw(indexFor(kind, series))}
    where ${sql.join(conditions, sql` and `)}
    order by date_published desc, slug desc limit ${limit}))`;
}

/** The index in the list's order. The query names it, as SQLite might sort all rows instead. */
function indexFor(kind: string | undefined, series: string | undefined): string {
  if (series !== undefined) return "works_newest_of_series";
  return kind === undefined ? "works_newest" : "works_newest_of_kind";
}
