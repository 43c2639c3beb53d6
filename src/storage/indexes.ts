import { eq, type SQL } from "drizzle-orm";
import { canonicalJson } from "../records/digest.ts";
import { publicRecord } from "../records/public-record.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { toStored } from "../records/schema/versions.ts";
import type { SearchedText } from "../records/views.ts";
import { positionInSeries, publishedAt, statusOf } from "../records/visibility.ts";
import { countWordsOfTexts } from "../search/word-counts.ts";
import type { Database } from "./database.ts";
import { publicFilesStatements } from "./files/public-files.ts";
import { harvestStatements } from "./harvest.ts";
import { facetIndexStatements } from "./lists/facet-index.ts";
import { relatedStatements } from "./related.ts";
import { searchStatements } from "./search/search-index.ts";
import { pdfTexts, previews, texts, works } from "./tables.ts";

/**
 * The columns of `works` that are derived from a record and its texts. `publicRecord` also has how many words a
 * document's texts have, so that lists read no texts.
 */
export function indexColumns(record: LibraryItem, rows: readonly SearchedText[]) {
  const visible = toStored(publicRecord(record));
  const wordCounts = record.kind === "Document" ? countWordsOfTexts(rows) : undefined;
  return {
    kind: record.kind,
    status: statusOf(record),
    datePublished: publishedAt(record),
    series: record.kind === "Episode" ? (record.series ?? null) : null,
    position: record.kind === "Episode" ? positionInSeries(record) : 0,
    publicRecord: canonicalJson(wordCounts === undefined ? visible : { ...visible, wordCounts }),
  };
}

export interface IndexedRevision {
  readonly record: LibraryItem;
  readonly digest: string | SQL<string>;
  /** The number of the revision that becomes current. */
  readonly number: number | SQL<number>;
  readonly texts: readonly SearchedText[];
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/** The statements that make a revision current, and write all indexes derived from its record. */
export function currentRevisionStatements(
  database: Database,
  { record, digest, number, texts: rows, now }: IndexedRevision,
) {
  const { slug } = record;
  const current = { revision: number, digest, ...indexColumns(record, rows) };
  return [
    database
      .insert(works)
      .values({ slug, ...current })
      .onConflictDoUpdate({ target: works.slug, set: current }),
    database.delete(texts).where(eq(texts.slug, slug)),
    database.delete(pdfTexts).where(eq(pdfTexts.slug, slug)),
    ...rows.map(({ format, ...text }) =>
      format === "pdf"
        ? database.insert(pdfTexts).values({ slug, ...text })
        : database.insert(texts).values({ slug, format, ...text }),
    ),
    ...facetIndexStatements(database, record),
    ...publicFilesStatements(database, record),
    ...relatedStatements(database, record),
    ...searchStatements(database, record, rows),
    ...harvestStatements(database, record, now),
    // Preview links end when the work is no longer a draft.
    ...(statusOf(record) === "draft"
      ? []
      : [database.delete(previews).where(eq(previews.slug, slug))]),
  ] as const;
}
