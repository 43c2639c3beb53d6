import type { SweepReport } from "../api/contract/maintenance.ts";
import { deleteBlobs, listBlobs } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { removeExpiredPreviews } from "../storage/previews.ts";
import {
  deleteUnreferencedBlobs,
  markBlobsLost,
  readBlobRange,
  readUnusedBlobs,
  removeUnusedBlobs,
  type SweepTimes,
  type SweptBlob,
} from "../storage/sweep.ts";
import { removeExpiredUploads } from "./uploads/uploads.ts";

const day = 86_400_000;
/** How long a revision's files are kept once another has replaced it: so long one can go back (DESIGN 5). */
const revisionRetention = 30 * day;
/** How long a file may wait for its record: an upload over several days, on a bad line. */
const unusedBlobRetention = 7 * day;
/** What R2 and D1 disagree on for a shorter time than this may be a change under way. */
const gracePeriod = day;

/**
 * Removes what expired and what nobody names any more, and brings D1 and R2 to agree. Never touches a
 * file that a kept revision names. To run it again, or beside someone who publishes, does no harm.
 * @param dryRun says what would go, and removes nothing
 */
export async function sweep(
  database: Database,
  bucket: R2Bucket,
  { now, dryRun }: { now: Date; dryRun: boolean },
): Promise<Omit<SweepReport, "dryRun">> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  const times: SweepTimes = {
    now: now.toISOString(),
    currentSince: before(revisionRetention),
    uploadedSince: before(unusedBlobRetention),
  };
  const uploads = await removeExpiredUploads({ database, bucket }, now, { dryRun });
  const previews = await removeExpiredPreviews(database, times.now, dryRun);
  const blobs = await (dryRun ? readUnusedBlobs : removeUnusedBlobs)(database, times);
  if (!dryRun) await deleteBlobs(bucket, blobs.map(digestOf));

  const { strays, lost } = await compareStores(database, bucket, before(gracePeriod));
  if (!dryRun) {
    await deleteBlobs(bucket, strays.map(digestOf));
    if (lost.length > 0) await markBlobsLost(database, lost, times.now);
    await deleteUnreferencedBlobs(database);
  }
  return { uploads, previews, blobs, strays, lost };
}

const digestOf = ({ sha256 }: SweptBlob) => sha256;

/** Walks both stores in the order of the digests, side by side. */
async function compareStores(database: Database, bucket: R2Bucket, settled: string) {
  const strays: SweptBlob[] = [];
  const lost: string[] = [];
  let after = "";
  for await (const { objects, isLast } of listBlobs(bucket)) {
    const last = isLast ? undefined : objects.at(-1)?.sha256;
    const rows = await readBlobRange(database, after, last);
    const stored = new Set(rows.filter((row) => row.removedAt === null).map((row) => row.sha256));
    const found = new Set(objects.map((object) => object.sha256));
    for (const { sha256, size, uploaded } of objects) {
      if (!stored.has(sha256) && uploaded.toISOString() <= settled) strays.push({ sha256, size });
    }
    for (const { sha256, createdAt } of rows) {
      if (stored.has(sha256) && !found.has(sha256) && createdAt <= settled) lost.push(sha256);
    }
    after = last ?? after;
  }
  return { strays, lost };
}
