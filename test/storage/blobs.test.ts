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
  test("keeps its bytes under its digest, with its media type", async () => {
    const blob = await storeFile("WEBVTT\n\nXin chào", "vtt");
    expect(await readBlobText(env.BLOBS, blob.sha256)).toBe("WEBVTT\n\nXin chào");
    expect(await headBlob(env.BLOBS, blob.sha256)).toEqual({
      size: blob.size,
      contentType: "text/vtt; charset=utf-8",
    });
    expect(await findMissingBlobs(database, [blob.sha256])).toEqual([]);
  });

  test("of other bytes than its name says leaves nothing, in R2 or in D1", async () => {
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

  test("that is there already writes nothing", async () => {
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

  test("by two at once is no failure: the bytes are the same", async () => {
    const bytes = bytesOf("sent by two at once");
    const blob = { sha256: await sha256(bytes), extension: "md", size: bytes.length } as const;
    const send = () => storeBlob(env.BLOBS, database, blob, streamOf(bytes), now);
    await Promise.all([send(), send()]);
    expect(await readBlobText(env.BLOBS, blob.sha256)).toBe("sent by two at once");
  });

  test("may be of no bytes at all", async () => {
    const blob = await storeFile("", "md");
    expect(await readBlobText(env.BLOBS, blob.sha256)).toBe("");
  });
});

test("which of many files are missing is one round trip, even of more than D1 binds", async () => {
  const { sha256: stored } = await storeFile("one that is there", "md");
  const others = Array.from({ length: 900 }, (_, i) => i.toString(16).padStart(64, "0"));
  expect(await findMissingBlobs(database, [...others, stored])).toEqual(others);
});

test("a file that isn't stored has no facts, no text and no bytes", async () => {
  const nothing = "0".repeat(64);
  expect(await headBlob(env.BLOBS, nothing)).toBeUndefined();
  expect(await readBlobText(env.BLOBS, nothing)).toBeUndefined();
  expect(await readBlob(env.BLOBS, nothing)).toBeUndefined();
});

test("a part of a file is its bytes, and the facts of the whole", async () => {
  const blob = await storeFile("0123456789", "md");
  const part = await readBlob(env.BLOBS, blob.sha256, { offset: 2, length: 3 });
  if (part?.body === undefined) throw new Error("the part is there");
  expect(part.size).toBe(10);
  expect(await new Response(part.body).text()).toBe("234");
});
