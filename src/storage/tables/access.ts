import { sql } from "drizzle-orm";
import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { isDigest } from "./checks.ts";
import { works } from "./works.ts";

/** Access: tokens, members and sessions of staff, and preview links. */

/** Tokens for staff, by the SHA-256 of their secret. The secret itself is shown once and never stored. */
export const tokens = sqliteTable(
  "tokens",
  {
    sha256: text().primaryKey(),
    name: text().notNull(),
    /** Separated by spaces: `read-drafts`, `publish`, `admin`. */
    scopes: text().notNull(),
    /** The languages in which a token of the scope `read-drafts` writes drafts, separated by spaces. */
    languages: text().notNull().default(""),
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

/** Who is signed in to the console with a token, by the SHA-256 of the session's secret. */
export const sessions = sqliteTable(
  "sessions",
  {
    sha256: text().primaryKey(),
    /** A session allows what its token allows, and ends with it. */
    token: text()
      .notNull()
      .references(() => tokens.sha256),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    revokedAt: text("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (table) => [
    check("sessions_sha256", isDigest(table.sha256)),
    index("sessions_expires").on(table.expiresAt),
  ],
);

/** The people who may use the console by Cloudflare Access, by their e-mail address in lower case. */
export const members = sqliteTable(
  "members",
  {
    email: text().primaryKey(),
    /** As the audit trail names the person. */
    name: text().notNull(),
    role: text({ enum: ["translator", "publisher", "admin"] }).notNull(),
    /** A translator's languages, separated by spaces; empty for all. */
    languages: text().notNull().default(""),
    createdAt: text("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    check("members_email", sql`${table.email} = lower(${table.email})`),
    check("members_role", sql`${table.role} in ('translator', 'publisher', 'admin')`),
  ],
);
