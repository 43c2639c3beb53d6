import { sql } from "drizzle-orm";
import { check, index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { reportStates } from "../../records/contact/reports.ts";
import { works } from "./works.ts";

/**
 * Mistakes that readers reported. A row says nothing about its reader: no address, no device, and of the time only the
 * day (docs/architecture.md, “Privacy”). Reports aren't part of a backup.
 */
export const reports = sqliteTable(
  "reports",
  {
    /** In the order in which they arrived; never used again. */
    id: integer().primaryKey({ autoIncrement: true }),
    slug: text()
      .notNull()
      .references(() => works.slug),
    /** Of the text that has the mistake. */
    language: text().notNull(),
    /** The moment in seconds; null if the reader named none, or it isn't a film. */
    start: real(),
    /** What the text said at that moment on that day; empty if there is none. */
    quote: text().notNull(),
    /** What the reader wrote; empty once it is deleted. */
    words: text().notNull(),
    /** A day in UTC: `2026-11-28`. */
    receivedOn: text("received_on").notNull(),
    state: text({ enum: reportStates }).notNull(),
    /** Who has marked it as done and when, as ISO 8601 in UTC; null unless it is or was so until it was deleted. */
    doneBy: text("done_by"),
    doneAt: text("done_at"),
    /** Who has deleted it and when. */
    deletedBy: text("deleted_by"),
    deletedAt: text("deleted_at"),
  },
  (table) => [
    check("reports_state", sql`${table.state} in ('open', 'done', 'deleted')`),
    check("reports_day", sql`length(${table.receivedOn}) = 10`),
    check("reports_deleted", sql`${table.state} <> 'deleted' or ${table.words} = ''`),
    index("reports_by_state").on(table.state, table.id),
    index("reports_of_work").on(table.slug, table.id),
  ],
);

/** How many reports arrived within the current hour, of a work or (without a slug) of all. Earlier hours are deleted. */
export const reportCounts = sqliteTable("report_counts", {
  /** Empty for all works. */
  slug: text().primaryKey(),
  /** `2026-11-28T21`, in UTC. */
  hour: text().notNull(),
  count: integer().notNull(),
});
