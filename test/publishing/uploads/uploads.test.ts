import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  findUnfinishedUploads,
  partSize,
  removeExpiredUploads,
} from "../../../src/publishing/uploads/uploads.ts";
import { sha256 } from "../../../src/records/digest.ts";
import { database, document, staffToken } from "../../support/library.ts";
import {
  beginUpload,
  checksumOf,
  hasSameBytes,
  readLeftovers,
  readOffset,
  readStoredBlob,
  sampleBytes,
  secret,
  sendBytes,
  tus,
} from "../../support/uploads.ts";

const store = { database, bucket: env.BLOBS };
const mebibyte = 1024 * 1024;

beforeAll(async () => {
  await staffToken(secret);
});

/** A body that fails after the given bytes, like a broken connection. */
function interruptedBody(bytes: Uint8Array): ReadableStream {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) return controller.error(new Error("The connection broke."));
      controller.enqueue(bytes.slice(start, start + 65_536));
      start += 65_536;
    },
  });
}

/** Uploads a file in chunks, whose sizes repeat. @returns the upload's address */
async function uploadInChunks(bytes: Uint8Array<ArrayBuffer>, sizes: number[]): Promise<string> {
  const url = await beginUpload(bytes);
  let offset = 0;
  for (let turn = 0; offset < bytes.length; turn += 1) {
    const end = Math.min(bytes.length, offset + (sizes[turn % sizes.length] ?? 1));
    const response = await sendBytes(url, offset, bytes.slice(offset, end));
    expect(response.status).toBe(204);
    offset = Number(response.headers.get("Upload-Offset"));
    expect(offset).toBe(end);
  }
  return url;
}

describe("a file is stored completely", () => {
  const size = 2 * partSize + 1234;

  test.each<[string, number, number[]]>([
    ["in one request", size, [size]],
    ["in chunks smaller than a part", size, [3 * mebibyte]],
    ["in chunks of many sizes", size, [1, partSize + 7, 5, partSize - 1]],
    ["if all parts are full, each sent as the server asks for it", 2 * partSize, [partSize]],
    ["if all parts are full and are sent at once", 2 * partSize, [2 * partSize]],
    ["if it is exactly one part", partSize, [partSize]],
    [
      "if it is one byte larger than a part, each sent as the server asks for it",
      partSize + 1,
      [partSize],
    ],
    ["if it has one byte", 1, [1]],
  ])("%s", async (name, length, sizes) => {
    const bytes = sampleBytes(name, length);
    const url = await uploadInChunks(bytes, sizes);
    expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
    expect(await readOffset(url)).toBe(length);
    expect((await readLeftovers()).objects).toEqual([]);
  });

  test("in chunks of any size, some of them sent twice, interrupted or damaged (small files)", async () => {
    const step = fc.record({
      length: fc.integer({ min: 0, max: 4000 }),
      how: fc.constantFrom("whole", "twice", "broken", "damaged"),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        run += 1;
        const bytes = sampleBytes(`any ${run}`, 10_000);
        const to = await beginUpload(bytes);
        for (const { length, how } of [...steps, { length: 10_000, how: "whole" }]) {
          const offset = (await readOffset(to)) ?? 0;
          const chunk = bytes.slice(offset, offset + length);
          if (how === "broken") await sendBytes(to, offset, interruptedBody(chunk));
          else if (how === "damaged") {
            const checksum = { "Upload-Checksum": await checksumOf(bytes) };
            if (chunk.length < bytes.length) await sendBytes(to, offset, chunk, checksum);
          } else await sendBytes(to, offset, chunk);
          if (how === "twice" && chunk.length > 0) {
            const again = await sendBytes(to, offset, chunk);
            expect([204, 409, 413]).toContain(again.status);
          }
        }
        expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
      }),
      { numRuns: 8 },
    );
    expect((await readLeftovers()).objects).toEqual([]);
  });
});

describe("an interrupted request", () => {
  test("stores the bytes received, and the upload continues from there", async () => {
    const bytes = sampleBytes("broken", 2 * partSize + 5000);
    const to = await beginUpload(bytes);
    const received = partSize + 100_000;
    const interrupted = await sendBytes(to, 0, interruptedBody(bytes.subarray(0, received)));
    expect(interrupted.status).toBe(400);
    expect(await readOffset(to)).toBe(received);
    expect((await sendBytes(to, received, bytes.slice(received))).status).toBe(204);
    expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
  });

  test("stores nothing if it has a checksum", async () => {
    const bytes = sampleBytes("broken and checked", partSize + 5000);
    const to = await beginUpload(bytes);
    const checksum = { "Upload-Checksum": await checksumOf(bytes) };
    const body = interruptedBody(bytes.subarray(0, partSize + 1000));
    expect((await sendBytes(to, 0, body, checksum)).status).toBe(400);
    expect(await readOffset(to)).toBe(0);
    expect((await sendBytes(to, 0, bytes, checksum)).status).toBe(204);
    expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
  });
});

describe("simultaneous requests with the same bytes", () => {
  test("don't overwrite one another: one of them succeeds, and the file is intact", async () => {
    const bytes = sampleBytes("two at once", 2 * partSize + 77);
    const to = await beginUpload(bytes);
    const first = bytes.slice(0, partSize + 10);
    const answers = await Promise.all([
      sendBytes(to, 0, first),
      sendBytes(to, 0, first),
      sendBytes(to, 0, first),
    ]);
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([204, 409, 409]);
    const offset = (await readOffset(to)) ?? 0;
    expect(offset).toBe(first.length);
    const rest = bytes.slice(offset);
    const last = await Promise.all([sendBytes(to, offset, rest), sendBytes(to, offset, rest)]);
    expect(last.map(({ status }) => status)).toContain(204);
    expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
    expect(await readOffset(to)).toBe(bytes.length);
    expect((await readLeftovers()).objects).toEqual([]);
  });
});

