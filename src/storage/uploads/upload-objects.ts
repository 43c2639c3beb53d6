import { isUploadNotFound } from "../r2-errors.ts";
import type { Part, Upload } from "./uploads.ts";

/** An unfinished upload in R2: the parts of a multipart upload, and objects under `uploads/`. */

const folder = "uploads/";
const dataKey = (id: string) => `${folder}${id}/data`;
const tailKey = (id: string, attempt: number) => `${folder}${id}/tail-${attempt}`;

/** Creates a multipart upload. @returns R2's id of it */
export async function createMultipartUpload(bucket: R2Bucket, id: string): Promise<string> {
  return (await bucket.createMultipartUpload(dataKey(id))).uploadId;
}

/** Uploads one part. R2 requires that all parts but the last have the same size, at least 5 MiB. */
export async function uploadPart(
  bucket: R2Bucket,
  { id, multipart }: Upload,
  number: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Part> {
  const part = await bucket.resumeMultipartUpload(dataKey(id), multipart).uploadPart(number, bytes);
  return [number, part.etag];
}

/**
 * Joins the parts. This may be repeated after a crash, or run twice at the same time: once the parts are
 * joined, the joined object is used and nothing is uploaded.
 * @param uploadLastPart is called only if the parts aren't joined yet
 * @returns the bytes of the whole file; undefined if the upload was removed meanwhile
 */
export async function joinParts(
  bucket: R2Bucket,
  { id, multipart, parts }: Upload,
  uploadLastPart: () => Promise<Part>,
): Promise<ReadableStream | undefined> {
  const joined = await bucket.get(dataKey(id));
  if (joined !== null) return joined.body;
  try {
    const all = [...parts, await uploadLastPart()];
    await bucket
      .resumeMultipartUpload(dataKey(id), multipart)
      .complete(all.map(([partNumber, etag]) => ({ partNumber, etag })));
  } catch (error) {
    // Another request has joined the parts, and may have removed the joined object since.
    const joinedMeanwhile = await bucket.get(dataKey(id));
    if (joinedMeanwhile !== null) return joinedMeanwhile.body;
    if (isUploadNotFound(error)) return undefined;
    throw error;
  }
  return (await bucket.get(dataKey(id)))?.body;
}

/**
 * Reads the bytes that follow the parts (the tail), which are too few for a part of their own.
 * @returns undefined if they no longer exist, because another request advanced the upload
 */
export async function readTail(
  bucket: R2Bucket,
  { id, tail, tailAttempt }: Upload,
): Promise<Uint8Array | undefined> {
  if (tail === 0) return new Uint8Array();
  const object = await bucket.get(tailKey(id, tailAttempt));
  return object === null ? undefined : new Uint8Array(await object.arrayBuffer());
}

/** Writes bytes that are too few for a part. @returns a random number that names the object, never used before */
export async function writeTail(
  bucket: R2Bucket,
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  const attempt = (high % 2 ** 21) * 2 ** 32 + low;
  await bucket.put(tailKey(id, attempt), bytes);
  return attempt;
}

export async function deleteTail(bucket: R2Bucket, id: string, attempt: number): Promise<void> {
  await bucket.delete(tailKey(id, attempt));
}

/** Removes an upload's parts and objects from R2. Does nothing if they no longer exist. */
export async function removeUploadObjects(
  bucket: R2Bucket,
  upload: Pick<Upload, "id" | "multipart">,
): Promise<void> {
  await abortMultipartUpload(bucket, upload);
  await deleteUploadObjects(bucket, await listUploadObjects(bucket, upload.id));
}

/** Removes the parts of a multipart upload that wasn't completed. Does nothing if there are none. */
export async function abortMultipartUpload(
  bucket: R2Bucket,
  { id, multipart }: Pick<Upload, "id" | "multipart">,
): Promise<void> {
  if (multipart === "") return;
  await bucket
    .resumeMultipartUpload(dataKey(id), multipart)
    .abort()
    .catch(() => undefined); // It was completed or aborted before.
}

/** An object that is a part of an upload. */
export interface UploadObject {
  readonly key: string;
  /** The upload's id. */
  readonly id: string;
  readonly uploaded: Date;
}

/** How many pages of objects are listed at most, of up to 1,000 each. A later run finds the others. */
const maxListedPages = 3;

/** Lists the objects of uploads in R2. @param id of one upload; undefined for all */
export async function listUploadObjects(bucket: R2Bucket, id?: string): Promise<UploadObject[]> {
  const found: UploadObject[] = [];
  const prefix = id === undefined ? folder : `${folder}${id}/`;
  let cursor: string | undefined;
  for (let pages = 0; pages < maxListedPages; pages += 1) {
    const page: R2Objects = await bucket.list({ prefix, ...(cursor && { cursor }) });
    const objects = page.objects.map(({ key, uploaded }) => {
      return { key, id: key.split("/")[1] ?? "", uploaded };
    });
    found.push(...objects);
    if (!page.truncated) break;
    cursor = page.cursor;
  }
  return found;
}

/** How many objects one call can delete (Workers API, R2 bucket `delete`). */
const maxKeysPerDelete = 1000;

/** Deletes objects of uploads. */
export async function deleteUploadObjects(
  bucket: R2Bucket,
  objects: readonly UploadObject[],
): Promise<void> {
  for (let start = 0; start < objects.length; start += maxKeysPerDelete) {
    await bucket.delete(objects.slice(start, start + maxKeysPerDelete).map(({ key }) => key));
  }
}
