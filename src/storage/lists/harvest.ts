import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { HarvestCursor, HarvestItem, HarvestView } from "../../records/views.ts";
import type { Database } from "../database.ts";
import { currentLibrary, currentWork, readJson, storedFlag } from "../read-json.ts";
import { isPublic } from "../works.ts";
import { libraryRow, readFirst, readRows } from "./rows.ts";

/** Selects what a catalogue harvests: one work by its identifier, or a page of all. */
export interface HarvestQuery {
  readonly id?: string | undefined;
  /** Changes from this datestamp on, and until that one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The slug of a series. */
  readonly series?: string | undefined;
  /** The last work of the page before this one. */
  readonly after?: HarvestCursor | undefined;
  /** How many works at most. */
  readonly limit: number;
  /** Whether the works' records are read too. */
  readonly hasRecords: boolean;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** The same as a datestamp. */
  readonly today: string;
}

const harvestRow: z.ZodType<HarvestItem> = z.object({
  id: z.string(),
  isDeleted: storedFlag,
  datestamp: z.string(),
  series: z.string().nullable(),
  work: currentWork.nullable(),
});

/** Reads a page of changes, the oldest first, in one statement: two rows for each work, and one for each series. */
export async function readHarvest(database: Database, query: HarvestQuery): Promise<HarvestView> {
  const { limit, hasRecords, now } = query;
  const work = hasRecords
    ? sql`(select json_object('digest', w.digest, 'record', json(w.public_record)) from works w
        where w.slug = h.slug and h.is_deleted = 0 and ${isPublic("w", now)})`
    : sql`null`;
  const rows = await readRows(database, {
    library: libraryRow,
    items: sql`select json_object('id', h.id, 'isDeleted', h.is_deleted, 'datestamp', h.datestamp,
      'series', h.series, 'work', json(${work})) as item from ${changesQuery(query)}`,
    // Sets are series that have a page of their own. There are few, and works of one series would each read it again.
    sets: sql`select slug as item from works indexed by works_newest_of_kind
      where status = 'published' and kind = 'Series' and date_published <= ${now}`,
  });
  const found = rows.items.map((row) => readJson(harvestRow, row));
  const items = found.slice(0, limit);
  return {
    library: readFirst(currentLibrary, rows.library),
    items,
    sets: new Set(rows.sets),
    next: found.length > limit ? items.at(-1) : undefined,
  };
}

/** An additional row tells whether there is a next page. */
function changesQuery({ id, from, until, series, after, limit, today }: HarvestQuery): SQL {
  // A deleted row ends when the work is public again.
  const isCurrent = sql`h.datestamp <= ${today} and (h.is_deleted = 0 or not exists (select 1 from harvest live
    where live.id = h.id and live.is_deleted = 0 and live.datestamp <= ${today}))`;
  if (id !== undefined) return sql`harvest h where h.id = ${id} and ${isCurrent}`;
  const index = sql.raw(series === undefined ? "harvest_by_date" : "harvest_of_series");
  const inSeries = series === undefined ? sql`` : sql`h.series = ${series} and`;
  const begins =
    after === undefined
      ? sql`h.datestamp >= ${from ?? ""}`
      : sql`(h.datestamp, h.id, h.is_deleted) > (${after.datestamp}, ${after.id}, ${after.isDeleted ? 1 : 0})`;
  return sql`harvest h indexed by ${index} where ${inSeries} ${begins}
    and h.datestamp <= ${until ?? today} and ${isCurrent}
    order by h.datestamp, h.id, h.is_deleted limit ${limit + 1}`;
}

/** Reads what a repository says of itself: the library, and the datestamp of its first change. */
export async function readRepository(database: Database, today: string) {
  const rows = await readRows(database, {
    library: libraryRow,
    earliest: sql`select min(datestamp) as item from harvest where datestamp <= ${today}`,
  });
  return { library: readFirst(currentLibrary, rows.library), earliest: rows.earliest[0] };
}
