import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** D1 with the tables of `tables.ts`. */
export type Database = DrizzleD1Database;

/** Opens the Worker's D1 binding. This makes no round trip; only queries do. */
export function openDatabase(binding: D1Database): Database {
  return drizzle(binding);
}
