import { and, gte, lt, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LibraryItem } from "../../records/schema/record.ts";
import type { SearchedText } from "../../records/views.ts";
import { maxLanguages, searchRows } from "../../search/rows.ts";
import type { Database } from "../database.ts";

/** The columns of the index for drizzle. It is a virtual table of FTS5, created by the migrations (docs/search.md). */
export const searchTable = sqliteTable("search", {
  rowid: integer().notNull(),
  facets: text().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  also: text().notNull(),
  body: text().notNull(),
  language: text().notNull(),
  datePublished: text("date_published").notNull(),
  item: text({ mode: "json" }).notNull(),
});

/** The `rowid` of a work's first row. */
const firstRowId = (slug: string) =>
  sql<number>`(select works.rowid * ${sql.raw(String(maxLanguages))} from works where slug = ${slug})`;

/** The statement that deletes a work's rows. Run it before the one that deletes the work's row. */
export function deleteSearchRowsStatement(database: Database, slug: string) {
  const first = firstRowId(slug);
  const end = sql`${first} + ${maxLanguages}`;
  return database
    .delete(searchTable)
    .where(and(gte(searchTable.rowid, first), lt(searchTable.rowid, end)));
}

/**
 * The statements that replace a work's rows in the search index. Run them after the statement that writes the
 * work's row: their `rowid`s are derived from its `rowid`, so that they are deleted without a scan of the index.
 */
export function searchStatements(
  database: Database,
  record: LibraryItem,
  texts: readonly SearchedText[],
) {
  const first = firstRowId(record.slug);
  return [
    deleteSearchRowsStatement(database, record.slug),
    ...searchRows(record, texts).map((row, index) =>
      database.insert(searchTable).values({ rowid: sql<number>`${first} + ${index}`, ...row }),
    ),
  ];
}
