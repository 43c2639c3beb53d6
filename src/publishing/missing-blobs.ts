import type { MissingBlobs } from "../api/contract/problems.ts";
import type { Blob } from "../records/schema/record.ts";
import { findUnstoredBlobs } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { PublishingError } from "./publishing-error.ts";

/** @throws PublishingError if a blob isn't stored; it lists all that are missing */
export async function requireBlobs(database: Database, blobs: Blob[]): Promise<void> {
  const digests = new Set(await findUnstoredBlobs(database, blobs));
  if (digests.size > 0) throw missingBlobsError(blobs.filter(({ sha256 }) => digests.has(sha256)));
}

/** The error for missing blobs. Its members list the blobs, so that a client can send them. */
export function missingBlobsError(blobs: readonly Blob[]): PublishingError {
  const names = blobs.map(({ sha256, extension }) => `${sha256}.${extension}`);
  const members: MissingBlobs = { blobs };
  return new PublishingError(
    "missing-blobs",
    `Send these blobs first: ${names.join(", ")}.`,
    members,
  );
}
