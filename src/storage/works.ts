import { type SQL, sql } from "drizzle-orm";
import { librarySlug } from "../records/schema/fields.ts";

/** A row of `works` as JSON: several of them fit into one statement, so into one round trip. */
export const currentJson = (table: string) =>
  sql.raw(`json_object('digest', ${table}.digest, 'record', json(${table}.public_record))`);

/** The library's own face, as a column of whatever a page reads. */
export const libraryJson = sql`(select ${currentJson("face")} from works face where face.slug = ${librarySlug})`;

/** Published, and its day has come. @param now ISO 8601 in UTC */
export const isPublic = (table: string, now: string): SQL =>
  sql`${sql.raw(table)}.status = 'published' and ${sql.raw(table)}.date_published <= ${now}`;
