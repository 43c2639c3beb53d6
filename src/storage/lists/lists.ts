import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type {
  Current,
  Cursor,
  HomeView,
  ListPage,
  SeriesCursor,
  SeriesView,
} from "../../records/views.ts";
import { positionInSeries, publishedAt } from "../../records/visibility.ts";
import { type Database, readFirstRow } from "../database.ts";
import {
  currentEpisode,
  currentLibrary,
  currentSeries,
  optionalJson,
  orUndefined,
  readJson,
  remembered,
} from "../read-json.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { currentJson, isPublic, libraryJson } from "../works.ts";
import { facetIndexQuery, type ListFilters, needsFacetIndex } from "./facet-index.ts";
import {
  libraryRow,
  listedDocument,
  listedEpisode,
  listedJson,
  listedSeries,
  listedWork,
  readFirst,
  readRows,
} from "./rows.ts";

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

/**
 * Reads a page of works in one statement. It reads one row more than the page shows, in a library of any size;
 * with a filter by language or topic it reads twice as many.
 */
export async function listWorks(database: Database, query: ListQuery): Promise<ListPage> {
  const chosen = sql`select ${listedJson("s")} as item from works s where s.slug = ${currentSlug(query.series ?? "")}
    and s.kind = 'Series' and ${isPublic("s", query.now)}`;
  const rows = await readRows(database, {
    library: libraryRow,
    // An additional row tells whether there is a next page.
    items: workRows({ ...query, limit: query.limit + 1 }),
    series: seriesRows(query.seriesLimit ?? 0, query.now),
    chosen,
  });
  const works = rows.items.map((row) => readJson(listedWork, row));
  const items = works.slice(0, query.limit);
  const last = works.length > items.length ? items.at(-1)?.record : undefined;
  return {
    library: readFirst(currentLibrary, rows.library),
    series: rows.series.map((row) => readJson(currentSeries, row)),
    chosen: readFirst(currentSeries, rows.chosen),
    items,
    next: last === undefined ? undefined : { datePublished: publishedAt(last), slug: last.slug },
  };
}

/** A series with its newest episodes. */
const seriesOfHome = remembered(
  z.object({ series: listedSeries, episodes: z.array(listedEpisode) }),
);
/** An episode with its series. */
const episodeOfHome = remembered(
  z.object({ episode: listedEpisode, series: orUndefined(listedSeries) }),
);

/**
 * Reads what the home page shows: series with their newest episodes, the newest of all, documents. The newest episode
 * is read whole.
 * @param limits how many series, how many episodes of all and, one less, of each series, how many documents
 */
export async function readHome(
  database: Database,
  limits: { series: number; episodes: number; documents: number },
  now: string,
): Promise<HomeView> {
  const newest = { kind: "Episode", limit: 1, now } as const;
  const ofSeries = sql`select ${listedJson("e")} as episode from works e indexed by works_newest_of_series
    where e.series = w.slug and ${isPublic("e", now)}
    order by e.date_published desc, e.slug desc limit ${limits.episodes - 1}`;
  // An older series has a row as well if one of its episodes is among the newest.
  const ofEpisode = sql`(select ${listedJson("s")} from works s where s.slug = w.series and ${isPublic("s", now)})`;
  const rows = await readRows(database, {
    library: libraryRow,
    series: seriesRows(
      limits.series,
      now,
      sql`json_object('series', ${listedJson("w")},
        'episodes', (select json_group_array(json(episode)) from (${ofSeries})))`,
    ),
    newest: workRows(newest, currentJson("w")),
    episodes: workRows(
      { ...newest, limit: limits.episodes },
      sql`json_object('episode', ${listedJson("w")}, 'series', ${ofEpisode})`,
    ),
    documents: workRows({ kind: "Document", limit: limits.documents, now }),
  });
  const series = rows.series.map((row) => readJson(seriesOfHome, row));
  const episodes = rows.episodes.map((row) => readJson(episodeOfHome, row));
  const all = [...series.flatMap((one) => one.episodes), ...episodes.map(({ episode }) => episode)];
  const newestEpisode = readFirst(currentEpisode, rows.newest);
  return {
    library: readFirst(currentLibrary, rows.library),
    series: uniqueBySlug([
      ...series.map((one) => one.series),
      ...episodes.flatMap((one) => one.series ?? []),
    ]),
    newest: newestEpisode,
    episodes: uniqueBySlug(all).filter(({ record }) => record.slug !== newestEpisode?.record.slug),
    documents: rows.documents.map((row) => readJson(listedDocument, row)),
  };
}

