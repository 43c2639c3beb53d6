import { and, eq, getTableColumns, gt, inArray, lte, sql } from "drizzle-orm";
import * as z from "zod";
import { isExtension } from "../../records/schema/media-types.ts";
import type { Blob } from "../../records/schema/record.ts";
import type { Database } from "../database.ts";
import { readJson } from "../read-json.ts";
import { uploads } from "../tables.ts";

/** An uploaded part: its number and its ETag in R2. */
export type Part = readonly [number: number, etag: string];

/** A file as its upload announces it. The digest is undefined until the file is complete, if none was given. */
export interface AnnouncedBlob extends Omit<Blob, "sha256"> {
  readonly sha256: string | undefined;
}

/** An upload as D1 stores it. */
export interface Upload {
  readonly id: string;
  /** The blob that the upload becomes when it is complete. */
  readonly blob: AnnouncedBlob;
  /** How many bytes are stored. It reaches the file's size only when the blob is stored. */
  readonly offset: number;
  /** R2's id of the multipart upload; empty for a file of one part. */
  readonly multipart: string;
  readonly parts: readonly Part[];
  /** How many bytes are stored after the parts, and the number that names their object. */
  readonly tail: number;
  readonly tailAttempt: number;
  /** ISO 8601 in UTC, as is `createdAt`. */
  readonly expiresAt: string;
  readonly createdAt: string;
}

/** Inserts a new upload, with no bytes received. */
export async function insertUpload(
  database: Database,
  upload: Pick<Upload, "id" | "blob" | "multipart" | "createdAt" | "expiresAt">,
): Promise<void> {
  const { blob, ...rest } = upload;
  const progress = { offset: 0, parts: "[]", attempts: 0, tail: 0, tailAttempt: 0 };
  await database.insert(uploads).values({ ...blob, ...rest, ...progress });
}

/** Reads an upload, expired or not; undefined if there is none. */
export async function readUpload(database: Database, id: string): Promise<Upload | undefined> {
  const row = await database.select().from(uploads).where(eq(uploads.id, id)).get();
  return row && toUpload(row);
}

/** Bytes that a request is about to send. */
export interface ComingBytes {
  /** Where the client says that they begin. */
  readonly offset: number;
  /** How many they are, as the request says; 0 if it doesn't. */
  readonly length: number;
  /** The size of a part. */
  readonly partSize: number;
}

/**
 * Reads an upload that is about to get bytes, and reserves the number of the part that they will fill or end the file
 * with, as `reservePart` does. Both are one statement, which saves a round trip for each part.
 * @param now ISO 8601 in UTC
 * @returns without a number if they begin elsewhere than the upload ends, are too few for a part, or come too late
 */
export async function readUploadAndReservePart(
  database: Database,
  id: string,
  { offset, length, partSize }: ComingBytes,
  now: string,
): Promise<{ upload: Upload; partNumber: number | undefined } | undefined> {
  const fillsPart = sql<number>`(${uploads.multipart} <> '' and ${uploads.offset} = ${offset}
    and ${uploads.expiresAt} > ${now} and ${length} > 0 and ${offset + length} <= ${uploads.size}
    and (${uploads.tail} + ${length} >= ${partSize} or ${offset + length} = ${uploads.size}))`;
  const row = await database
    .update(uploads)
    .set({ attempts: sql`${uploads.attempts} + ${fillsPart}` })
    .where(eq(uploads.id, id))
    .returning({ ...getTableColumns(uploads), fillsPart: fillsPart.as("fills_part") })
    .get();
  if (row === undefined) return undefined;
  return { upload: toUpload(row), partNumber: row.fillsPart === 1 ? row.attempts : undefined };
}

/**
 * Reserves a part number that was never used before, so that requests at the same time don't overwrite one
 * another's parts. Later numbers are greater: R2 joins parts in the order of their numbers.
 * @returns undefined if the upload no longer exists
 */
