import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { picture, type SeriesRecord } from "../../records/schema/record.ts";
import type { Current, SeriesOutline } from "../../records/views.ts";
import { positionInSeries } from "../../records/visibility.ts";
import type { Database } from "../database.ts";
import { currentLibrary, currentSeries, orUndefined, readJson, storedTexts } from "../read-json.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { currentJson, isPublic } from "../works.ts";
import { libraryRow, readFirst, readRows } from "./rows.ts";

/** The fields of an episode that a list of titles needs. A whole record may be long. */
const outlinedEpisode = z.object({
  slug: z.string(),
  digest: z.string(),
  inLanguage: z.string(),
  name: storedTexts,
  duration: z.number(),
  poster: orUndefined(picture),
  season: orUndefined(z.number()),
  episode: orUndefined(z.number()),
});

/** The columns of `outlinedEpisode` as JSON. @param table of `works` */
const outlineJson = (table: string) =>
  sql.raw(`json_object('slug', ${table}.slug, 'digest', ${table}.digest,
    'inLanguage', ${table}.public_record ->> 'inLanguage', 'name', ${table}.public_record -> 'name',
    'duration', ${table}.public_record ->> 'duration', 'poster', ${table}.public_record -> 'poster',
    'season', ${table}.public_record ->> 'season', 'episode', ${table}.public_record ->> 'episode')`);

/**
 * Reads a series and the titles of a page of its episodes in order, in one statement.
 * @param slug its slug, or one that it had before
 * @param options.now ISO 8601 in UTC: an episode scheduled for later isn't listed
 * @param options.after where the page before this one ended
 * @param options.limit the maximum number of episodes
 */
export async function readSeriesOutline(
  database: Database,
  slug: string,
  { now, after, limit }: { now: string; after?: SeriesOutline["next"]; limit: number },
): Promise<SeriesOutline> {
  const rows = await readRows(database, {
    library: libraryRow,
    series: sql`select ${currentJson("s")} as item from works s where s.slug = ${currentSlug(slug)} and s.kind = 'Series'`,
    episodes: outlineRows(slug, { now, after, limit }),
  });
  return outlineOf(rows, limit);
}

/** The titles of a page of a series' episodes in order, as JSON; one more than the page has, if there are more. */
export function outlineRows(
  slug: string,
  { now, after, limit }: { now: string; after?: SeriesOutline["next"]; limit: number },
): SQL {
  const begins =
    after === undefined
      ? sql`true`
      : sql`(w.position, w.slug) > (${after.position}, ${after.slug})`;
  return sql`select ${outlineJson("w")} as item from works w indexed by works_in_series
    where w.series = ${currentSlug(slug)} and ${isPublic("w", now)} and ${begins}
    order by w.position, w.slug limit ${limit + 1}`;
}

/** A series and its titles from their rows. */
export function outlineOf(
  rows: Readonly<Record<"library" | "series" | "episodes", readonly string[]>>,
  limit: number,
): SeriesOutline {
  const found = rows.episodes.map((row) => readJson(outlinedEpisode, row));
  const episodes = found.slice(0, limit);
  const last = found.length > limit ? episodes.at(-1) : undefined;
  const series: Current<SeriesRecord> | undefined = readFirst(currentSeries, rows.series);
  return {
    library: readFirst(currentLibrary, rows.library),
    series,
    episodes,
    next: last && { position: positionInSeries(last), slug: last.slug },
  };
}
