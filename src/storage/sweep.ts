import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { blobs } from "./tables.ts";

/** Times as ISO 8601 in UTC. */
export interface SweepTimes {
  readonly now: string;
  /** A revision that was current after this time is kept, and all its files. */
  readonly currentSince: string;
  /** A file that came after this time may be named by a record that is still on its way. */
  readonly uploadedSince: string;
}

/** A file that no kept revision names: neither a current one, nor one that was current lately. */
function isUnused({ currentSince, uploadedSince }: SweepTimes): SQL {
  return sql`${blobs.removedAt} is null and ${blobs.createdAt} <= ${uploadedSince} and not exists (
    select 1 from revision_blobs named
    join revisions on revisions.slug = named.slug and revisions.number = named.number
    join works on works.slug = named.slug
    where named.sha256 = ${blobs.sha256} and (
      works.revision = named.number
      or revisions.created_at > ${currentSince}
      or exists (select 1 from events where events.slug = named.slug
        and events.from_revision = named.number and events.at > ${currentSince})))`;
}

/** A file's digest and its size in bytes. */
export interface SweptBlob {
  readonly sha256: string;
  readonly size: number;
}

/** The files that may go. */
export function readUnusedBlobs(database: Database, times: SweepTimes): Promise<SweptBlob[]> {
  return database
    .select({ sha256: blobs.sha256, size: blobs.size })
    .from(blobs)
    .where(isUnused(times));
}

/**
 * Marks the files that may go as removed, in one statement: whoever names one of them at that moment is
 * told that it is missing. Their bytes are the caller's to delete then.
 */
export function removeUnusedBlobs(database: Database, times: SweepTimes): Promise<SweptBlob[]> {
  return database
    .update(blobs)
    .set({ removedAt: times.now })
    .where(isUnused(times))
    .returning({ sha256: blobs.sha256, size: blobs.size });
}

/** What D1 says of the blobs of a range of digests: whether each is there, and since when. */
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

/** Marks blobs as removed whose bytes R2 hasn't. */
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

/** Forgets blobs that are removed and that no revision names. */
export async function deleteUnreferencedBlobs(database: Database): Promise<void> {
  await database.delete(blobs).where(
    sql`${blobs.removedAt} is not null and not exists (
      select 1 from revision_blobs named where named.sha256 = ${blobs.sha256})`,
  );
}
