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
import { revisions } from "./works.ts";

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
