import { type SQL, sql } from "drizzle-orm";
import { librarySlug } from "../records/schema/slug.ts";

/**
 * A row of `works` as JSON, so that one statement, and one round trip, can read several. SQLite's JSON functions would
 * parse each record and write it again; the table's checks hold that both columns are valid. For a column: in JSON functions it would be a text.
 */
export const currentJson = (table: string) =>
  sql.raw(`'{"digest":"' || ${table}.digest || '","record":' || ${table}.public_record || '}'`);

/** The library's settings as a column, for any statement. */
export const libraryJson = sql`(select ${currentJson("settings")} from works settings where settings.slug = ${librarySlug})`;

/** Whether a work is published and not scheduled for later. @param now ISO 8601 in UTC */
export const isPublic = (table: string, now: string): SQL =>
  sql`${sql.raw(table)}.status = 'published' and ${sql.raw(table)}.date_published <= ${now}`;
