import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { maxSlugLength, slugCharacters } from "../../records/schema/slug.ts";

/** Conditions for CHECK constraints, with which D1 rejects invalid rows. */

/** A SHA-256 in hexadecimal digits. */
export const isDigest = (column: AnySQLiteColumn) =>
  sql`length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*'`;

export const isSlug = (column: AnySQLiteColumn) =>
  sql`length(${column}) between 1 and ${sql.raw(String(maxSlugLength))} and ${column} not glob '*[^${sql.raw(slugCharacters)}]*'`;
