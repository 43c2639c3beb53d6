import { sql } from "drizzle-orm";
import { check, index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Correction } from "../../records/corrections.ts";
import { works } from "./works.ts";

/** What is made from records, so that lists and pages are read in order and in few rows. */

/**
 * Where a published work stands: one row for each choice of filters that shows it, so that any choice is
 * read in order from one place, at the cost of what is shown. An empty text is a filter that isn't set.
 * Choices of kind and series alone have no rows: the indexes of `works` answer them.
 */
export const facetIndex = sqliteTable(
  "facet_index",
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
    index("facet_index_slug").on(table.slug),
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
