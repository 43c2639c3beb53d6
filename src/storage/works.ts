import { type SQL, sql } from "drizzle-orm";
import { librarySlug } from "../records/schema/slug.ts";

/** A row of `works` as JSON, so that one statement, and one round trip, can read several. */
export const currentJson = (table: string) =>
  sql.raw(`json_object('digest', ${table}.digest, 'record', json(${table}.public_record))`);

/** The library's settings as a column, for any statement. */
export const libraryJson = sql`(select ${currentJson("settings")} from works settings where settings.slug = ${librarySlug})`;

/** Whether a work is published and not scheduled for later. @param now ISO 8601 in UTC */
export const isPublic = (table: string, now: string): SQL =>
  sql`${sql.raw(table)}.status = 'published' and ${sql.raw(table)}.date_published <= ${now}`;
