import type { WithdrawalCheck } from "../api/contract/maintenance.ts";
import { headBlob } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { listWithdrawalMarkers, putWithdrawalMarker } from "../storage/files/withdrawal-markers.ts";
import {
  listRefusedFiles,
  readWithdrawnWorks,
  readWorksPublicAgain,
} from "../storage/withdrawals.ts";

/** How many files one request looks for in R2: the free plan allows 50 calls in a request. */
const filesPerRequest = 40;

/**
 * Finds withdrawn works that readers see again, and withdrawn files that are back in R2: after D1's Time Travel, or
 * after somebody changed the database or the bucket.
 * @param after the digest after which files are checked; empty for the first
 */
export async function checkWithdrawals(
  database: Database,
  bucket: R2Bucket,
  { after, now }: { after: string; now: Date },
): Promise<WithdrawalCheck> {
  const marked = after === "" ? await listWithdrawalMarkers(bucket) : [];
  const [works, listed] = await Promise.all([
    after === "" ? readWorksPublicAgain(database, marked) : [],
    listRefusedFiles(database, after, filesPerRequest + 1, now.toISOString()),
  ]);
  const files = listed.slice(0, filesPerRequest);
  const found = await Promise.all(files.map(({ sha256 }) => headBlob(bucket, sha256)));
  return {
    works,
    files: files.filter((_, index) => found[index] !== undefined),
    next: listed.length > filesPerRequest ? (files.at(-1)?.sha256 ?? null) : null,
  };
}

/** How many markers one sweep writes, so that it stays within the limits of a request. */
const markersPerSweep = 10;

/** Marks the withdrawn works that have no marker: those of release 0.1.0, and those of an import. */
export async function addMissingMarkers(database: Database, bucket: R2Bucket): Promise<void> {
  const withdrawn = await readWithdrawnWorks(database);
  if (withdrawn.length === 0) return;
  const marked = new Set(await listWithdrawalMarkers(bucket));
  const missing = withdrawn.filter((slug) => !marked.has(slug)).slice(0, markersPerSweep);
  for (const slug of missing) await putWithdrawalMarker(bucket, slug);
}
