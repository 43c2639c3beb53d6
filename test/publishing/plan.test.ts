import { expect, test } from "vitest";
import { plan, planRequest } from "../../src/publishing/plan.ts";
import { countRows, database, digestOf, episode, publish, put } from "../support/library.ts";

test("a plan says what is new, what changes, what stays, and which files are missing", async () => {
  const same = await episode("same");
  const other = await episode("other");
  await publish(same);
  const { digest } = await publish(other);
  const stored = await put("is there", "md");
  const missing = "e".repeat(64);
  const before = await countRows();
  const answer = await plan(database, {
    works: [
      { slug: "same", digest: await digestOf(same), blobs: [stored.sha256] },
      { slug: "other", digest: "1".repeat(64), blobs: [missing] },
      { slug: "fresh", digest: "2".repeat(64), blobs: [missing, stored.sha256] },
    ],
  });
  expect(answer).toEqual({
    works: [
      { slug: "same", change: "none", revision: 1, digest: await digestOf(same) },
      { slug: "other", change: "update", revision: 1, digest },
      { slug: "fresh", change: "create", revision: null, digest: null },
    ],
    missingBlobs: [missing],
  });
  expect(await countRows()).toEqual(before);
});

test("a plan's request has slugs and digests, and nothing else", () => {
  const work = { slug: "a", digest: "1".repeat(64), blobs: [] };
  const holds = (change: object) =>
    planRequest.safeParse({ works: [{ ...work, ...change }] }).success;
  expect(holds({})).toBe(true);
  expect(holds({ slug: "A" })).toBe(false);
  expect(holds({ digest: "1" })).toBe(false);
  expect(holds({ blobs: ["x"] })).toBe(false);
  expect(holds({ more: 1 })).toBe(false);
});
