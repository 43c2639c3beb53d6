import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/records/digest.ts";
import {
  DigestMismatch,
  findMissingBlobs,
  headBlob,
  readBlob,
  readBlobText,
  storeBlob,
} from "../../src/storage/blobs.ts";
import { countCost } from "../support/count-cost.ts";
import { bytesOf, countRows, database, storeFile, streamOf } from "../support/library.ts";

const now = "2026-01-01T00:00:00.000Z";

describe("storing a file", () => {
  test("stores its bytes under its digest, with its media type", async () => {
    const blob = await storeFile("WEBVTT\n\nXin chào", "vtt");
    expect(await readBlobText(env.BLOBS, blob.sha256)).toBe("WEBVTT\n\nXin chào");
    expect(await headBlob(env.BLOBS, blob.sha256)).toEqual({
      size: blob.size,
      contentType: "text/vtt; charset=utf-8",
    });
    expect(await findMissingBlobs(database, [blob.sha256])).toEqual([]);
  });

  test("with another digest than announced writes nothing to R2 or D1", async () => {
    const claimed = {
      sha256: await sha256("what was announced"),
      extension: "md",
      size: 5,
    } as const;
    const before = await countRows();
    const wrong = storeBlob(env.BLOBS, database, claimed, streamOf(bytesOf("other")), now);
    await expect(wrong).rejects.toThrow(DigestMismatch);
    expect(await env.BLOBS.head(`blobs/${claimed.sha256}`)).toBeNull();
    expect(await countRows()).toEqual(before);
    expect(await findMissingBlobs(database, [claimed.sha256])).toEqual([claimed.sha256]);
  });

  test("that is stored already writes nothing", async () => {
    const bytes = bytesOf("sent twice");
    const blob = await storeFile(bytes, "md");
    const before = await env.BLOBS.head(`blobs/${blob.sha256}`);
    const { bindings, cost } = countCost();
    const again = await storeBlob(bindings.BLOBS, database, blob, streamOf(bytes), now);
    expect(again).toBe(false);
    expect(cost.bucketCalls).toEqual([]);
    const after = await env.BLOBS.head(`blobs/${blob.sha256}`);
    expect(after?.uploaded).toEqual(before?.uploaded);
  });

  test("twice at the same time succeeds, as the bytes are the same", async () => {
    const bytes = bytesOf("sent by two at once");
    const blob = { sha256: await sha256(bytes), extension: "md", size: bytes.length } as const;
    const send = () => storeBlob(env.BLOBS, database, blob, streamOf(bytes), now);
    await Promise.all([send(), send()]);
    expect(await readBlobText(env.BLOBS, blob.sha256)).toBe("sent by two at once");
  });

  test("works for an empty file", async () => {
    const blob = await storeFile("", "md");
    expect(await readBlobText(env.BLOBS, blob.sha256)).toBe("");
  });
});

test("more files than D1 binds parameters can be looked up in one query", async () => {
  const { sha256: stored } = await storeFile("a stored file", "md");
  const others = Array.from({ length: 900 }, (_, i) => i.toString(16).padStart(64, "0"));
  expect(await findMissingBlobs(database, [...others, stored])).toEqual(others);
});

test("a file that isn't stored has no info, no text and no bytes", async () => {
  const unknown = "0".repeat(64);
  expect(await headBlob(env.BLOBS, unknown)).toBeUndefined();
  expect(await readBlobText(env.BLOBS, unknown)).toBeUndefined();
  expect(await readBlob(env.BLOBS, unknown)).toBeUndefined();
});

test("a range of a file has its bytes, and the info of the whole file", async () => {
  const blob = await storeFile("0123456789", "md");
  const part = await readBlob(env.BLOBS, blob.sha256, { offset: 2, length: 3 });
  if (part?.body === undefined) throw new Error("the part is there");
  expect(part.size).toBe(10);
  expect(await new Response(part.body).text()).toBe("234");
});
