import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { isDigest, isSlug } from "./checks.ts";

/** Works, their revisions, and the audit trail. */

/** Every published record of a work. Rows are never altered. */
export const revisions = sqliteTable(
  "revisions",
  {
    slug: text().notNull(),
    number: integer().notNull(),
    /** SHA-256 of the record's canonical JSON: the revision's ETag. */
    digest: text().notNull(),
    record: text().notNull(),
    createdAt: text("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.number] }),
    check("revisions_slug", isSlug(table.slug)),
    check("revisions_number", sql`${table.number} >= 1`),
    check("revisions_digest", isDigest(table.digest)),
    check("revisions_record", sql`json_valid(${table.record})`),
  ],
);

/**
 * The current revision of each work, with everything that lists and pages need in one row. All columns except
 * `slug` and `revision` are derived from the revision's record, in the same transaction.
 */
export const works = sqliteTable(
  "works",
  {
    slug: text().primaryKey(),
    revision: integer().notNull(),
    digest: text().notNull(),
    kind: text({ enum: ["Library", "Series", "Episode", "Document"] }).notNull(),
    status: text({ enum: ["draft", "published", "withdrawn"] }).notNull(),
    /** ISO 8601 in UTC, so that it sorts as text; empty if no date is known. */
    datePublished: text("date_published").notNull(),
    series: text().references((): AnySQLiteColumn => works.slug),
    /** Its position in the series, season and episode in one number: SQLite seeks by one column only. */
    position: integer().notNull(),
    /** The record without the people who aren't public. Public pages read no other record. */
    publicRecord: text("public_record").notNull(),
    /** What its page shows of related works, so that it doesn't read their rows (related.ts). */
    related: text().notNull().default("[]"),
  },
  (table) => [
    foreignKey({
      columns: [table.slug, table.revision],
      foreignColumns: [revisions.slug, revisions.number],
    }),
    check("works_slug", isSlug(table.slug)),
    check("works_digest", isDigest(table.digest)),
    check("works_kind", sql`${table.kind} in ('Library', 'Series', 'Episode', 'Document')`),
    check("works_status", sql`${table.status} in ('draft', 'published', 'withdrawn')`),
    check("works_public_record", sql`json_valid(${table.publicRecord})`),
    // One index for each order of a list, so that a page reads only the rows that it shows.
    index("works_newest")
      .on(table.datePublished, table.slug)
      .where(sql`status = 'published' and kind in ('Episode', 'Document')`),
    index("works_newest_of_kind")
      .on(table.kind, table.datePublished, table.slug)
      .where(sql`status = 'published'`),
    index("works_newest_of_series")
      .on(table.series, table.datePublished, table.slug)
      .where(sql`status = 'published'`),
    index("works_in_series")
      .on(table.series, table.position, table.slug)
      .where(sql`status = 'published'`),
    // SQLite looks here for a deleted work's episodes, of any status: without it, it reads all works.
    index("works_of_series").on(table.series).where(sql`series is not null`),
  ],
);

/**
 * The audit trail: who did what to which work, from which revision to which. It outlives a deleted draft, so it
 * doesn't reference `revisions`; the event of a deletion names the last revision as both.
 */
export const events = sqliteTable(
  "events",
  {
    id: integer().primaryKey(),
    at: text().notNull(),
    actor: text().notNull(),
    action: text({ enum: ["apply", "rollback", "withdraw", "restore", "delete"] }).notNull(),
    slug: text().notNull(),
    fromRevision: integer("from_revision"),
    toRevision: integer("to_revision").notNull(),
  },
  (table) => [
    check(
      "events_action",
      sql`${table.action} in ('apply', 'rollback', 'withdraw', 'restore', 'delete')`,
    ),
    index("events_slug").on(table.slug, table.id),
  ],
);
