import { and, eq, isNotNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { blobs, publicFiles, revisionBlobs, withdrawnFiles } from "../tables.ts";

/** Files that a withdrawal removed: refused until their work is restored, whoever sends them. */

/** Whether a published work other than this one names a file. @param column the file's digest */
const isUsedByOther = (column: string, slug: string) => sql`exists (
  select 1 from public_files used where used.sha256 = ${sql.raw(column)} and used.slug <> ${slug})`;

/**
 * The statements that mark the files of all revisions of a work as removed and refuse them from now on, except
 * those that another published work names. A marked file isn't in the library any more, even before R2 has
 * deleted it. Run them again for files that came back.
 */
export function refuseFilesStatements(database: Database, slug: string, now: string) {
  const unused = sql`select distinct sha256, ${slug}, ${now}, null from revision_blobs named
    where named.slug = ${slug} and not ${isUsedByOther("named.sha256", slug)}`;
  return [
    database
      .insert(withdrawnFiles)
      .select(unused)
      .onConflictDoUpdate({ target: withdrawnFiles.sha256, set: { restoringUntil: null } }),
    database
      .update(blobs)
      .set({ removedAt: now })
      .where(sql`removed_at is null and sha256 in (select sha256 from revision_blobs where slug = ${slug})
        and not ${isUsedByOther("blobs.sha256", slug)}`),
  ] as const;
}

/** What a withdrawal left to do, and what it left in place. */
export interface WithdrawnFiles {
  /** The digests of the work's files that are marked as removed. */
  readonly removed: readonly string[];
  /** The other published works that use some of its files, which therefore stay. */
  readonly usedBy: readonly string[];
}

/** Reads what became of a withdrawn work's files, in one round trip. */
export async function readWithdrawnFiles(
  database: Database,
  slug: string,
): Promise<WithdrawnFiles> {
  const [removed, usedBy] = await database.batch([
    database
      .selectDistinct({ sha256: blobs.sha256 })
      .from(blobs)
      .innerJoin(revisionBlobs, eq(revisionBlobs.sha256, blobs.sha256))
      .where(and(eq(revisionBlobs.slug, slug), isNotNull(blobs.removedAt))),
    database
      .selectDistinct({ slug: publicFiles.slug })
      .from(publicFiles)
      .innerJoin(revisionBlobs, eq(revisionBlobs.sha256, publicFiles.sha256))
      .where(and(eq(revisionBlobs.slug, slug), ne(publicFiles.slug, slug)))
      .orderBy(publicFiles.slug),
  ]);
  return {
    removed: removed.map(({ sha256 }) => sha256),
    usedBy: usedBy.map((work) => work.slug),
  };
}

/** A file that is refused, and the withdrawn work that it belongs to. */
export interface RefusedFile {
  readonly sha256: string;
  readonly slug: string;
}

/** Finds which of the files a work can't name, because they were withdrawn with another one. */
export function findRefusedFiles(
  database: Database,
  digests: readonly string[],
  slug: string,
): Promise<RefusedFile[]> {
  return selectWithdrawn(database, digests, ne(withdrawnFiles.slug, slug));
}

/**
 * Finds which of the files nobody can send.
 * @param now ISO 8601 in UTC: the files of a work that is being restored may be sent
 */
export function findUnacceptableFiles(
  database: Database,
  digests: readonly string[],
  now: string,
): Promise<RefusedFile[]> {
  return selectWithdrawn(database, digests, isRefused(now));
}

/** The files of the table that are in a list and for which a condition holds. */
async function selectWithdrawn(
  database: Database,
  digests: readonly string[],
  condition: SQL | undefined,
): Promise<RefusedFile[]> {
  return database
    .select({ sha256: withdrawnFiles.sha256, slug: withdrawnFiles.slug })
    .from(withdrawnFiles)
    .where(and(isListed(digests), condition));
}

/** Whether a file of the table is in a list, which is bound as one parameter: D1 allows 100. */
const isListed = (digests: readonly string[]) =>
  sql`${withdrawnFiles.sha256} in (select value from json_each(${JSON.stringify(digests)}))`;

/** Whether a file of the table is refused now. @param now ISO 8601 in UTC */
export const isRefused = (now: string) =>
  or(sql`${withdrawnFiles.restoringUntil} is null`, lte(withdrawnFiles.restoringUntil, now));

/** Accepts files of a withdrawn work for a time, because it is being restored. */
export async function acceptFilesUntil(
  database: Database,
  slug: string,
  digests: readonly string[],
  until: string,
): Promise<void> {
  await database
    .update(withdrawnFiles)
    .set({ restoringUntil: until })
    .where(and(eq(withdrawnFiles.slug, slug), isListed(digests)));
}

/** The statement that ends the refusal of a work's files. */
export function acceptFilesStatement(database: Database, slug: string) {
  return database.delete(withdrawnFiles).where(eq(withdrawnFiles.slug, slug));
}
