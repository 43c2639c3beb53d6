import { and, inArray, isNull, sql } from "drizzle-orm";
import { mediaTypes } from "../records/schema/media-types.ts";
import type { Blob } from "../records/schema/record.ts";
import type { Database } from "./database.ts";
import { blobs } from "./tables.ts";

/** Where R2 keeps a blob. */
function blobKey(sha256: string): string {
  return `blobs/${sha256}`;
}

/** R2 refused the bytes: their SHA-256 is another one than the name under which they were sent. */
export class DigestMismatch extends Error {}

/**
 * Stores a blob and notes it in D1, in this order: a blob that D1 knows is whole in R2.
 * @param body a stream whose length is known (R2 asks for that)
 * @returns false where the blob was there already and nothing was written
 * @throws WrongDigest where the bytes aren't those of the digest; nothing is kept then
 */
export async function storeBlob(
  bucket: R2Bucket,
  database: Database,
  blob: Blob,
  body: ReadableStream,
  now: string,
): Promise<boolean> {
  const known = await findMissingBlobs(database, [blob.sha256]);
  if (known.length === 0) return false;
  const httpMetadata = { contentType: mediaTypes[blob.extension] };
  try {
    await bucket.put(blobKey(blob.sha256), body, { sha256: blob.sha256, httpMetadata });
  } catch (error) {
    // R2's code 10037, in words: "The SHA-256 checksum you specified did not match what we received."
    if (String(error).includes("SHA-256")) throw new DigestMismatch(blob.sha256);
    throw error;
  }
  await database
    .insert(blobs)
    .values({ ...blob, createdAt: now })
    .onConflictDoUpdate({ target: blobs.sha256, set: { createdAt: now, removedAt: null } });
  return true;
}

/** Deletes blobs' bytes. D1 has to know them as removed before: what it knows as stored is there. */
export async function deleteBlobs(bucket: R2Bucket, digests: readonly string[]): Promise<void> {
  for (let start = 0; start < digests.length; start += maxKeysPerDelete) {
    await bucket.delete(digests.slice(start, start + maxKeysPerDelete).map(blobKey));
  }
}

/** What R2 really has, by the page, in the order of the digests. */
export async function* listBlobs(bucket: R2Bucket): AsyncGenerator<{
  objects: { sha256: string; size: number; uploaded: Date }[];
  isLast: boolean;
}> {
  let cursor: string | undefined;
  do {
    const page = await bucket.list({
      prefix: blobKey(""),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const objects = page.objects.map(({ key, size, uploaded }) => {
      return { sha256: key.slice(blobKey("").length), size, uploaded };
    });
    cursor = page.truncated ? page.cursor : undefined;
    yield { objects, isLast: cursor === undefined };
  } while (cursor !== undefined);
}

/** R2 deletes so many objects at once (Workers API, R2 bucket `delete`). */
const maxKeysPerDelete = 1000;

/** Those of the digests that no stored blob has, in one round trip however many they are. */
export async function findMissingBlobs(database: Database, digests: string[]): Promise<string[]> {
  const extensions = await readStoredExtensions(database, digests);
  return digests.filter((digest) => !extensions.has(digest));
}

/** The digests of those blobs that aren't stored as what they are named: they would have no address. */
export async function findUnstoredBlobs(database: Database, named: Blob[]): Promise<string[]> {
  const digests = named.map((blob) => blob.sha256);
  const extensions = await readStoredExtensions(database, digests);
  return named
    .filter((blob) => extensions.get(blob.sha256) !== blob.extension)
    .map((blob) => blob.sha256);
}

async function readStoredExtensions(
  database: Database,
  digests: string[],
): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const rows = await database
    .select({ sha256: blobs.sha256, extension: blobs.extension })
    .from(blobs)
    .where(and(inArray(blobs.sha256, jsonList(digests)), isNull(blobs.removedAt)));
  return new Map(rows.map((row) => [row.sha256, row.extension]));
}

/** A list as one bound parameter: D1 allows 100 a query. */
function jsonList(values: string[]) {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** A blob's whole text, or undefined where it isn't stored. */
export async function readBlobText(bucket: R2Bucket, sha256: string): Promise<string | undefined> {
  const object = await bucket.get(blobKey(sha256));
  return object?.text();
}

/** What R2 knows of a blob without reading it. */
export interface BlobInfo {
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | undefined;
}

const toBlobInfo = (object: R2Object): BlobInfo => ({
  size: object.size,
  contentType: object.httpMetadata?.contentType,
});

/** A blob's facts, or undefined where it isn't stored. */
export async function headBlob(bucket: R2Bucket, sha256: string): Promise<BlobInfo | undefined> {
  const object = await bucket.head(blobKey(sha256));
  return object === null ? undefined : toBlobInfo(object);
}

/**
 * A blob's bytes, whole or in part.
 * @returns undefined where it isn't stored; no body where R2 says that it has no such range
 */
export async function readBlob(
  bucket: R2Bucket,
  sha256: string,
  range?: R2Range,
): Promise<(BlobInfo & { body: ReadableStream | undefined }) | undefined> {
  try {
    const object = await bucket.get(blobKey(sha256), range === undefined ? {} : { range });
    return object === null ? undefined : { ...toBlobInfo(object), body: object.body };
  } catch (error) {
    // R2 throws for a range that it can't satisfy, in words that differ from place to place.
    const facts = range && (await headBlob(bucket, sha256));
    const first = range !== undefined && "offset" in range ? (range.offset ?? 0) : 0;
    if (facts === undefined || first < facts.size) throw error;
    return { ...facts, body: undefined };
  }
}
