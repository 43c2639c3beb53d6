import { sql } from "drizzle-orm";
import { check, index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Correction } from "../../records/corrections.ts";
import { works } from "./works.ts";

/** Tables derived from records, so that lists and pages read few rows, in order. */

/**
 * One row for each published work and each combination of filters that shows it, so that any filtered list is one
 * range of the primary key. An empty text is a filter that isn't set. Combinations of kind and series only have
 * no rows, as the indexes of `works` cover them.
 */
export const facetIndex = sqliteTable(
  "facet_index",
  {
    /** Empty if a series is set, which implies the kind. */
    kind: text().notNull(),
    series: text().notNull(),
    /** A base language that the work is available in. */
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

/** Which works a record names as related, to find the works that name a changed one. */
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

/** What PDFs say, for search alone: a page never shows it. */
export const pdfTexts = sqliteTable(
  "pdf_texts",
  {
    slug: text()
      .notNull()
      .references(() => works.slug),
    language: text().notNull(),
    /** As src/files/documents/pdf-text.ts has it. */
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.slug, table.language] })],
);

/** The texts of works, one row per work and language. Transcripts, pages and search read them. */
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
    /** A JSON list of the corrections since it was first public, the newest first (docs/transcripts.md). */
    corrections: text({ mode: "json" }).$type<readonly Correction[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.slug, table.language] }),
    check("texts_format", sql`${table.format} in ('cues', 'markdown')`),
    check("texts_body", sql`${table.format} <> 'cues' or json_valid(${table.body})`),
  ],
);
