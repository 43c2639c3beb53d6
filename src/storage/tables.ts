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
import type { Correction } from "../library/corrections.ts";

const isDigest = (column: AnySQLiteColumn) =>
  sql`length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*'`;
const isSlug = (column: AnySQLiteColumn) =>
  sql`length(${column}) between 1 and 80 and ${column} not glob '*[^a-z0-9-]*'`;

/** Every change of a work, never altered: the record as it was published. */
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
 * Which revision of each work is current, and what lists and pages need of it in one row.
 * All but slug and revision is an index made from the revision's record in the same transaction.
 */
export const works = sqliteTable(
  "works",
  {
    slug: text().primaryKey(),
    revision: integer().notNull(),
    digest: text().notNull(),
    kind: text({ enum: ["Library", "Series", "Episode", "Document"] }).notNull(),
    status: text({ enum: ["draft", "published", "withdrawn"] }).notNull(),
    /** ISO 8601 in UTC, so that text order is time order; empty where no date is known. */
    datePublished: text("date_published").notNull(),
    series: text().references((): AnySQLiteColumn => works.slug),
    /** Its place in the series, season and episode in one number: SQLite seeks by one column only. */
    place: integer().notNull(),
    /** The record without the people who aren't public: pages are made from nothing else. */
    publicRecord: text("public_record").notNull(),
    /** What its page says of the works that go with it, so that it reads no row of theirs (related.ts). */
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
    // One index for each order that a list is read in, so that a page costs its own rows only.
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
      .on(table.series, table.place, table.slug)
      .where(sql`status = 'published'`),
  ],
);

/**
 * Where a published work stands: one row for each choice of filters that shows it, so that any choice is
 * read in order from one place, at the cost of what is shown. An empty text is a filter that isn't set.
 * Choices of kind and series alone have no rows: the indexes of `works` answer them.
 */
export const shelves = sqliteTable(
  "shelves",
  {
    /** Empty beside a series, which says it already. */
    kind: text().notNull(),
    series: text().notNull(),
    /** A base language that the work can be followed in. */
    language: text().notNull(),
    topic: text().notNull(),
    datePublished: text("date_published").notNull(),
    slug: text()
      .notNull()
      .references(() => works.slug),
  },
  (table) => [
    primaryKey({
      columns: [
        table.kind,
        table.series,
        table.language,
        table.topic,
        table.datePublished,
        table.slug,
      ],
    }),
    index("shelves_slug").on(table.slug),
  ],
);

/** Which works a record names as related, so that those that name a work are found when it changes. */
export const relations = sqliteTable(
  "relations",
  {
    slug: text()
      .notNull()
      .references(() => works.slug),
    /** It may not be in the library yet. */
    related: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.related] }),
    index("relations_of").on(table.related),
  ],
);

/** What is said or written in a work, one row a work and language: transcripts, pages and search read it. */
export const texts = sqliteTable(
  "texts",
  {
    slug: text()
      .notNull()
      .references(() => works.slug),
    language: text().notNull(),
    /** `cues`: a JSON list of [start, end, cue text], times in seconds. `markdown`: the text itself. */
    format: text({ enum: ["cues", "markdown"] }).notNull(),
    body: text().notNull(),
    /** How it was corrected since readers first saw it, the newest first: a JSON list (docs/transcripts.md). */
    corrections: text({ mode: "json" }).$type<readonly Correction[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.language] }),
    check("texts_format", sql`${table.format} in ('cues', 'markdown')`),
    check("texts_body", sql`${table.format} <> 'cues' or json_valid(${table.body})`),
  ],
);

/** Files by the digest of their bytes: whole in R2, unless they were removed since. */
export const blobs = sqliteTable(
  "blobs",
  {
    sha256: text().primaryKey(),
    extension: text().notNull(),
    size: integer().notNull(),
    createdAt: text("created_at").notNull(),
    /** When its bytes were deleted, though a revision names it: by a withdrawal, or by the sweep. */
    removedAt: text("removed_at"),
  },
  (table) => [
    check("blobs_sha256", isDigest(table.sha256)),
    check("blobs_size", sql`${table.size} >= 0`),
  ],
);

/** Which files a revision names: none of them is swept while the revision is kept. */
export const revisionBlobs = sqliteTable(
  "revision_blobs",
  {
    slug: text().notNull(),
    number: integer().notNull(),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.number, table.sha256] }),
    foreignKey({
      columns: [table.slug, table.number],
      foreignColumns: [revisions.slug, revisions.number],
    }),
    index("revision_blobs_sha256").on(table.sha256),
  ],
);

/** The audit trail: who did what to which work, from which revision to which. */
export const events = sqliteTable(
  "events",
  {
    id: integer().primaryKey(),
    at: text().notNull(),
    actor: text().notNull(),
    action: text({ enum: ["apply", "rollback", "withdraw", "restore"] }).notNull(),
    slug: text().notNull(),
    fromRevision: integer("from_revision"),
    toRevision: integer("to_revision").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.slug, table.toRevision],
      foreignColumns: [revisions.slug, revisions.number],
    }),
    check("events_action", sql`${table.action} in ('apply', 'rollback', 'withdraw', 'restore')`),
    index("events_slug").on(table.slug, table.id),
  ],
);

/** Staff's tokens, by the SHA-256 of the secret: the secret itself is shown once and kept nowhere. */
export const tokens = sqliteTable(
  "tokens",
  {
    sha256: text().primaryKey(),
    name: text().notNull(),
    /** Separated by spaces: `read-drafts`, `publish`, `admin`. */
    scopes: text().notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    /** The token by which it was made, by its name; none where the machine's owner made it by SQL. */
    createdBy: text("created_by"),
    revokedAt: text("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (table) => [check("tokens_sha256", isDigest(table.sha256))],
);

/** Files on their way: tus uploads whose bytes aren't whole yet (DESIGN 5). */
export const uploads = sqliteTable(
  "uploads",
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    extension: text().notNull(),
    /** Of the whole file, in bytes. */
    size: integer().notNull(),
    /** How many bytes are kept so far: where the next PATCH goes on. Moved by compare-and-set only. */
    offset: integer().notNull(),
    /** R2's name of the multipart upload. */
    multipart: text().notNull(),
    /** A JSON list of [part number, ETag], in order. */
    parts: text().notNull(),
    /** The part number given out last: each attempt has its own, so no two write over one another. */
    attempts: integer().notNull(),
    /** How many bytes wait in R2 beside the parts, too few for a part; and the attempt that left them. */
    tail: integer().notNull(),
    tailAttempt: integer("tail_attempt").notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
  },
  (table) => [
    check("uploads_sha256", isDigest(table.sha256)),
    check("uploads_offset", sql`${table.offset} between 0 and ${table.size}`),
    check("uploads_parts", sql`json_valid(${table.parts})`),
    index("uploads_of_blob").on(table.sha256),
    index("uploads_expiry").on(table.expiresAt),
  ],
);

/** Links that show a draft to whoever has them, by the SHA-256 of their secret. */
export const previews = sqliteTable(
  "previews",
  {
    sha256: text().primaryKey(),
    slug: text()
      .notNull()
      .references(() => works.slug),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
  },
  (table) => [
    check("previews_sha256", isDigest(table.sha256)),
    index("previews_slug").on(table.slug),
  ],
);
