import { and, inArray, isNull, sql } from "drizzle-orm";
import { mediaTypes } from "../records/schema/media-types.ts";
import type { Blob } from "../records/schema/record.ts";
import type { Database } from "./database.ts";
import { findUnacceptableFiles } from "./files/withdrawn-files.ts";
import { isDigestMismatch } from "./r2-errors.ts";
import { blobs } from "./tables.ts";

/** The key of a blob in R2. */
function blobKey(sha256: string): string {
  return `blobs/${sha256}`;
}

/** The bytes have another SHA-256 than the blob's name says. */
export class DigestMismatch extends Error {}

/** The file was withdrawn with a work, and is refused until that is restored. */
export class BlobRefused extends Error {
  /** The withdrawn work. */
  readonly slug: string;

  constructor(slug: string) {
    super(`withdrawn with ${slug}`);
    this.slug = slug;
  }
}

/** @param now ISO 8601 in UTC @throws BlobRefused if the file was withdrawn */
export async function requireAcceptable(
  database: Database,
  sha256: string,
  now: string,
): Promise<void> {
  const [refused] = await findUnacceptableFiles(database, [sha256], now);
  if (refused !== undefined) throw new BlobRefused(refused.slug);
}

/**
 * Stores a blob in R2, then its row in D1. In this order, a blob that D1 lists is always complete in R2.
 * @param body a stream of known length, which R2 requires
 * @param now ISO 8601 in UTC
 * @returns false if the blob was stored already; nothing is written then
 * @throws DigestMismatch if the bytes don't have the blob's digest, BlobRefused; nothing is stored then
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
  await requireAcceptable(database, blob.sha256, now);
  const httpMetadata = { contentType: mediaTypes[blob.extension] };
  try {
    await bucket.put(blobKey(blob.sha256), body, { sha256: blob.sha256, httpMetadata });
  } catch (error) {
    if (isDigestMismatch(error)) throw new DigestMismatch(blob.sha256);
    throw error;
  }
  const { sha256, extension, size } = blob;
  // Its work may have been withdrawn while the bytes arrived.
  const acceptable = sql`select ${sha256}, ${extension}, ${size}, ${now}, null where not exists (
    select 1 from withdrawn_files refused where refused.sha256 = ${sha256}
      and (refused.restoring_until is null or refused.restoring_until <= ${now}))`;
  const written = await database
    .insert(blobs)
    .select(acceptable)
    .onConflictDoUpdate({ target: blobs.sha256, set: { createdAt: now, removedAt: null } })
    .returning({ sha256: blobs.sha256 });
  if (written.length === 0) {
    await deleteBlobs(bucket, [sha256]);
    await requireAcceptable(database, sha256, now);
  }
  return true;
}

/** Deletes blobs from R2. Mark them as removed in D1 first: a blob that D1 lists as stored must exist in R2. */
export async function deleteBlobs(bucket: R2Bucket, digests: readonly string[]): Promise<void> {
  for (let start = 0; start < digests.length; start += maxKeysPerDelete) {
    await bucket.delete(digests.slice(start, start + maxKeysPerDelete).map(blobKey));
  }
}

/** Lists the blobs in R2 after a digest, one page at a time, ordered by digest. */
export async function* listBlobs(
  bucket: R2Bucket,
  after: string,
): AsyncGenerator<{
  objects: { sha256: string; size: number; uploaded: Date }[];
  isLast: boolean;
}> {
  let cursor: string | undefined;
  do {
    const page = await bucket.list({
      prefix: blobKey(""),
      ...(cursor === undefined ? { startAfter: blobKey(after) } : { cursor }),
    });
    const objects = page.objects.map(({ key, size, uploaded }) => {
      return { sha256: key.slice(blobKey("").length), size, uploaded };
    });
    cursor = page.truncated ? page.cursor : undefined;
    yield { objects, isLast: cursor === undefined };
  } while (cursor !== undefined);
}

/** How many objects one call can delete (Workers API, R2 bucket `delete`). */
const maxKeysPerDelete = 1000;

/** Finds which of the digests no stored blob has, in one round trip. */
export async function findMissingBlobs(database: Database, digests: string[]): Promise<string[]> {
  const extensions = await readStoredExtensions(database, digests);
  return digests.filter((digest) => !extensions.has(digest));
}

/** The extension with which each stored file among some digests is kept, in one round trip. */
export async function readStoredExtensions(
  database: Database,
  digests: readonly string[],
): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const rows = await database
    .select({ sha256: blobs.sha256, extension: blobs.extension })
    .from(blobs)
    .where(and(inArray(blobs.sha256, jsonList(digests)), isNull(blobs.removedAt)));
  return new Map(rows.map((row) => [row.sha256, row.extension]));
}

/** A list as one bound parameter, as D1 allows only 100 in a query. */
function jsonList(values: readonly string[]) {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** A blob's whole text, or undefined if it isn't stored. */
export async function readBlobText(bucket: R2Bucket, sha256: string): Promise<string | undefined> {
  const object = await bucket.get(blobKey(sha256));
  return object?.text();
}

/** What R2 stores about a blob, besides its bytes. */
export interface BlobInfo {
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | undefined;
}

const toBlobInfo = (object: R2Object): BlobInfo => ({
  size: object.size,
  contentType: object.httpMetadata?.contentType,
});

/** A blob's size and media type, or undefined if it isn't stored. */
export async function headBlob(bucket: R2Bucket, sha256: string): Promise<BlobInfo | undefined> {
  const object = await bucket.head(blobKey(sha256));
  return object === null ? undefined : toBlobInfo(object);
}

/**
 * Reads a blob's bytes, or a range of them.
 * @returns undefined if the blob isn't stored; without a body if the range can't be satisfied
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
    // R2 throws if it can't satisfy a range. The error's text differs between R2 and the local simulation, so
    // the range is compared with the blob's size instead.
    const info = range && (await headBlob(bucket, sha256));
    const start = range !== undefined && "offset" in range ? (range.offset ?? 0) : 0;
    if (info === undefined || start < info.size) throw error;
    return { ...info, body: undefined };
  }
}
