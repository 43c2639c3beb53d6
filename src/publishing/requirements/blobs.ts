import type { MissingBlobs } from "../../api/contract/problems.ts";
import type { Blob } from "../../records/schema/record.ts";
import { readStoredExtensions } from "../../storage/blobs.ts";
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
  const [stored, refused] = await Promise.all([
    readStoredExtensions(database, named),
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
  // A file that is stored with another extension is missing, because its address ends in the extension.
  const missing = blobs.filter(({ sha256, extension }) => stored.get(sha256) !== extension);
  if (missing.length > 0) throw missingBlobsError(missing, stored);
}

/** Why a work can't name a file. @param owner the withdrawn work that the file belongs to */
export function refusedFileMessage(
  slug: string,
  { sha256, extension }: Pick<Blob, "sha256" | "extension">,
  owner: string,
): string {
  return `${slug} names a file that was withdrawn with ${owner}: ${sha256}.${extension}. Use another file, or restore ${owner} first.`;
}

/**
 * The error for missing blobs. Its members list the blobs, so that a client can send them.
 * @param stored the extensions of files that are stored, by digest
 */
export function missingBlobsError(
  blobs: readonly Blob[],
  stored: ReadonlyMap<string, string> = new Map(),
): PublishingError {
  const unsent = blobs.filter(({ sha256 }) => !stored.has(sha256));
  const names = unsent.map(({ sha256, extension }) => `${sha256}.${extension}`);
  const messages = names.length === 0 ? [] : [`Send these blobs first: ${names.join(", ")}.`];
  for (const { sha256, extension } of blobs) {
    const kept = stored.get(sha256);
    if (kept === undefined) continue;
    messages.push(
      `The library has ${sha256}.${extension} as .${kept}: a file has one extension, so name it .${kept} in the manifest.`,
    );
  }
  const members: MissingBlobs = { blobs };
  return new PublishingError("missing-blobs", messages.join(" "), members);
}
