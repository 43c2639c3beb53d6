import type { SweepReport } from "../api/contract/maintenance.ts";
import { removeExpiredPreviews } from "../storage/access/previews.ts";
import { deleteBlobs, listBlobs } from "../storage/blobs.ts";
import { removeFinishedReports } from "../storage/console/reports.ts";
import type { Database } from "../storage/database.ts";
import { rebuildPublicFiles } from "../storage/files/public-files.ts";
import { completeHarvest } from "../storage/harvest.ts";
import {
  deleteUnreferencedBlobs,
  markBlobsLost,
  readBlobRange,
  readComparedUpTo,
  readUnusedBlobs,
  removeUnusedBlobs,
  type SweepTimes,
  type SweptBlob,
  writeComparedUpTo,
} from "../storage/sweep.ts";
import { removeExpiredUploads } from "./uploads/uploads.ts";
import { addMissingMarkers } from "./withdrawals.ts";

const day = 86_400_000;
/** How long a replaced revision's files are kept in milliseconds, so that it can be rolled back to (DESIGN 5). */
const revisionRetention = 30 * day;
/** How long a report that is done, or who deleted one, is kept in milliseconds. Our choice (docs/console.md). */
const finishedReportRetention = 30 * day;
/** How long a file that no record names is kept in milliseconds: uploads may take days on a slow connection. */
const unusedBlobRetention = 7 * day;
/** Newer differences between R2 and D1, in milliseconds, are left alone: a change may be in progress. */
const gracePeriod = day;

/**
 * How much one run does, so that it makes fewer calls than the 50 that the free plan allows (docs/limits.md). One
 * call deletes up to 1,000 objects of R2 or lists as many; each listed page costs a query of D1, too.
 */
const maxBlobsPerRun = 1000;
const maxPagesPerRun = 5;

/**
 * Removes expired uploads and preview links, finished reports and unused files, and fixes differences between D1 and R2, and in the
 * indexes of public files and of what catalogues are told. Files of retained revisions stay. It is safe to run again, and while someone publishes.
 * @param dryRun only reports what would be removed
 * @param maxPages how many pages of R2's list, of 1,000 objects each, are compared with D1
 */
export async function sweep(
  database: Database,
  bucket: R2Bucket,
  { now, dryRun, maxPages = maxPagesPerRun }: { now: Date; dryRun: boolean; maxPages?: number },
): Promise<Omit<SweepReport, "dryRun">> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  const times: SweepTimes = {
    now: now.toISOString(),
    currentSince: before(revisionRetention),
    uploadedSince: before(unusedBlobRetention),
  };
  const uploads = await removeExpiredUploads({ database, bucket }, now, { dryRun });
  const previews = await removeExpiredPreviews(database, times.now, dryRun);
  const finishedBefore = before(finishedReportRetention);
  const reports = await removeFinishedReports(database, { now: times.now, finishedBefore }, dryRun);
  const sweepBlobs = dryRun ? readUnusedBlobs : removeUnusedBlobs;
  const blobs = await sweepBlobs(database, times, maxBlobsPerRun);
  if (!dryRun) await deleteBlobs(bucket, blobs.map(digestOf));

  const { strays, lost, comparedUpTo } = await compareStores(
    database,
    bucket,
    before(gracePeriod),
    maxPages,
  );
  if (!dryRun) {
    await writeComparedUpTo(database, comparedUpTo);
    await deleteBlobs(bucket, strays.map(digestOf));
    if (lost.length > 0) await markBlobsLost(database, lost, times.now);
    await deleteUnreferencedBlobs(database);
    await rebuildPublicFiles(database);
    await completeHarvest(database, times.now);
    await addMissingMarkers(database, bucket);
  }
  return { uploads, previews, reports, blobs, strays, lost };
}

const digestOf = ({ sha256 }: SweptBlob) => sha256;

/**
 * Compares R2's blobs with D1's, page by page in the order of their digests: as many pages as a run may, from where
 * the run before ended.
 * @param settledBefore ISO 8601 in UTC: blobs newer than this are ignored
 * @returns `strays`, which only R2 has, `lost`, which only D1 has, and where the next run continues
 */
async function compareStores(
  database: Database,
  bucket: R2Bucket,
  settledBefore: string,
  maxPages: number,
) {
  const strays: SweptBlob[] = [];
  const lost: string[] = [];
  let after = await readComparedUpTo(database);
  let pages = 0;
  for await (const { objects, isLast } of listBlobs(bucket, after)) {
    const last = isLast ? undefined : objects.at(-1)?.sha256;
    const rows = await readBlobRange(database, after, last);
    const stored = new Set(rows.filter((row) => row.removedAt === null).map((row) => row.sha256));
    const inBucket = new Set(objects.map((object) => object.sha256));
    for (const { sha256, size, uploaded } of objects) {
      const isSettled = uploaded.toISOString() <= settledBefore;
      if (!stored.has(sha256) && isSettled) strays.push({ sha256, size });
    }
    for (const { sha256, createdAt } of rows) {
      const isSettled = createdAt <= settledBefore;
      if (stored.has(sha256) && !inBucket.has(sha256) && isSettled) lost.push(sha256);
    }
    after = last ?? "";
    pages += 1;
    if (pages === maxPages) break;
  }
  return { strays, lost, comparedUpTo: after };
}
