import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { draftParts, draftStates } from "../../records/languages/drafts.ts";
import { isDigest } from "./checks.ts";
import { works } from "./works.ts";

/** Captions and texts that staff are working on. They aren't revisions: no public address reads this table. */
export const drafts = sqliteTable(
  "drafts",
  {
    slug: text()
      .notNull()
      .references(() => works.slug),
    part: text({ enum: draftParts }).notNull(),
    language: text().notNull(),
    /** The digest of the published file that it was begun from; null if there was none. */
    basedOn: text("based_on"),
    /** Rises with each save, and is never used again after the draft was deleted. */
    version: integer().notNull(),
    state: text({ enum: draftStates }).notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: text("saved_at").notNull(),
    /** WebVTT or Markdown. The last column, so that lists don't read its pages. */
    body: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.part, table.language] }),
    check("drafts_part", sql`${table.part} in ('captions', 'subtitles', 'descriptions', 'text')`),
    check("drafts_state", sql`${table.state} in ('working', 'ready')`),
    check("drafts_based_on", isDigest(table.basedOn)),
    index("drafts_saved").on(table.savedAt),
  ],
);
