import { and, eq, sql } from "drizzle-orm";
import { deleteDraftsStatement } from "./console/drafts.ts";
import { deleteReportsStatements } from "./console/reports.ts";
import { invalidDigest, translateError } from "./constraints.ts";
import type { Database } from "./database.ts";
import { forgetPublicFiles } from "./files/public-files.ts";
import { updateRelatedStatement } from "./related.ts";
import { deleteSearchRowsStatement } from "./search/search-index.ts";
import {
  blobs,
  events,
  facetIndex,
  formerSlugs,
  pdfTexts,
  previews,
  publicFiles,
  relations,
  revisionBlobs,
  revisions,
  texts,
  works,
} from "./tables.ts";

export interface Deletion {
  readonly slug: string;
  /** The digest of the revision that is current until now. */
  readonly replaces: string;
  readonly actor: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Deletes a work with its revisions, indexes and preview links in one batch, or nothing. The audit trail stays,
 * with the event of the deletion. The work must be in no other one's series.
 * @returns the digests of the files that no other work names: delete them from R2, then their rows
 * @throws RevisionConflict if the work's current revision isn't the expected one
 */
export async function deleteWork(database: Database, deletion: Deletion): Promise<string[]> {
  const { slug, replaces, actor, now } = deletion;
  const results = await database
    .batch([
      // The compare-and-set (constraints.ts). As a draft it also disappears from related works.
      database
        .update(works)
        .set({
          status: "draft",
          digest: sql`case when digest = ${replaces} then digest else ${invalidDigest} end`,
        })
        .where(eq(works.slug, slug)),
      database
        .update(blobs)
        .set({ removedAt: now })
        .where(sql`removed_at is null and sha256 in (select sha256 from revision_blobs where slug = ${slug})
          and not exists (select 1 from revision_blobs other
            where other.sha256 = ${blobs.sha256} and other.slug <> ${slug})`)
        .returning({ sha256: blobs.sha256 }),
      database
        .insert(events)
        .select(
          sql`select null, ${now}, ${actor}, 'delete', slug, revision, revision from works where slug = ${slug}`,
        ),
      updateRelatedStatement(database, slug),
      deleteSearchRowsStatement(database, slug),
      database.delete(relations).where(eq(relations.slug, slug)),
      database.delete(texts).where(eq(texts.slug, slug)),
      database.delete(pdfTexts).where(eq(pdfTexts.slug, slug)),
      database.delete(facetIndex).where(eq(facetIndex.slug, slug)),
      database.delete(publicFiles).where(eq(publicFiles.slug, slug)),
      database.delete(formerSlugs).where(eq(formerSlugs.work, slug)),
      database.delete(previews).where(eq(previews.slug, slug)),
      deleteDraftsStatement(database, slug),
      ...deleteReportsStatements(database, slug),
      database.delete(revisionBlobs).where(eq(revisionBlobs.slug, slug)),
      database.delete(works).where(eq(works.slug, slug)),
      database.delete(revisions).where(eq(revisions.slug, slug)),
    ])
    .catch((error: unknown) => {
      throw translateError(error, slug);
    });
  forgetPublicFiles();
  return results[1].map(({ sha256 }) => sha256);
}

/** Reads the slugs of the works in a series, of any status. */
export async function readEpisodes(database: Database, series: string): Promise<string[]> {
  const rows = await database
    .select({ slug: works.slug })
    .from(works)
    .where(eq(works.series, series))
    .orderBy(works.slug);
  return rows.map(({ slug }) => slug);
}

/** Deletes the rows of removed files, unless a work names them by now. */
export async function deleteBlobRows(
  database: Database,
  digests: readonly string[],
): Promise<void> {
  await database
    .delete(blobs)
    .where(
      and(
        sql`sha256 in (select value from json_each(${JSON.stringify(digests)}))`,
        sql`removed_at is not null`,
        sql`not exists (select 1 from revision_blobs named where named.sha256 = ${blobs.sha256})`,
      ),
    );
}
