import type { Part, Upload } from "./uploads.ts";

/** What R2 keeps of a file on its way: the parts of a multipart upload, and objects under `uploads/`. */

const folder = "uploads/";
const dataKey = (id: string) => `${folder}${id}/data`;
const tailKey = (id: string, attempt: number) => `${folder}${id}/tail-${attempt}`;

/** Begins a multipart upload. @returns R2's name of it */
export async function createMultipartUpload(bucket: R2Bucket, id: string): Promise<string> {
  return (await bucket.createMultipartUpload(dataKey(id))).uploadId;
}

/** Sends one part. All but the last have to be of the same size, 5 MiB at least: R2 asks for that. */
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
 * Joins the parts. Sending the last one and joining may be repeated after a crash, or be done by two
 * at once: once the parts are joined they stay so, and nothing more is sent.
 * @param last sends the last part
 * @returns the bytes of the whole file; undefined where the upload was removed meanwhile
 */
export async function joinParts(
  bucket: R2Bucket,
  { id, multipart, parts }: Upload,
  last: () => Promise<Part>,
): Promise<ReadableStream | undefined> {
  const joined = await bucket.get(dataKey(id));
  if (joined !== null) return joined.body;
  try {
    const all = [...parts, await last()];
    await bucket
      .resumeMultipartUpload(dataKey(id), multipart)
      .complete(all.map(([partNumber, etag]) => ({ partNumber, etag })));
  } catch (error) {
    // Someone else has joined them since, and may have removed them again already.
    const theirs = await bucket.get(dataKey(id));
    if (theirs !== null) return theirs.body;
    if (isNoSuchUpload(error)) return undefined;
    throw error;
  }
  return (await bucket.get(dataKey(id)))?.body;
}

/** R2's code 10024: the multipart upload was completed or aborted. */
function isNoSuchUpload(error: unknown): boolean {
  return /10024|does not exist/.test(String(error));
}

/** The bytes beside the parts; undefined where they are gone, because someone moved the upload on. */
export async function readTail(
  bucket: R2Bucket,
  { id, tail, tailAttempt }: Upload,
): Promise<Uint8Array | undefined> {
  if (tail === 0) return new Uint8Array();
  const object = await bucket.get(tailKey(id, tailAttempt));
  return object === null ? undefined : new Uint8Array(await object.arrayBuffer());
}

/** Keeps bytes that are too few for a part. @returns the attempt that names them, of this call alone */
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

/** Removes all that R2 keeps of an upload; it may be gone already. */
export async function removeUploadObjects(
  bucket: R2Bucket,
  { id, multipart }: Pick<Upload, "id" | "multipart">,
): Promise<void> {
  if (multipart !== "") {
    await bucket
      .resumeMultipartUpload(dataKey(id), multipart)
      .abort()
      .catch(() => undefined); // It is completed or aborted already.
  }
  const keys = (await listObjects(bucket, `${folder}${id}/`)).map(({ key }) => key);
  if (keys.length > 0) await bucket.delete(keys);
}

/** The ids under which R2 keeps objects of uploads, of those that were written before a moment. */
export async function listUploadIds(bucket: R2Bucket, before: Date): Promise<string[]> {
  const objects = await listObjects(bucket, folder);
  const old = objects.filter(({ uploaded }) => uploaded < before);
  return [...new Set(old.map(({ key }) => key.split("/")[1] ?? ""))];
}

async function listObjects(bucket: R2Bucket, prefix: string): Promise<R2Object[]> {
  const found: R2Object[] = [];
  let cursor: string | undefined;
  do {
    const page: R2Objects = await bucket.list({ prefix, ...(cursor && { cursor }) });
    found.push(...page.objects);
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return found;
}
