import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { extensions } from "../../records/schema/media-types.ts";
import { isDigest } from "./checks.ts";
import { revisions, works } from "./works.ts";

/** Files: stored blobs, and uploads. */

/** Files by the digest of their bytes. They are complete in R2, unless they were removed. */
export const blobs = sqliteTable(
  "blobs",
  {
    sha256: text().primaryKey(),
    extension: text({ enum: extensions }).notNull(),
    size: integer().notNull(),
    createdAt: text("created_at").notNull(),
    /** When the file was removed by a withdrawal or the sweep, although a revision names it. */
    removedAt: text("removed_at"),
  },
  (table) => [
    check("blobs_sha256", isDigest(table.sha256)),
    check("blobs_size", sql`${table.size} >= 0`),
  ],
);

/** Which files a revision names. The sweep keeps them while the revision is retained. */
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
    check("revision_blobs_stored", sql`length(${table.sha256}) = 64`),
    index("revision_blobs_sha256").on(table.sha256),
  ],
);

/**
 * Which files are public: those that the current revision of a published work names, from the work's own time on.
 * Derived from `works` and `revision_blobs`, in the same transaction. A file's address answers by it (DESIGN 3).
 */
export const publicFiles = sqliteTable(
  "public_files",
  {
    sha256: text().notNull(),
    slug: text()
      .notNull()
      .references(() => works.slug),
    /** The work's `date_published`: the file of a scheduled work isn't public before. */
    publishedFrom: text("published_from").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sha256, table.slug] }),
    index("public_files_slug").on(table.slug),
  ],
);

/**
 * Files that a withdrawal removed. Nobody can send or publish them again until their work is restored, which
 * deletes their rows. A file that several withdrawn works name belongs to the one that was withdrawn first.
 */
export const withdrawnFiles = sqliteTable(
  "withdrawn_files",
  {
    sha256: text().primaryKey(),
    /** The withdrawn work. */
    slug: text().notNull(),
    withdrawnAt: text("withdrawn_at").notNull(),
    /** The work is being restored: until then its files may be sent, though not published by another work. */
    restoringUntil: text("restoring_until"),
  },
  (table) => [
    check("withdrawn_files_sha256", isDigest(table.sha256)),
    index("withdrawn_files_slug").on(table.slug),
  ],
);

/** tus uploads (DESIGN 5). */
export const uploads = sqliteTable(
  "uploads",
  {
    id: text().primaryKey(),
    /** Null until the file is complete, if its upload began without a digest. */
    sha256: text(),
    extension: text().notNull(),
    /** The size of the complete file, in bytes. */
    size: integer().notNull(),
    /** How many bytes are stored: where the next PATCH continues. Changed by compare-and-set only. */
    offset: integer().notNull(),
    /** R2's id of the multipart upload. */
    multipart: text().notNull(),
    /** A JSON list of [part number, ETag], in order. */
    parts: text().notNull(),
    /** The last reserved part number. Each attempt uses another one, so that none overwrites another's part. */
    attempts: integer().notNull(),
    /** How many bytes are stored in R2 after the parts, too few for a part; and the number of their object. */
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

/** How far the sweep has compared R2 with D1, as it compares a part of them each day. One row. */
export const storeComparison = sqliteTable(
  "store_comparison",
  {
    id: integer().primaryKey(),
    /** The last compared digest; empty if the comparison is complete. */
    comparedUpTo: text("compared_up_to").notNull(),
  },
  (table) => [check("store_comparison_one_row", sql`${table.id} = 1`)],
);
