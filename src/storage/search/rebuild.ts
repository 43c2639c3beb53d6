import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { parseStoredRecord } from "../../records/schema/versions.ts";
import type { SearchedText } from "../../records/views.ts";
import { invalidDigest, RevisionConflict, translateError } from "../constraints.ts";
import type { Database } from "../database.ts";
import { indexColumns } from "../indexes.ts";
import { facetIndexStatements } from "../lists/facet-index.ts";
import { relatedStatements } from "../related.ts";
import { withCurrentSlugs } from "../slugs/former-slugs.ts";
import { pdfTexts, revisions, texts, works } from "../tables.ts";
import { searchStatements } from "./search-index.ts";

/** How much one call rebuilds. It rebuilds one work at least, whatever its size. */
export interface RebuildLimits {
  readonly works: number;
  /** Of records and texts. */
  readonly bytes: number;
}

/**
 * Rebuilds the search rows, facet index, related works and word counts of some works from their current revisions and texts.
 * This is needed after a restore, which has no index, and if a release changes what is indexed. A work that is
 * published meanwhile is skipped: its rows are written only if its revision is still the one that was read.
 * @param after the last slug of the previous call; "" to start
 * @returns the works' slugs in order, and whether they are the last ones
 */
export async function rebuildSearchRows(
  database: Database,
  after: string,
  limits: RebuildLimits,
): Promise<{ slugs: string[]; isLast: boolean }> {
  const { slugs, isLast } = await chooseWorks(database, after, limits);
  const found = await database
    .select({ slug: works.slug, digest: works.digest, record: revisions.record })
    .from(works)
    .innerJoin(revisions, and(eq(revisions.slug, works.slug), eq(revisions.number, works.revision)))
    .where(inArray(works.slug, jsonList(slugs)))
    .orderBy(asc(works.slug));
  const textRows = await database
    .select({
      slug: texts.slug,
      language: texts.language,
      format: sql<SearchedText["format"]>`${texts.format}`,
      body: texts.body,
    })
    .from(texts)
    .where(inArray(texts.slug, jsonList(slugs)))
    .unionAll(
      database
        .select({
          slug: pdfTexts.slug,
          language: pdfTexts.language,
          format: sql<"pdf">`'pdf'`,
          body: pdfTexts.body,
        })
        .from(pdfTexts)
        .where(inArray(pdfTexts.slug, jsonList(slugs))),
    );
  for (const { slug, digest, record } of found) {
    const item = await withCurrentSlugs(database, parseStoredRecord(record));
    const workTexts: SearchedText[] = textRows.filter((text) => text.slug === slug);
    // The compare-and-set (constraints.ts).
    const unchanged = sql<string>`case when digest = ${digest} then digest else ${invalidDigest} end`;
    await database
      .batch([
        database
          .update(works)
          .set({ digest: unchanged, publicRecord: indexColumns(item, workTexts).publicRecord })
          .where(eq(works.slug, slug)),
        ...facetIndexStatements(database, item),
        ...relatedStatements(database, item),
        ...searchStatements(database, item, workTexts),
      ])
      .catch((error: unknown) => {
        if (!(translateError(error, slug) instanceof RevisionConflict)) throw error;
      });
  }
  return { slugs, isLast };
}

/** The next works after a slug, as many as the limits allow. Their sizes are computed in D1. */
async function chooseWorks(
  database: Database,
  after: string,
  limits: RebuildLimits,
): Promise<{ slugs: string[]; isLast: boolean }> {
  const sized = await database
    .select({
      slug: works.slug,
      size: sql<number>`length(cast(${works.publicRecord} as blob)) + coalesce((
        select sum(length(cast(body as blob))) from texts where texts.slug = works.slug), 0) + coalesce((
        select sum(length(cast(body as blob))) from pdf_texts where pdf_texts.slug = works.slug), 0)`,
    })
    .from(works)
    .where(gt(works.slug, after))
    .orderBy(asc(works.slug))
    .limit(limits.works + 1);
  let bytes = 0;
  const end = sized.findIndex(({ size }, index) => {
    bytes += size;
    return index > 0 && (index === limits.works || bytes > limits.bytes);
  });
  const chosen = end < 0 ? sized : sized.slice(0, end);
  return { slugs: chosen.map(({ slug }) => slug), isLast: end < 0 };
}

/** A list as one bound parameter, as D1 allows only 100 in a query. */
function jsonList(values: readonly string[]) {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}
