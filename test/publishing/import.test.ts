import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { ImportRequest } from "../../src/api/contract.ts";
import { importWork } from "../../src/publishing/import.ts";
import { readHistory, readRevision } from "../../src/storage/history.ts";
import { get } from "../support/ask.ts";
import { countRows, database, digestOf, document, episode } from "../support/library.ts";

const runImport = (work: ImportRequest) => importWork(database, env.BLOBS, work);

/** A work with two revisions. The film of the first one was removed. */
async function workWithHistory(slug: string): Promise<ImportRequest> {
  const second = await episode(slug);
  const gone = { sha256: "a".repeat(64), extension: "webm" as const, size: 5 };
  const first = { ...second, video: [{ ...gone, duration: 38 }] };
  const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
  return {
    slug,
    current: 2,
    revisions: [
      { number: 1, digest: await digestOf(first), createdAt: at(1), record: first },
      { number: 2, digest: await digestOf(second), createdAt: at(2), record: second },
    ],
    events: [
      { at: at(2), actor: "Ben", action: "apply", fromRevision: 1, toRevision: 2 },
      { at: at(1), actor: "Ana", action: "apply", fromRevision: null, toRevision: 1 },
    ],
    removed: [{ ...gone, removedAt: at(3) }],
  };
}

/** Expects an error with this reason, and that nothing was written. */
async function expectRejected(reason: string, work: ImportRequest): Promise<void> {
  const before = await countRows();
  await expect(runImport(work)).rejects.toMatchObject({ reason });
  expect(await countRows()).toEqual(before);
}

test("an import stores all revisions, events and removed files of a work, and makes it public", async () => {
  const work = await workWithHistory("brought");
  expect(await runImport(work)).toEqual({ slug: "brought", revisions: 2 });
  const history = await readHistory(database, "brought");
  expect(history).toMatchObject({
    current: 2,
    revisions: [{ number: 2 }, { number: 1 }],
    events: work.events,
  });
  expect(history?.blobs.find(({ sha256 }) => sha256 === "a".repeat(64))).toEqual(work.removed[0]);
  expect((await readRevision(database, "brought", 1))?.record).toEqual(work.revisions[0]?.record);
  expect((await get("/en/watch/brought")).status).toBe(200);
  expect(await (await get("/transcripts/brought/es.txt")).text()).toContain("Hola de brought.");
});

test("a long history with long records is imported in one batch", async () => {
  const record = await document("long");
  const description = { en: "words ".repeat(20_000) };
  const revisions = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const one = { ...record, description, keywords: [String(index)] };
      const createdAt = "2026-01-01T00:00:00.000Z";
      return { number: index + 1, digest: await digestOf(one), createdAt, record: one };
    }),
  );
  await runImport({ slug: "long", current: 12, revisions, events: [], removed: [] });
  expect((await readHistory(database, "long"))?.revisions).toHaveLength(12);
});

test("a history that contradicts itself is rejected, and nothing is written", async () => {
  const work = await workWithHistory("unfit");
  const [first, second] = work.revisions;
  if (first === undefined || second === undefined) throw new Error("two revisions");
  await expectRejected("broken-history", { ...work, current: 3 });
  await expectRejected("broken-history", { ...work, revisions: [first, { ...second, number: 1 }] });
  await expectRejected("broken-history", {
    ...work,
    revisions: [first, { ...second, digest: first.digest }],
  });
  await expectRejected("broken-history", { ...work, revisions: [second] });
  await expectRejected("broken-history", { ...work, slug: "other" });
  await expectRejected("missing-blobs", { ...work, removed: [] });
});

test("an import is rejected if its slug is in use or its series is missing", async () => {
  const work = await workWithHistory("twice");
  await runImport(work);
  await expectRejected("slug-in-use", work);
  const early = await episode("early", { series: "not-here" });
  const only = { number: 1, digest: await digestOf(early), createdAt: "2026-01-01T00:00:00.000Z" };
  const revisions = [{ ...only, record: early }];
  await expectRejected("missing-series", {
    slug: "early",
    current: 1,
    revisions,
    events: [],
    removed: [],
  });
});
