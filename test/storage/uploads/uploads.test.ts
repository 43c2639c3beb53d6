import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import {
  createMultipartUpload,
  joinParts,
  listUploadObjects,
  readTail,
  removeUploadObjects,
  uploadPart,
  writeTail,
} from "../../../src/storage/uploads/upload-objects.ts";
import {
  advanceUpload,
  completeUpload,
  deleteUpload,
  insertUpload,
  listExpiredUploads,
  listUnfinishedUploads,
  readUpload,
  readUploadAndReservePart,
  reservePart,
} from "../../../src/storage/uploads/uploads.ts";
import { bytesOf, database } from "../../support/library.ts";
import { sampleBytes } from "../../support/uploads.ts";

const blob = { sha256: "a".repeat(64), extension: "mp4", size: 1000 } as const;
const createdAt = "2026-01-01T00:00:00.000Z";
const expiresAt = "2026-01-07T00:00:00.000Z";
const noProgress = { offset: 0, parts: [], tail: 0, tailAttempt: 0 };
const newUpload = { id: "one", blob, multipart: "", createdAt, expiresAt };

beforeEach(async () => {
  await env.DB.exec("delete from uploads");
});

describe("an upload's row", () => {
  test("starts at offset 0, and advances only from the offset that was read", async () => {
    await insertUpload(database, newUpload);
    const start = await readUpload(database, "one");
    expect(start).toEqual({ ...newUpload, ...noProgress });
    const to = { offset: 400, parts: [[1, "etag"]] as const, tail: 100, tailAttempt: 2 ** 52 + 1 };
    expect(await advanceUpload(database, { id: "one", offset: 0 }, to)).toBe(true);
    expect(await advanceUpload(database, { id: "one", offset: 0 }, to)).toBe(false);
    expect(await advanceUpload(database, { id: "other", offset: 0 }, to)).toBe(false);
    expect(await readUpload(database, "one")).toEqual({ ...newUpload, ...to });
  });

  test("can't pass the file's size", async () => {
    await insertUpload(database, newUpload);
    const past = { ...noProgress, offset: 1001 };
    await expect(advanceUpload(database, { id: "one", offset: 0 }, past)).rejects.toThrow();
  });

  test("gives each caller another part number", async () => {
    await insertUpload(database, newUpload);
    const numbers = await Promise.all([1, 2, 3].map(() => reservePart(database, "one")));
    expect(numbers.toSorted()).toEqual([1, 2, 3]);
    expect(await reservePart(database, "gone")).toBeUndefined();
  });

  test("gives a part number at once to bytes that fill a part or end the file, and to no others", async () => {
    const large = { ...newUpload, multipart: "parts" };
    await insertUpload(database, large);
    const read = (offset: number, length: number, now = createdAt) =>
      readUploadAndReservePart(database, "one", { offset, length, partSize: 400 }, now);
    const numberFor = async (...bytes: Parameters<typeof read>) =>
      (await read(...bytes))?.partNumber;
    expect([await numberFor(0, 400), await numberFor(0, 1000)]).toEqual([1, 2]);
    expect(await numberFor(0, 399)).toBeUndefined();
    expect(await numberFor(0, 0)).toBeUndefined();
    expect(await numberFor(0, 1001)).toBeUndefined();
    expect(await numberFor(400, 400)).toBeUndefined();
    expect(await numberFor(0, 400, expiresAt)).toBeUndefined();
    expect(await reservePart(database, "one")).toBe(3);
    const to = { offset: 500, parts: [[1, "etag"]] as const, tail: 100, tailAttempt: 1 };
    await advanceUpload(database, { id: "one", offset: 0 }, to);
    expect([await numberFor(500, 299), await numberFor(500, 300)]).toEqual([undefined, 4]);
    expect((await read(500, 1))?.upload).toEqual({ ...large, ...to });
    await deleteUpload(database, "one");
    expect(await read(500, 300)).toBeUndefined();
  });

  test("is listed as unfinished until it is complete, and as expired once it has expired", async () => {
    await insertUpload(database, newUpload);
    const listed = async (now: string) => (await listUnfinishedUploads(database, now)).length;
    expect([await listed(createdAt), await listed(expiresAt)]).toEqual([1, 0]);
    await completeUpload(database, "one", blob.sha256);
    expect(await listed(createdAt)).toBe(0);
    expect((await readUpload(database, "one"))?.offset).toBe(1000);
    expect(await listExpiredUploads(database, createdAt, 10)).toEqual([]);
    expect((await listExpiredUploads(database, expiresAt, 10)).map(({ id }) => id)).toEqual([
      "one",
    ]);
    await deleteUpload(database, "one");
    expect(await readUpload(database, "one")).toBeUndefined();
  });
});

describe("an upload's objects", () => {
  const createParts = async () => {
    const multipart = await createMultipartUpload(env.BLOBS, "parts");
    return { ...newUpload, ...noProgress, id: "parts", multipart };
  };
  const readBytes = (body: ReadableStream | undefined) => new Response(body ?? null).arrayBuffer();

  test("are joined in the order of their numbers, which may have gaps, and only once", async () => {
    const upload = await createParts();
    const bytes = sampleBytes("joined", 5 * 1024 * 1024);
    const first = await uploadPart(env.BLOBS, upload, 3, bytes);
    await uploadPart(env.BLOBS, upload, 4, bytesOf("of an attempt that failed"));
    const parts = { ...upload, parts: [first] };
    const last = () => uploadPart(env.BLOBS, upload, 9, bytesOf("end"));
    const joined = await readBytes(await joinParts(env.BLOBS, parts, last));
    expect(joined.byteLength).toBe(bytes.length + 3);
    const again = await joinParts(env.BLOBS, parts, () => Promise.reject(new Error("sent again")));
    expect((await readBytes(again)).byteLength).toBe(bytes.length + 3);
    await removeUploadObjects(env.BLOBS, upload);
    expect(await joinParts(env.BLOBS, parts, last)).toBeUndefined();
  });

  test("store each tail under another name, until they are removed", async () => {
    const first = await writeTail(env.BLOBS, "tail", bytesOf("first"));
    const second = await writeTail(env.BLOBS, "tail", bytesOf("second"));
    expect(first).not.toBe(second);
    const upload = { ...newUpload, ...noProgress, id: "tail", tail: 5, tailAttempt: first };
    expect(await readTail(env.BLOBS, upload)).toEqual(bytesOf("first"));
    expect(await readTail(env.BLOBS, { ...upload, tail: 0 })).toEqual(new Uint8Array());
    expect(new Set((await listUploadObjects(env.BLOBS)).map((object) => object.id))).toEqual(
      new Set(["tail"]),
    );
    await removeUploadObjects(env.BLOBS, upload);
    expect(await readTail(env.BLOBS, upload)).toBeUndefined();
  });
});
