import { sql } from "drizzle-orm";
import type { Cursor, SeriesPage } from "../../records/views.ts";
import { publishedAt } from "../../records/visibility.ts";
import type { Database } from "../database.ts";
import { currentLibrary, readJson } from "../read-json.ts";
import { beginsAfter } from "./lists.ts";
import { libraryRow, listedJson, listedSeries, readFirst, readRows } from "./rows.ts";

/**
 * Reads a page of the series, the newest first, in one statement. It reads one row more than the page shows.
 * @param now ISO 8601 in UTC
 */
export async function listSeries(
  database: Database,
  { now, after, limit }: { now: string; after: Cursor | undefined; limit: number },
): Promise<SeriesPage> {
  const rows = await readRows(database, {
    library: libraryRow,
    series: sql`select ${listedJson("w")} as item from works w indexed by works_newest_of_kind
      where status = 'published' and kind = 'Series' and ${beginsAfter(after, now)}
      order by date_published desc, slug desc limit ${limit + 1}`,
  });
  const found = rows.series.map((row) => readJson(listedSeries, row));
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1)?.record : undefined;
  return {
    library: readFirst(currentLibrary, rows.library),
    items,
    next: last && { datePublished: publishedAt(last), slug: last.slug },
  };
}