describe("a file with another digest than announced", () => {
  test.each([5000, partSize + 5000])("leaves no data behind (%d bytes)", async (size) => {
    const before = await readLeftovers();
    const bytes = sampleBytes("other bytes", size);
    const digest = await sha256(`announced ${size}`);
    const to = await beginUpload(bytes, { sha256: digest });
    const response = await sendBytes(to, 0, bytes);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("#wrong-digest");
    expect(await readStoredBlob(digest)).toBeUndefined();
    expect(await readOffset(to)).toBeUndefined();
    expect(await readLeftovers()).toEqual(before);
  });
});

describe("an upload with more attempts than R2 has part numbers", () => {
  test("is removed with all its data", async () => {
    const before = await readLeftovers();
    const bytes = sampleBytes("tried", partSize + 10);
    const to = await beginUpload(bytes);
    await env.DB.prepare("update uploads set attempts = 10000 where id = ?")
      .bind(to.split("/").at(-1))
      .run();
    expect((await sendBytes(to, 0, bytes)).status).toBe(410);
    expect(await readLeftovers()).toEqual(before);
  });
});

describe("after a crash between joining a file and storing its blob", () => {
  test("sending the last part again completes the upload", async () => {
    const bytes = sampleBytes("crash", partSize + 999);
    const to = await beginUpload(bytes);
    await sendBytes(to, 0, bytes.slice(0, partSize));
    // Does what the library had done before it crashed.
    const row = await env.DB.prepare("select id, multipart, parts from uploads where sha256 = ?")
      .bind(await sha256(bytes))
      .first<{ id: string; multipart: string; parts: string }>();
    if (row === null) throw new Error("the upload is there");
    const multipart = env.BLOBS.resumeMultipartUpload(`uploads/${row.id}/data`, row.multipart);
    const [[partNumber, etag]] = JSON.parse(row.parts);
    const last = await multipart.uploadPart(40, bytes.slice(partSize));
    await multipart.complete([{ partNumber, etag }, last]);

    expect(await readOffset(to)).toBe(partSize);
    expect((await sendBytes(to, partSize, bytes.slice(partSize))).status).toBe(204);
    expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
    expect((await readLeftovers()).objects).toEqual([]);
  });
});

describe("unfinished uploads", () => {
  test("are found by the file's digest: for each file, the one with the most bytes", async () => {
    const bytes = sampleBytes("unfinished", 3000);
    const digest = await sha256(bytes);
    await beginUpload(bytes);
    const far = await beginUpload(bytes);
    await sendBytes(far, 0, bytes.slice(0, 2000));
    await beginUpload(sampleBytes("another", 3000));
    const found = await findUnfinishedUploads(database, new Date(), [digest, "0".repeat(64)]);
    expect(found.map(({ blob, offset }) => [blob.sha256, offset])).toEqual([[digest, 2000]]);
    expect(far).toContain(found[0]?.id);
    expect((await findUnfinishedUploads(database, new Date())).length).toBeGreaterThan(1);
    expect(await findUnfinishedUploads(database, new Date(), [])).toEqual([]);
  });

  test("are listed in a plan, so that a client can resume after a crash", async () => {
    const bytes = sampleBytes("planned", 3000);
    const to = await beginUpload(bytes);
    await sendBytes(to, 0, bytes.slice(0, 1000));
    const missing = await sha256(bytes);
    const work = await document("planned");
    const file = { sha256: missing, extension: "md", size: bytes.length };
    const texts = [...work.texts, { inLanguage: "vi", file }];
    const body = JSON.stringify({ works: [{ ...work, texts }] });
    const response = await tus("POST", "/api/v1/staff/plan", {}, body);
    expect(await response.json()).toMatchObject({
      missingBlobs: [missing],
      partSize,
      uploads: [{ sha256: missing, url: new URL(to).pathname, offset: 1000, size: 3000 }],
    });
  });

  test("are removed with all their data when they expire, and not before", async () => {
    // A run removes a bounded number: first those that other tests left.
    while ((await removeExpiredUploads(store, new Date("2999-01-01"))).length > 0);
    const bytes = sampleBytes("forgotten", partSize + 3000);
    const to = await beginUpload(bytes);
    await sendBytes(to, 0, bytes.slice(0, partSize + 2000));
    const id = to.split("/").at(-1);
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await removeExpiredUploads(store, later(5))).toEqual([]);
    const before = await readLeftovers();
    expect(before.objects.some((key) => key.includes(`${id}/tail-`))).toBe(true);

    expect(await removeExpiredUploads(store, later(7), { dryRun: true })).toContain(id);
    expect(await readLeftovers()).toEqual(before);
    expect(await removeExpiredUploads(store, later(7))).toContain(id);
    expect(await readLeftovers()).toEqual({ objects: [], rows: 0 });
    expect(await readOffset(to)).toBeUndefined();
  });

  test("that exist only in R2 after a crash are removed a day later", async () => {
    await env.BLOBS.put("uploads/lost/tail-1", "left by a crash");
    expect(await removeExpiredUploads(store, new Date())).toEqual([]);
    const later = new Date(Date.now() + 2 * 86_400_000);
    expect(await removeExpiredUploads(store, later)).toEqual(["lost"]);
    expect((await readLeftovers()).objects).toEqual([]);
  });
});
