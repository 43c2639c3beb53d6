import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type ListedItem, unlistedMembers } from "../../records/listed.ts";
import type {
  DocumentRecord,
  EpisodeRecord,
  SeriesRecord,
  WorkRecord,
} from "../../records/schema/record.ts";
import { type Database, readAllRows } from "../database.ts";
import { current, readJson } from "../read-json.ts";
import { currentJson } from "../works.ts";

/**
 * Lists are read in one statement, and answered as rows: as one JSON value they would exceed the 2,000,000 bytes that
 * D1 allows for a value.
 */

const paths = unlistedMembers.map((member) => `'$.${member}'`).join(", ");

/** A row of `works` as JSON, as `currentJson`, with as much of the record as lists show; SQLite's JSON functions take it. */
export const listedJson = (table: string): SQL =>
  sql.raw(
    `json_object('digest', ${table}.digest, 'record', json_set(
      json_remove(${table}.public_record, ${paths}),
      '$.isSound', json(iif(json_extract(${table}.public_record, '$.video') = '[]', 'true', 'false'))))`,
  );

/** The library's settings, for `readRows`. */
export const libraryRow = sql`select ${currentJson("settings")} as item from works settings where settings.slug = 'library'`;

/** Parse what `listedJson` writes. */
export const listedEpisode: z.ZodType<ListedItem<EpisodeRecord>> = current("Episode");
export const listedDocument: z.ZodType<ListedItem<DocumentRecord>> = current("Document");
export const listedSeries: z.ZodType<ListedItem<SeriesRecord>> = current("Series");
export const listedWork: z.ZodType<ListedItem<WorkRecord>> = current("Episode", "Document");

const answeredRow = z.object({ part: z.string(), item: z.string().nullable() });

/**
 * Reads the rows of several queries in one statement.
 * @param parts queries with the single column `item`, a text; rows in which it is null are left out
 * @returns the rows of each, in order
 */
export async function readRows<Part extends string>(
  database: Database,
  parts: Readonly<Record<Part, SQL>>,
): Promise<Record<Part, string[]>> {
  const names = Object.keys(parts) as Part[];
  const queries = names.map(
    (name) => sql`select ${sql.raw(`'${name}'`)} as part, item from (${parts[name]})`,
  );
  const rows = await readAllRows(database, sql.join(queries, sql` union all `));
  const answer = Object.fromEntries(names.map((name) => [name, [] as string[]])) as Record<
    Part,
    string[]
  >;
  for (const row of rows) {
    const { part, item } = answeredRow.parse(row);
    if (item !== null) answer[part as Part].push(item);
  }
  return answer;
}

/** Parses the first of some rows; undefined if there is none. */
export function readFirst<Output>(
  schema: z.ZodType<Output>,
  [row]: readonly string[],
): Output | undefined {
  return row === undefined ? undefined : readJson(schema, row);
}
