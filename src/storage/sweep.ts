import { inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { blobs, storeComparison } from "./tables.ts";

/** Times as ISO 8601 in UTC. */
export interface SweepTimes {
  readonly now: string;
  /** The files of revisions that were current after this time are kept. */
  readonly currentSince: string;
  /** Files uploaded after this time are kept, as a record that names them may follow. */
  readonly uploadedSince: string;
}

/**
 * Whether no current revision, and none that was current recently, names a file; or whether it was withdrawn and
 * came back for a restoration that didn't happen.
 */
function isUnused({ now, currentSince, uploadedSince }: SweepTimes): SQL {
  return sql`${blobs.removedAt} is null and (exists (
    select 1 from withdrawn_files refused where refused.sha256 = ${blobs.sha256}
      and (refused.restoring_until is null or refused.restoring_until <= ${now}))
  or ${blobs.createdAt} <= ${uploadedSince} and not exists (
    select 1 from revision_blobs named
    join revisions on revisions.slug = named.slug and revisions.number = named.number
    join works on works.slug = named.slug
    where named.sha256 = ${blobs.sha256} and (
      works.revision = named.number
      or revisions.created_at > ${currentSince}
      or exists (select 1 from events where events.slug = named.slug
        and events.from_revision = named.number and events.at > ${currentSince}))))`;
}

/** A file's digest and its size in bytes. */
export interface SweptBlob {
  readonly sha256: string;
  readonly size: number;
}

/** Reads files that can be removed, in the order of their digests. */
export function readUnusedBlobs(
  database: Database,
  times: SweepTimes,
  limit: number,
): Promise<SweptBlob[]> {
  return database
    .select({ sha256: blobs.sha256, size: blobs.size })
    .from(blobs)
    .where(isUnused(times))
    .orderBy(blobs.sha256)
    .limit(limit);
}

/**
 * Marks unused files as removed, the same that `readUnusedBlobs` reads, in one statement: a record that is published meanwhile and names one of them
 * is rejected with `missing-blobs`. The caller deletes the files from R2 afterwards.
 */
export function removeUnusedBlobs(
  database: Database,
  times: SweepTimes,
  limit: number,
): Promise<SweptBlob[]> {
  const unused = database
    .select({ sha256: blobs.sha256 })
    .from(blobs)
    .where(isUnused(times))
    .orderBy(blobs.sha256)
    .limit(limit);
  return database
    .update(blobs)
    .set({ removedAt: times.now })
    .where(inArray(blobs.sha256, unused))
    .returning({ sha256: blobs.sha256, size: blobs.size });
}

/**
 * Reads the rows of blobs in a range of digests.
 * @param after the range begins after this digest
 * @param upTo the last digest of the range; undefined for no end
 */
export function readBlobRange(
  database: Database,
  after: string,
  upTo: string | undefined,
): Promise<{ sha256: string; createdAt: string; removedAt: string | null }[]> {
  const end = upTo === undefined ? sql`` : sql`and ${blobs.sha256} <= ${upTo}`;
  return database
    .select({ sha256: blobs.sha256, createdAt: blobs.createdAt, removedAt: blobs.removedAt })
    .from(blobs)
    .where(sql`${blobs.sha256} > ${after} ${end}`);
}

/** Marks blobs as removed that R2 no longer has. */
export async function markBlobsLost(
  database: Database,
  digests: readonly string[],
  now: string,
): Promise<void> {
  await database
    .update(blobs)
    .set({ removedAt: now })
    .where(sql`${blobs.sha256} in (select value from json_each(${JSON.stringify(digests)}))`);
}

/** Deletes the rows of removed blobs that no revision names. */
export async function deleteUnreferencedBlobs(database: Database): Promise<void> {
  await database.delete(blobs).where(
    sql`${blobs.removedAt} is not null and not exists (
      select 1 from revision_blobs named where named.sha256 = ${blobs.sha256})`,
  );
}

/** Reads where the comparison of the stores continues: after this digest. Empty for the beginning. */
export async function readComparedUpTo(database: Database): Promise<string> {
  const row = await database.select().from(storeComparison).get();
  return row?.comparedUpTo ?? "";
}

export async function writeComparedUpTo(database: Database, digest: string): Promise<void> {
  const row = { id: 1, comparedUpTo: digest };
  await database
    .insert(storeComparison)
    .values(row)
    .onConflictDoUpdate({ target: storeComparison.id, set: row });
}
