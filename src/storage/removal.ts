import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { blobs, revisionBlobs } from "./tables.ts";

/** Whether any revision of a work names the blob. */
const isInAnyRevisionOf = (slug: string) =>
  sql`${blobs.sha256} in (select sha256 from revision_blobs where slug = ${slug})`;

/**
 * The statement that marks the files of all revisions of a work as removed, except those that another published
 * work uses. A marked file isn't in the library any more, even before R2 has deleted it.
 */
export function markRemovedStatement(database: Database, slug: string, now: string) {
  return database
    .update(blobs)
    .set({ removedAt: now })
    .where(sql`${isInAnyRevisionOf(slug)} and removed_at is null and not exists (
      select 1 from revision_blobs named join works
        on works.slug = named.slug and works.revision = named.number
      where named.sha256 = ${blobs.sha256} and works.slug <> ${slug} and works.status = 'published')`);
}

/** Reads the digests of a work's files that are marked as removed. */
export async function readRemovedBlobs(database: Database, slug: string): Promise<string[]> {
  const rows = await database
    .selectDistinct({ sha256: blobs.sha256 })
    .from(blobs)
    .innerJoin(revisionBlobs, eq(revisionBlobs.sha256, blobs.sha256))
    .where(and(eq(revisionBlobs.slug, slug), isNotNull(blobs.removedAt)));
  return rows.map((row) => row.sha256);
}
