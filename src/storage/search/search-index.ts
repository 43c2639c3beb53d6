import { and, gte, lt, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LibraryItem } from "../../records/schema/record.ts";
import type { WorkText } from "../../records/views.ts";
import { maxLanguages, searchRows } from "../../search/rows.ts";
import type { Database } from "../database.ts";

/** The index as drizzle writes to it. It is FTS5's own kind of table, made in migrations/0002_search.sql. */
const search = sqliteTable("search", {
  rowid: integer().notNull(),
  facets: text().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  also: text().notNull(),
  body: text().notNull(),
  language: text().notNull(),
  datePublished: text("date_published").notNull(),
  item: text({ mode: "json" }).notNull(),
  source: text({ mode: "json" }).notNull(),
});

/**
 * The statements that let search find what a work is now, and no longer what it was. They follow the one
 * that writes the work itself: its rows are numbered from the work's own row on, so that they are found and
 * taken out without looking through the index.
 */
export function searchStatements(
  database: Database,
  record: LibraryItem,
  texts: readonly WorkText[],
) {
  const first = sql<number>`(select works.rowid * ${sql.raw(String(maxLanguages))} from works where slug = ${record.slug})`;
  return [
    database
      .delete(search)
      .where(and(gte(search.rowid, first), lt(search.rowid, sql`${first} + ${maxLanguages}`))),
    ...searchRows(record, texts).map((row, place) =>
      database.insert(search).values({ rowid: sql<number>`${first} + ${place}`, ...row }),
    ),
  ];
}
