import type { MissingBlobs } from "../../api/contract/problems.ts";
import type { Blob } from "../../records/schema/record.ts";
import { findUnstoredBlobs } from "../../storage/blobs.ts";
import type { Database } from "../../storage/database.ts";
import { findRefusedFiles } from "../../storage/files/withdrawn-files.ts";
import { PublishingError } from "../publishing-error.ts";

/**
 * Checks that a work can name files: all are stored, and none was withdrawn with another work.
 * @throws PublishingError that lists all files that are missing, or that were withdrawn
 */
export async function requireBlobs(
  database: Database,
  slug: string,
  blobs: readonly Blob[],
): Promise<void> {
  const named = blobs.map(({ sha256 }) => sha256);
  const [unstored, refused] = await Promise.all([
    findUnstoredBlobs(database, blobs),
    findRefusedFiles(database, named, slug),
  ]);
  if (refused.length > 0) {
    const owners = new Map(refused.map((file) => [file.sha256, file.slug]));
    throw new PublishingError(
      "withdrawn",
      blobs
        .flatMap((blob) => {
          const owner = owners.get(blob.sha256);
          return owner === undefined ? [] : [refusedFileMessage(slug, blob, owner)];
        })
        .join(" "),
    );
  }
  const digests = new Set(unstored);
  if (digests.size > 0) throw missingBlobsError(blobs.filter(({ sha256 }) => digests.has(sha256)));
}

/** Why a work can't name a file. @param owner the withdrawn work that the file belongs to */
export function refusedFileMessage(
  slug: string,
  { sha256, extension }: Pick<Blob, "sha256" | "extension">,
  owner: string,
): string {
  return `${slug} names a file that was withdrawn with ${owner}: ${sha256}.${extension}. Use another file, or restore ${owner} first.`;
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