export async function reservePart(database: Database, id: string): Promise<number | undefined> {
  const row = await database
    .update(uploads)
    .set({ attempts: sql`${uploads.attempts} + 1` })
    .where(eq(uploads.id, id))
    .returning({ attempts: uploads.attempts })
    .get();
  return row?.attempts;
}

/**
 * Advances an upload if its offset is still the one that was read. This compare-and-set replaces a lock.
 * @returns false if another request advanced or removed it meanwhile
 */
export async function advanceUpload(
  database: Database,
  from: Pick<Upload, "id" | "offset">,
  to: Pick<Upload, "offset" | "parts" | "tail" | "tailAttempt">,
): Promise<boolean> {
  const updated = await database
    .update(uploads)
    .set({ ...to, parts: JSON.stringify(to.parts) })
    .where(and(eq(uploads.id, from.id), eq(uploads.offset, from.offset)))
    .returning({ id: uploads.id });
  return updated.length === 1;
}

/** Marks an upload as complete: its blob is stored. @param sha256 the blob's digest */
export async function completeUpload(
  database: Database,
  id: string,
  sha256: string,
): Promise<void> {
  const progress = { sha256, offset: sql`${uploads.size}`, parts: "[]", tail: 0 };
  await database.update(uploads).set(progress).where(eq(uploads.id, id));
}

/** Deletes an upload's row. Remove its objects from R2 first. */
export async function deleteUpload(database: Database, id: string): Promise<void> {
  await database.delete(uploads).where(eq(uploads.id, id));
}

/**
 * Lists the uploads that are neither complete nor expired, those with the most bytes first.
 * @param now ISO 8601 in UTC
 * @param sha256s only uploads of these files; undefined for all
 */
export async function listUnfinishedUploads(
  database: Database,
  now: string,
  sha256s?: readonly string[],
): Promise<Upload[]> {
  const named = sql`(select value from json_each(${JSON.stringify(sha256s ?? [])}))`;
  const rows = await database
    .select()
    .from(uploads)
    .where(
      and(
        sha256s && inArray(uploads.sha256, named),
        gt(uploads.expiresAt, now),
        sql`${uploads.offset} < ${uploads.size}`,
      ),
    )
    .orderBy(sql`${uploads.offset} desc`, uploads.id);
  return rows.map(toUpload);
}

/** Lists expired uploads, complete or not, the oldest first. @param now ISO 8601 in UTC */
export async function listExpiredUploads(
  database: Database,
  now: string,
  limit: number,
): Promise<Upload[]> {
  const rows = await database
    .select()
    .from(uploads)
    .where(lte(uploads.expiresAt, now))
    .orderBy(uploads.expiresAt)
    .limit(limit);
  return rows.map(toUpload);
}

/** Deletes the rows of uploads. */
export async function deleteUploads(database: Database, ids: readonly string[]): Promise<void> {
  const named = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  await database.delete(uploads).where(inArray(uploads.id, named));
}

/** Finds which of the ids belong to an upload. */
export async function findUploadIds(
  database: Database,
  ids: readonly string[],
): Promise<Set<string>> {
  const named = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const rows = await database
    .select({ id: uploads.id })
    .from(uploads)
    .where(inArray(uploads.id, named));
  return new Set(rows.map(({ id }) => id));
}

const storedParts = z.array(z.tuple([z.int(), z.string()]));

function toUpload(row: typeof uploads.$inferSelect): Upload {
  const { id, sha256, extension, size, offset, multipart, tail, tailAttempt } = row;
  if (!isExtension(extension)) throw new Error(`The library has no such file type: ${extension}`);
  const blob = { sha256: sha256 ?? undefined, extension, size };
  const { createdAt, expiresAt } = row;
  const parts = readJson(storedParts, row.parts);
  return { id, blob, offset, multipart, parts, tail, tailAttempt, createdAt, expiresAt };
}
