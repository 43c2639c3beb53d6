import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { ImportRequest } from "../../src/api/contract.ts";
import { importWork } from "../../src/publishing/import.ts";
import { readHistory, readRevision } from "../../src/storage/history.ts";
import { get } from "../support/ask.ts";
import { countRows, database, digestOf, document, episode } from "../support/library.ts";

const bring = (work: ImportRequest) => importWork(database, env.BLOBS, work);

/** A work with two revisions, whose first one lost its film. */
async function whole(slug: string): Promise<ImportRequest> {
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

/** Nothing may be written, and the refusal must say why. */
async function refuses(reason: string, work: ImportRequest): Promise<void> {
  const before = await countRows();
  await expect(bring(work)).rejects.toMatchObject({ reason });
  expect(await countRows()).toEqual(before);
}

test("an import brings a work's every revision, event and lost file, and shows it", async () => {
  const work = await whole("brought");
  expect(await bring(work)).toEqual({ slug: "brought", revisions: 2 });
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

test("a long history with long records comes in one batch", async () => {
  const record = await document("long");
  const description = { en: "words ".repeat(20_000) };
  const revisions = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const one = { ...record, description, keywords: [String(index)] };
      const createdAt = "2026-01-01T00:00:00.000Z";
      return { number: index + 1, digest: await digestOf(one), createdAt, record: one };
    }),
  );
  await bring({ slug: "long", current: 12, revisions, events: [], removed: [] });
  expect((await readHistory(database, "long"))?.revisions).toHaveLength(12);
});

test("what doesn't fit together is refused, with nothing written", async () => {
  const work = await whole("unfit");
  const [first, second] = work.revisions;
  if (first === undefined || second === undefined) throw new Error("two revisions");
  await refuses("broken-history", { ...work, current: 3 });
  await refuses("broken-history", { ...work, revisions: [first, { ...second, number: 1 }] });
  await refuses("broken-history", {
    ...work,
    revisions: [first, { ...second, digest: first.digest }],
  });
  await refuses("broken-history", { ...work, revisions: [second] });
  await refuses("broken-history", { ...work, slug: "other" });
  await refuses("missing-blobs", { ...work, removed: [] });
});

test("a slug that is in use is refused, and so is an episode before its series", async () => {
  const work = await whole("twice");
  await bring(work);
  await refuses("slug-in-use", work);
  const early = await episode("early", { series: "not-here" });
  const only = { number: 1, digest: await digestOf(early), createdAt: "2026-01-01T00:00:00.000Z" };
  const revisions = [{ ...only, record: early }];
  await refuses("missing-series", {
    slug: "early",
    current: 1,
    revisions,
    events: [],
    removed: [],
  });
});
