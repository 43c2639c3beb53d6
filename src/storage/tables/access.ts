import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { isDigest } from "./checks.ts";
import { works } from "./works.ts";

/** Access: tokens for staff, and preview links. */

/** Tokens for staff, by the SHA-256 of their secret. The secret itself is shown once and never stored. */
export const tokens = sqliteTable(
  "tokens",
  {
    sha256: text().primaryKey(),
    name: text().notNull(),
    /** Separated by spaces: `read-drafts`, `publish`, `admin`. */
    scopes: text().notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    /** The name of the token that created it; null if it was inserted directly into D1. */
    createdBy: text("created_by"),
    revokedAt: text("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (table) => [check("tokens_sha256", isDigest(table.sha256))],
);

/** Links that show a draft to anyone who has them, by the SHA-256 of their secret. */
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
