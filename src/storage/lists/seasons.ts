import { sql } from "drizzle-orm";
import * as z from "zod";
import { type Database, readAllRows } from "../database.ts";
import { readJson } from "../read-json.ts";

/** A series with the numbers of its seasons. */
export interface SeriesSeasons {
  readonly slug: string;
  readonly seasons: readonly { readonly season: number }[];
}

const seriesRows = z.array(z.object({ slug: z.string(), seasons: z.string().nullable() }));
const seasonList = z.array(z.object({ season: z.number() }));

/** Reads the seasons of those of some works that are series, in one round trip. */
export async function readSeasons(
  database: Database,
  slugs: readonly string[],
): Promise<Map<string, SeriesSeasons>> {
  if (slugs.length === 0) return new Map();
  const rows = await readAllRows(
    database,
    sql`
    select slug, public_record -> '$.seasons' as seasons from works
    where kind = 'Series' and slug in (select value from json_each(${JSON.stringify(slugs)}))`,
  );
  return new Map(
    seriesRows.parse(rows).map(({ slug, seasons }) => {
      return [slug, { slug, seasons: seasons === null ? [] : readJson(seasonList, seasons) }];
    }),
  );
}

const episodeRows = z.array(z.object({ slug: z.string(), season: z.number() }));

/** Finds the episodes of a series that are in some of its seasons, in one round trip. Withdrawn ones are left out. */
export async function findEpisodesInSeasons(
  database: Database,
  series: string,
  seasons: readonly number[],
): Promise<z.infer<typeof episodeRows>> {
  const rows = await readAllRows(
    database,
    sql`
    select slug, public_record ->> '$.season' as season from works
    where series = ${series} and status <> 'withdrawn'
      and public_record ->> '$.season' in (select value from json_each(${JSON.stringify(seasons)}))
    order by position, slug`,
  );
  return episodeRows.parse(rows);
}
