import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import * as z from "zod";
import { isExtension } from "../../records/schema/media-types.ts";
import type { Blob } from "../../records/schema/record.ts";
import type { Database } from "../database.ts";
import { readJson } from "../read-json.ts";
import { uploads } from "../tables.ts";

/** A part that R2 has: its number there, and the ETag that R2 gave it. */
export type Part = readonly [number: number, etag: string];

/** A file on its way, as D1 knows it. */
export interface Upload {
  readonly id: string;
  /** What it will be when it is whole. */
  readonly blob: Blob;
  /** How many of its bytes are kept. The file's size once it is a stored blob, and never before. */
  readonly offset: number;
  /** R2's name of the multipart upload; empty for a file of one part. */
  readonly multipart: string;
  readonly parts: readonly Part[];
  /** How many bytes are kept beside the parts, and the attempt that names their object. */
  readonly tail: number;
  readonly tailAttempt: number;
  /** ISO 8601 in UTC, as is when it was created. */
  readonly expiresAt: string;
  readonly createdAt: string;
}

/** Notes a new upload, of which nothing has arrived. */
export async function insertUpload(
  database: Database,
  upload: Pick<Upload, "id" | "blob" | "multipart" | "createdAt" | "expiresAt">,
): Promise<void> {
  const { blob, ...rest } = upload;
  const nothing = { offset: 0, parts: "[]", attempts: 0, tail: 0, tailAttempt: 0 };
  await database.insert(uploads).values({ ...blob, ...rest, ...nothing });
}

/** An upload, expired or not; undefined where there is none. */
export async function readUpload(database: Database, id: string): Promise<Upload | undefined> {
  const row = await database.select().from(uploads).where(eq(uploads.id, id)).get();
  return row && toUpload(row);
}

/**
 * Gives out a part number that nobody had before: whoever sends a part at the same time has another
 * one, and neither writes over the other's. Later numbers are greater, which is the order R2 joins in.
 * @returns undefined where the upload is gone
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
 * Moves an upload on, if it still is where it was read: the compare-and-set that stands for a lock.
 * @returns false where someone else moved it meanwhile, or it is gone
 */
export async function advanceUpload(
  database: Database,
  from: Pick<Upload, "id" | "offset">,
  to: Pick<Upload, "offset" | "parts" | "tail" | "tailAttempt">,
): Promise<boolean> {
  const moved = await database
    .update(uploads)
    .set({ ...to, parts: JSON.stringify(to.parts) })
    .where(and(eq(uploads.id, from.id), eq(uploads.offset, from.offset)))
    .returning({ id: uploads.id });
  return moved.length === 1;
}

/** Notes that an upload is a stored blob now. */
export async function completeUpload(database: Database, id: string): Promise<void> {
  const whole = { offset: sql`${uploads.size}`, parts: "[]", tail: 0 };
  await database.update(uploads).set(whole).where(eq(uploads.id, id));
}

/** Forgets an upload. Its objects in R2 are to be removed before. */
export async function deleteUpload(database: Database, id: string): Promise<void> {
  await database.delete(uploads).where(eq(uploads.id, id));
}

/**
 * The uploads that can be gone on with, the furthest first.
 * @param now ISO 8601 in UTC
 * @param sha256s of these files only
 */
export async function listUnfinished(
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

/** The uploads whose time is over, finished or not. @param now ISO 8601 in UTC */
export async function listExpired(database: Database, now: string): Promise<Upload[]> {
  const rows = await database.select().from(uploads).where(lte(uploads.expiresAt, now));
  return rows.map(toUpload);
}

/** Those of some ids that an upload has. */
export async function knownUploads(
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
  const { sha256, extension, size, parts, attempts: _, ...rest } = row;
  if (!isExtension(extension)) throw new Error(`No extension of the library's: ${extension}`);
  return { ...rest, blob: { sha256, extension, size }, parts: readJson(storedParts, parts) };
}
