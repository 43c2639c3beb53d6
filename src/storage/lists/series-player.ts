import { sql } from "drizzle-orm";
import * as z from "zod";
import type { SeriesOutline, WorkView } from "../../records/views.ts";
import { type Database, readAllRows } from "../database.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import { parseWorkView, textLanguages, workViewQuery } from "../work-view.ts";
import { currentJson, isPublic } from "../works.ts";
import { outlineOf, outlineRows } from "./series-outline.ts";

/** A series with its list, and one of its episodes whole. */
export interface SeriesPlayerView {
  readonly outline: SeriesOutline;
  /** Without a work if the series has no public episode. */
  readonly view: WorkView;
}

/** The columns of the statement that reads an episode, each a row here: D1 limits each value to 2,000,000 bytes. */
const viewParts = ["library", "work", "text", "next"] as const;

const answeredRow = z.object({ part: z.string(), item: z.string().nullable() });

/**
 * Reads a series, the titles of its episodes, and one episode with its text, in one statement.
 * @param slug of the series, or one that it had before
 * @param options.episode the slug of the wanted episode; another work's gives the first episode
 * @param options.language BCP 47 tag of the text
 * @param options.now ISO 8601 in UTC
 * @param options.limit the maximum number of episodes in the list
 */
export async function readSeriesPlayer(
  database: Database,
  slug: string,
  options: { episode: string | undefined; language: string; now: string; limit: number },
): Promise<SeriesPlayerView> {
  const { episode = "", language, now, limit } = options;
  const inSeries = sql`w.series = ${currentSlug(slug)} and ${isPublic("w", now)}`;
  const chosen = sql`coalesce(
    (select w.slug from works w where w.slug = ${currentSlug(episode)} and ${inSeries}),
    (select w.slug from works w indexed by works_in_series where ${inSeries}
      order by w.position, w.slug limit 1))`;
  const columns = viewParts.map((part) => sql.raw(`when '${part}' then ${part}`));
  // D1 joins five queries at most by `union all`: the columns are one of them.
  const rows = await readAllRows(
    database,
    sql`
    with shown as materialized (${workViewQuery(chosen, textLanguages(language), now)})
    select value as part, case value ${sql.join(columns, sql` `)} end as item
      from shown cross join json_each(${JSON.stringify(viewParts)})
    union all select 'outlined', ${currentJson("s")} from works s
      where s.slug = ${currentSlug(slug)} and s.kind = 'Series'
    union all select 'episode', item from (${outlineRows(slug, { now, limit })})`,
  );
  const found = z.array(answeredRow).parse(rows);
  const itemsOf = (name: string) =>
    found.flatMap(({ part, item }) => (part === name && item !== null ? [item] : []));
  const column = (part: string) => itemsOf(part)[0] ?? null;
  return {
    outline: outlineOf(
      { library: itemsOf("library"), series: itemsOf("outlined"), episodes: itemsOf("episode") },
      limit,
    ),
    view: parseWorkView(
      {
        library: column("library"),
        work: column("work"),
        text: column("text"),
        next: column("next"),
        secondary: null,
        series: null,
        related: null,
        isPreview: 0,
      },
      now,
    ),
  };
}
