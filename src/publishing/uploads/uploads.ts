import type { Blob } from "../../records/schema/record.ts";
import { BlobRefused, readStoredExtensions, requireAcceptable } from "../../storage/blobs.ts";
import type { Database } from "../../storage/database.ts";
import {
  abortMultipartUpload,
  createMultipartUpload,
  deleteUploadObjects,
  listUploadObjects,
  removeUploadObjects,
  type UploadObject,
} from "../../storage/uploads/upload-objects.ts";
import {
  type AnnouncedBlob,
  deleteUpload,
  deleteUploads,
  findUploadIds,
  insertUpload,
  listExpiredUploads,
  listUnfinishedUploads,
  readUpload,
  readUploadAndReservePart,
  type Upload,
} from "../../storage/uploads/uploads.ts";
import { UploadError, withdrawnFileMessage } from "./upload-error.ts";

/** The size of a part, in bytes. Requests of exactly this size cost the least. */
export const partSize = 8 * 1024 * 1024;

/** The largest file, in bytes: a file is verified in a single `put`, which R2 limits to just under 5 GiB. */
export const maxSize = 4 * 1024 ** 3;

/** R2 aborts a multipart upload after seven days. */
const daysUntilExpiry = 6;

/** Where uploads are stored. */
export interface UploadStore {
  readonly database: Database;
  readonly bucket: R2Bucket;
}

/**
 * Creates an upload.
 * @throws UploadError if the file is too large, stored already, or was withdrawn
 */
export async function createUpload(
  { database, bucket }: UploadStore,
  blob: AnnouncedBlob,
  now: Date,
): Promise<Upload> {
  requireAcceptedSize(blob.size);
  if (blob.sha256 !== undefined) {
    const stored = await readStoredExtensions(database, [blob.sha256]);
    const extension = stored.get(blob.sha256);
    if (extension !== undefined) throw blobExistsError(extension, blob.extension);
    await requireAcceptable(database, blob.sha256, now.toISOString()).catch((error: unknown) => {
      throw error instanceof BlobRefused ? withdrawnFileError(error) : error;
    });
  }
  const expires = new Date(now);
  expires.setUTCDate(expires.getUTCDate() + daysUntilExpiry);
  const id = crypto.randomUUID();
  const upload = {
    id,
    blob,
    multipart: blob.size > partSize ? await createMultipartUpload(bucket, id) : "",
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
  };
  await insertUpload(database, upload);
  return { ...upload, offset: 0, parts: [], tail: 0, tailAttempt: 0 };
}

/** @throws UploadError if the library keeps no files of this size */
export function requireAcceptedSize(size: number): void {
  if (size <= maxSize) return;
  const detail = `A file may have at most ${maxSize} bytes: encode the film with a lower bit rate.`;
  throw new UploadError("too-large", detail);
}

/** @param stored the extension with which the library keeps the file @param sent the one that was announced */
function blobExistsError(stored: string, sent: string): UploadError {
  const detail =
    stored === sent
      ? "The library has this file already: don't send it."
      : `The library has this file already, as .${stored} and not as .${sent}: a file has one extension, so name it .${stored} in the manifest, and don't send it.`;
  return new UploadError("blob-exists", detail);
}

export const withdrawnFileError = ({ slug }: BlobRefused) =>
  new UploadError("withdrawn", withdrawnFileMessage(slug));

/**
 * Finds an upload, complete or not.
 * @throws UploadError if there is none, or it has expired
 */
export async function findUpload(
  { database }: UploadStore,
  id: string,
  now: Date,
): Promise<Upload> {
  return requireUnexpired(await readUpload(database, id), now);
}

/**
 * Finds an upload that is about to get bytes.
 * @param bytes where they begin, and how many they are; 0 if that isn't known
 * @returns the number of the first part that they fill too, if it could be reserved at once
 * @throws UploadError if there is no such upload, or it has expired
 */
export async function findUploadForBytes(
  { database }: UploadStore,
  id: string,
  bytes: { readonly offset: number; readonly length: number },
  now: Date,
): Promise<{ upload: Upload; partNumber: number | undefined }> {
  const coming = { ...bytes, partSize };
  const found = await readUploadAndReservePart(database, id, coming, now.toISOString());
  return { upload: requireUnexpired(found?.upload, now), partNumber: found?.partNumber };
}

function requireUnexpired(upload: Upload | undefined, now: Date): Upload {
  if (upload === undefined) {
    throw new UploadError("not-found", "There is no such upload: start a new one.");
  }
  if (upload.expiresAt <= now.toISOString()) {
    throw new UploadError("upload-expired", "This upload has expired: start a new one.");
  }
  return upload;
}

/** Removes an upload with all its data. A blob that was made from it stays. */
export async function removeUpload(
  { database, bucket }: UploadStore,
  upload: Pick<Upload, "id" | "multipart">,
): Promise<void> {
  await removeUploadObjects(bucket, upload);
  await deleteUpload(database, upload.id);
}

/** An upload of a file whose digest is known. */
type IdentifiedUpload = Upload & { readonly blob: Blob };

/**
 * Finds the uploads that can continue: for each file, the one with the most bytes. Uploads that began without
 * a digest are left out, as nobody knows yet which file they are.
 * @param sha256s only uploads of these files; undefined for all
 */
export async function findUnfinishedUploads(
  database: Database,
  now: Date,
  sha256s?: readonly string[],
): Promise<IdentifiedUpload[]> {
  if (sha256s?.length === 0) return [];
  const byFile = new Map<string, IdentifiedUpload>();
  for (const upload of await listUnfinishedUploads(database, now.toISOString(), sha256s)) {
    const { sha256 } = upload.blob;
    if (sha256 === undefined || byFile.has(sha256)) continue;
    byFile.set(sha256, { ...upload, blob: { ...upload.blob, sha256 } });
  }
  return [...byFile.values()];
}

/** How many expired uploads one run removes: each costs a call to R2, and a run may make 50 (docs/limits.md). */
const maxExpiredPerRun = 10;

/**
 * Removes expired uploads, and objects in R2 that a crash left behind without an upload in D1: a bounded number of
 * them, the oldest first. The next run continues.
 * @param dryRun only reports what would be removed
 * @returns the removed uploads' ids
 */
export async function removeExpiredUploads(
  { database, bucket }: UploadStore,
  now: Date,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<string[]> {
  const expired = await listExpiredUploads(database, now.toISOString(), maxExpiredPerRun);
  const objects = await listUploadObjects(bucket);
  const orphaned = await findOrphanedUploads(database, objects, now);
  const ids = [...expired.map(({ id }) => id), ...orphaned];
  if (!dryRun && ids.length > 0) {
    for (const upload of expired) await abortMultipartUpload(bucket, upload);
    const removed = new Set(ids);
    await deleteUploadObjects(
      bucket,
      objects.filter(({ id }) => removed.has(id)),
    );
    await deleteUploads(database, ids);
  }
  return ids;
}

/** Finds objects without an upload in D1. Objects of the last day are left out: their upload may be just ending. */
async function findOrphanedUploads(
  database: Database,
  objects: readonly UploadObject[],
  now: Date,
): Promise<string[]> {
  const yesterday = new Date(now);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  const old = objects.filter(({ uploaded }) => uploaded < yesterday);
  const ids = [...new Set(old.map(({ id }) => id))];
  const known = ids.length === 0 ? new Set<string>() : await findUploadIds(database, ids);
  return ids.filter((id) => !known.has(id));
}
