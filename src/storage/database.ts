import { SQL, StringChunk } from "drizzle-orm";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** D1 with the tables of `tables.ts`. */
export type Database = DrizzleD1Database & { readonly $client: D1Database };

/** Opens the Worker's D1 binding. This makes no round trip; only queries do. */
export function openDatabase(binding: D1Database): Database {
  return drizzle(binding);
}

/**
 * Reads the rows of a statement. Drizzle's own `all` asks of each part of it which of ten kinds it is, and joins the
 * lists of values at each level: up to a tenth of the Worker's time for a page.
 * @param statement of texts and values, without drizzle's tables and columns
 */
export async function readAllRows(database: Database, statement: SQL): Promise<unknown[]> {
  const values: unknown[] = [];
  const text = writeText(statement, values);
  const { results } = await database.$client
    .prepare(text)
    .bind(...values)
    .all();
  return results;
}

/** The first row of a statement; undefined if it has none. */
export async function readFirstRow(database: Database, statement: SQL): Promise<unknown> {
  const [row] = await readAllRows(database, statement);
  return row;
}

/** A statement's text, with `?` for each value. @param values where the values are added, in order */
function writeText(statement: SQL, values: unknown[]): string {
  let text = "";
  for (const part of statement.queryChunks) {
    if (part instanceof StringChunk) text += part.value.join("");
    else if (part instanceof SQL) text += writeText(part, values);
    else if (typeof part === "object" && part !== null) {
      throw new TypeError("A part of the statement is neither a text nor a value.");
    } else {
      values.push(part);
      text += "?";
    }
  }
  return text;
}
