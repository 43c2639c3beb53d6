import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { isDigest } from "./checks.ts";
import { works } from "./works.ts";

/** Who may: staff, and whoever was given a link to a draft. */

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
