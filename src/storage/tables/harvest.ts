import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { isSlug } from "./checks.ts";

/**
 * What union catalogues are told of each work (OAI-PMH, docs/harvesting.md), by the time of its last change. A work
 * that isn't public any more stays as a deleted one. One that is public again later has a row of each, of which the
 * deleted one counts until then.
 */
export const harvest = sqliteTable(
  "harvest",
  {
    /** The first digits of its first revision's digest: it stays when the work is renamed or imported. */
    id: text().notNull(),
    isDeleted: integer("is_deleted", { mode: "boolean" }).notNull(),
    /** The work's slug today. It isn't told of a deleted one. */
    slug: text().notNull(),
    /** ISO 8601 in UTC, in whole seconds; of a scheduled work the time from which on it is public. */
    datestamp: text().notNull(),
    /** The slug of its series. */
    series: text(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.isDeleted] }),
    check("harvest_slug", isSlug(table.slug)),
    check("harvest_id", sql`length(${table.id}) = 16`),
    check("harvest_datestamp", sql`length(${table.datestamp}) = 20`),
    index("harvest_slug").on(table.slug),
    index("harvest_by_date").on(table.datestamp, table.id, table.isDeleted),
    index("harvest_of_series").on(table.series, table.datestamp, table.id, table.isDeleted),
  ],
);
