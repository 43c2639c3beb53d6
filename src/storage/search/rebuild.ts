import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { parseStoredRecord } from "../../records/schema/versions.ts";
import type { WorkText } from "../../records/views.ts";
import { invalidDigest, RevisionConflict, translateError } from "../constraints.ts";
import type { Database } from "../database.ts";
import { facetIndexStatements } from "../lists/facet-index.ts";
import { relatedStatements } from "../related.ts";
import { withCurrentSlugs } from "../slugs/former-slugs.ts";
import { revisions, texts, works } from "../tables.ts";
import { searchStatements } from "./search-index.ts";

/**
 * Rebuilds the search rows, facet index and related works of some works from their current revisions and texts.
 * This is needed after a restore, which has no index, and if a release changes what is indexed. A work that is
 * published meanwhile is skipped: its rows are written only if its revision is still the one that was read.
 * @param after the last slug of the previous call; "" to start
 * @returns the works' slugs in order; fewer than `limit` at the end
 */
export async function rebuildSearchRows(
  database: Database,
  after: string,
  limit: number,
): Promise<string[]> {
  const found = await database
    .select({ slug: works.slug, digest: works.digest, record: revisions.record })
    .from(works)
    .innerJoin(revisions, and(eq(revisions.slug, works.slug), eq(revisions.number, works.revision)))
    .where(gt(works.slug, after))
    .orderBy(asc(works.slug))
    .limit(limit);
  const slugs = found.map((work) => work.slug);
  if (slugs.length === 0) return [];
  const textRows = await database.select().from(texts).where(inArray(texts.slug, slugs));
  for (const { slug, digest, record } of found) {
    const item = await withCurrentSlugs(database, parseStoredRecord(record));
    const workTexts: WorkText[] = textRows.filter((text) => text.slug === slug);
    // The compare-and-set (constraints.ts).
    const unchanged = sql<string>`case when digest = ${digest} then digest else ${invalidDigest} end`;
    await database
      .batch([
        database.update(works).set({ digest: unchanged }).where(eq(works.slug, slug)),
        ...facetIndexStatements(database, item),
        ...relatedStatements(database, item),
        ...searchStatements(database, item, workTexts),
      ])
      .catch((error: unknown) => {
        if (!(translateError(error, slug) instanceof RevisionConflict)) throw error;
      });
  }
  return slugs;
}
