import type { Blob } from "../../records/schema/record.ts";
import { findMissingBlobs } from "../../storage/blobs.ts";
import type { Database } from "../../storage/database.ts";
import {
  createMultipartUpload,
  listUploadIds,
  removeUploadObjects,
} from "../../storage/uploads/upload-objects.ts";
import {
  deleteUpload,
  findUploadIds,
  insertUpload,
  listExpiredUploads,
  listUnfinishedUploads,
  readUpload,
  type Upload,
} from "../../storage/uploads/uploads.ts";
import { UploadError } from "./upload-error.ts";

/** The size of a part, in bytes. A client that sends just so much at a time costs the least. */
export const partSize = 8 * 1024 * 1024;

/** The largest file, in bytes: R2 takes less than 5 GiB in the one piece in which a file is verified. */
export const maxSize = 4 * 1024 ** 3;

/** R2 gives up a multipart upload after seven days by itself. */
const daysUntilExpiry = 6;

/** Where uploads are kept. */
export interface UploadStore {
  readonly database: Database;
  readonly bucket: R2Bucket;
}

/**
 * Begins an upload.
 * @throws UploadRefusal where the file is too large, or stored already
 */
export async function createUpload(
  { database, bucket }: UploadStore,
  blob: Blob,
  now: Date,
): Promise<Upload> {
  if (blob.size > maxSize) throw new UploadError("too-large", tooLarge);
  if ((await findMissingBlobs(database, [blob.sha256])).length === 0) {
    throw new UploadError("blob-exists", "The library has this file: nothing is to be sent.");
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

const tooLarge = `A file may have ${maxSize} bytes at most: encode the film with fewer bits a second.`;

/**
 * Finds an upload that can be gone on with, or that is finished.
 * @throws UploadRefusal where there is none, or its time is over
 */
export async function findUpload(
  { database }: UploadStore,
  id: string,
  now: Date,
): Promise<Upload> {
  const upload = await readUpload(database, id);
  if (upload === undefined) {
    throw new UploadError("not-found", "There is no such upload: begin a new one.");
  }
  if (upload.expiresAt <= now.toISOString()) {
    throw new UploadError("upload-expired", "This upload's time is over: begin a new one.");
  }
  return upload;
}

/** Ends an upload. Nothing of it is left; a blob that came of it stays. */
export async function removeUpload(
  { database, bucket }: UploadStore,
  upload: Pick<Upload, "id" | "multipart">,
): Promise<void> {
  await removeUploadObjects(bucket, upload);
  await deleteUpload(database, upload.id);
}

/**
 * The uploads that can be gone on with, for each file the one that is furthest.
 * @param sha256s of these files only; else of all
 */
export async function findUnfinishedUploads(
  database: Database,
  now: Date,
  sha256s?: readonly string[],
): Promise<Upload[]> {
  if (sha256s?.length === 0) return [];
  const byFile = new Map<string, Upload>();
  for (const upload of await listUnfinishedUploads(database, now.toISOString(), sha256s)) {
    const { sha256 } = upload.blob;
    if (!byFile.has(sha256)) byFile.set(sha256, upload);
  }
  return [...byFile.values()];
}

/**
 * Removes the uploads whose time is over, and objects in R2 that a crash left without their upload.
 * @param dryRun only says what it would remove
 * @returns the ids of what it removed
 */
export async function removeExpiredUploads(
  store: UploadStore,
  now: Date,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<string[]> {
  const expired = await listExpiredUploads(store.database, now.toISOString());
  const lost = await findOrphanedUploads(store, now);
  if (!dryRun) {
    for (const upload of expired) await removeUpload(store, upload);
    for (const id of lost) await removeUploadObjects(store.bucket, { id, multipart: "" });
  }
  return [...expired.map(({ id }) => id), ...lost];
}

/** Objects that no upload knows. Those of the last day are let be: their upload may be just ending. */
async function findOrphanedUploads(
  { database, bucket }: UploadStore,
  now: Date,
): Promise<string[]> {
  const yesterday = new Date(now);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  const ids = await listUploadIds(bucket, yesterday);
  const known = ids.length === 0 ? new Set<string>() : await findUploadIds(database, ids);
  return ids.filter((id) => !known.has(id));
}
