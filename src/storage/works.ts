import { type SQL, sql } from "drizzle-orm";
import { librarySlug } from "../records/schema/fields.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { Current } from "../records/views.ts";

/** A row of `works` as JSON: several of them fit into one statement, so into one round trip. */
export const currentJson = (table: string) =>
  sql.raw(`json_object('digest', ${table}.digest, 'record', json(${table}.public_record))`);

/** The library's own face, as a column of whatever a page reads. */
export const libraryJson = sql`(select ${currentJson("face")} from works face where face.slug = ${librarySlug})`;

/** Reads what `currentJson` wrote. */
export function parseCurrent<Item extends LibraryItem>(
  json: string | null | undefined,
): Current<Item> | undefined {
  return json === null || json === undefined ? undefined : JSON.parse(json);
}

/** Published, and its day has come. @param now ISO 8601 in UTC */
export const isPublic = (table: string, now: string): SQL =>
  sql`${sql.raw(table)}.status = 'published' and ${sql.raw(table)}.date_published <= ${now}`;