/** The first of those with the same slug. */
function uniqueBySlug<Item extends { readonly record: { readonly slug: string } }>(
  items: readonly Item[],
): Item[] {
  const slugs = items.map(({ record }) => record.slug);
  return items.filter(({ record }, index) => slugs.indexOf(record.slug) === index);
}

/**
 * Reads a series and a page of its episodes in order, in one statement.
 * @param slug its slug, or one that it had before
 * @param after where the page before this one ended
 * @param limit the maximum number of episodes
 */
export async function readSeries(
  database: Database,
  slug: string,
  { now, after, limit }: { now: string; after: SeriesCursor | undefined; limit: number },
): Promise<SeriesView> {
  const begins =
    after === undefined
      ? sql`true`
      : sql`(w.position, w.slug) > (${after.position}, ${after.slug})`;
  const rows = await readRows(database, {
    library: libraryRow,
    series: sql`select ${currentJson("s")} as item from works s where s.slug = ${currentSlug(slug)} and s.kind = 'Series'`,
    episodes: sql`select ${listedJson("w")} as item from works w indexed by works_in_series
      where w.series = ${currentSlug(slug)} and ${isPublic("w", now)} and ${begins}
      order by w.position, w.slug limit ${limit + 1}`,
  });
  const found = rows.episodes.map((row) => readJson(listedEpisode, row));
  const episodes = found.slice(0, limit);
  const last = found.length > limit ? episodes.at(-1)?.record : undefined;
  return {
    library: readFirst(currentLibrary, rows.library),
    series: readFirst(currentSeries, rows.series),
    episodes,
    next: last && { position: positionInSeries(last), slug: last.slug },
  };
}

const libraryOnly = z.object({ library: optionalJson(currentLibrary) });

/** Reads only the library's settings, for pages that show no works. */
export async function readLibrary(database: Database): Promise<Current<LibraryRecord> | undefined> {
  const row = await readFirstRow(database, sql`select ${libraryJson} as library`);
  return libraryOnly.parse(row).library;
}

function seriesRows(limit: number, now: string, json = listedJson("w")): SQL {
  return sql`select ${json} as item from works w
    where ${isPublic("w", now)} and w.kind = 'Series'
    order by w.date_published desc, w.slug desc limit ${limit}`;
}

/** The works of a list, in the order of its index. @param json what is read of each */
export function workRows(query: ListQuery, json = listedJson("w")): SQL {
  const { kind, series, after, limit, now } = query;
  // Documents don't belong to series.
  if (series !== undefined && kind === "Document") return sql`select null as item where false`;
  const begins = beginsAfter(after, now);
  if (needsFacetIndex(query)) {
    return sql`select ${json} as item from ${facetIndexQuery(query, begins, limit)} facet
      cross join works w on w.slug = facet.slug
      order by facet.date_published desc, facet.slug desc`;
  }
  const conditions = [sql`status = 'published'`, begins];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (series !== undefined) conditions.push(sql`series = ${currentSlug(series)}`);
  // Repeats the condition of the partial index: SQLite uses the index only if it finds the same condition.
  if (kind === undefined) conditions.push(sql`kind in ('Episode', 'Document')`);
  return sql`select ${json} as item from works w indexed by ${sql.raw(indexFor(kind, series))}
    where ${sql.join(conditions, sql` and `)}
    order by date_published desc, slug desc limit ${limit}`;
}

/** The condition on `date_published` and `slug` of a page that begins after a work. @param now ISO 8601 in UTC */
export function beginsAfter(after: Cursor | undefined, now: string): SQL {
  // SQLite can use only one of the two conditions to seek in the index, and the cursor implies `now`. A cursor
  // later than `now` wasn't made by a list, so the list starts at the beginning.
  return after !== undefined && after.datePublished <= now
    ? sql`(date_published, slug) < (${after.datePublished}, ${after.slug})`
    : sql`date_published <= ${now}`;
}

/** The index in the list's order. The query names it, as SQLite might sort all rows instead. */
function indexFor(kind: string | undefined, series: string | undefined): string {
  if (series !== undefined) return "works_newest_of_series";
  return kind === undefined ? "works_newest" : "works_newest_of_kind";
}
