import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test } from "vitest";
import { rollback } from "../../src/publishing/rollback.ts";
import { sweep } from "../../src/publishing/sweep.ts";
import { createUpload } from "../../src/publishing/uploads/uploads.ts";
import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { openDatabase } from "../../src/storage/database.ts";
import worker from "../../src/worker.ts";
import { ask, get, jsonOf } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import {
  countRows,
  database,
  document,
  episode,
  publish,
  staffToken,
  storeFile,
} from "../support/library.ts";

const day = 86_400_000;
/** The time a number of days from now. */
const inDays = (days: number) => new Date(Date.now() + days * day);
const run = (now: Date, dryRun = false) => sweep(database, env.BLOBS, { now, dryRun });
const isStored = async (sha256: string | undefined) =>
  (await env.BLOBS.head(`blobs/${sha256}`)) !== null;

/** Publishes a film, and a new cut of it at the given time. */
async function replacedFilm(
  slug: string,
  at: Date,
): Promise<{ old: string; record: EpisodeRecord }> {
  const record = await episode(slug);
  await publish(record, inDays(-60));
  const cut = await storeFile(`new cut of ${slug}`, "webm");
  await publish({ ...record, video: [{ ...cut, duration: 38 }] }, at);
  return { old: record.video[0]?.sha256 ?? "", record };
}

afterEach(async () => {
  await run(inDays(400));
});

test("a file is removed 30 days after its revision was replaced", async () => {
  const { old } = await replacedFilm("replaced", inDays(-10));
  expect((await run(inDays(19))).blobs).toEqual([]);
  expect(await isStored(old)).toBe(true);
  expect((await run(inDays(21))).blobs).toEqual([{ sha256: old, size: 16 }]);
  expect(await isStored(old)).toBe(false);
  expect((await get("/en/watch/replaced")).status).toBe(200);
  // The error of a rollback lists the removed file.
  const request = { slug: "replaced", replaces: undefined, actor: "Ana", now: new Date() };
  await expect(rollback(database, env.BLOBS, request, 1)).rejects.toMatchObject({
    reason: "missing-blobs",
    members: { blobs: [{ sha256: old, extension: "webm", size: 16 }] },
  });
});

test("a file of a current revision is never removed, at any age and in any status", async () => {
  const works = [
    await episode("old-public"),
    await episode("old-draft", { status: "draft" }),
    await document("old-paper"),
  ];
  for (const work of works) await publish(work, inDays(-900));
  const before = await countRows();
  expect(await run(inDays(900))).toMatchObject({ blobs: [], strays: [], lost: [] });
  expect(await countRows()).toEqual(before);
});

test("the files of a revision that a rollback made current are kept", async () => {
  const { old } = await replacedFilm("rolled-back", inDays(-50));
  const request = { slug: "rolled-back", replaces: undefined, actor: "Ana", now: inDays(-40) };
  await rollback(database, env.BLOBS, request, 1);
  expect((await run(inDays(0))).blobs).not.toContainEqual(expect.objectContaining({ sha256: old }));
  expect(await isStored(old)).toBe(true);
});

test("a file that two works name is kept while one of them needs it", async () => {
  const { old, record } = await replacedFilm("shared-by-one", inDays(-50));
  await publish({ ...record, slug: "shared-by-other" });
  expect((await run(inDays(30))).blobs).toEqual([]);
  expect(await isStored(old)).toBe(true);
});

test("a file that no record names is removed after a week", async () => {
  const { sha256 } = await storeFile("never named", "pdf");
  await env.DB.prepare("update blobs set created_at = ? where sha256 = ?")
    .bind(inDays(0).toISOString(), sha256)
    .run();
  expect((await run(inDays(6))).blobs).toEqual([]);
  expect((await run(inDays(8))).blobs).toEqual([{ sha256, size: 11 }]);
  const row = await env.DB.prepare("select * from blobs where sha256 = ?").bind(sha256).first();
  expect(row).toBeNull();
});

test("a dry run reports the same and removes nothing", async () => {
  const { old } = await replacedFilm("looked-at", inDays(-50));
  const stray = "5".repeat(64);
  await env.BLOBS.put(`blobs/${stray}`, "stray");
  const before = await countRows();
  const dry = await run(inDays(2), true);
  expect(dry.blobs).toEqual([{ sha256: old, size: 17 }]);
  expect(dry.strays).toEqual([{ sha256: stray, size: 5 }]);
  expect(await countRows()).toEqual(before);
  expect(await isStored(old)).toBe(true);
  expect(await isStored(stray)).toBe(true);
  expect(await run(inDays(2))).toEqual(dry);
  expect(await isStored(stray)).toBe(false);
});

test("files that only R2 has are removed after a day, and files that R2 lost are reported", async () => {
  const stray = "6".repeat(64);
  await env.BLOBS.put(`blobs/${stray}`, "left by a lost upload");
  const record = await document("half-lost");
  await publish(record);
  const lost = record.texts[0]?.file;
  await env.BLOBS.delete(`blobs/${lost?.sha256}`);
  expect(await run(inDays(0.5))).toMatchObject({ strays: [], lost: [lost?.sha256] });
  expect(await isStored(stray)).toBe(true);
  expect((await run(inDays(2))).strays).toEqual([{ sha256: stray, size: 21 }]);
  const again = publish({ ...record, name: { en: "Again" } });
  await expect(again).rejects.toMatchObject({
    reason: "missing-blobs",
    members: { blobs: [lost] },
  });
});

test("the daily cron sweeps, and so does an administrator, by default as a dry run", async () => {
  await staffToken("admin", { scopes: "admin" });
  await staffToken("publisher");
  await publish(await episode("previewed", { status: "draft" }));
  await env.DB.prepare(
    "insert into previews values (?, 'previewed', '2026-01-01', '2026-01-02T00:00:00.000Z')",
  )
    .bind("8".repeat(64))
    .run();
  const post = (token: string, body: string) =>
    ask("/api/v1/staff/sweep", {
      method: "POST",
      body,
      headers: { Authorization: `Bearer ${token}` },
    });
  expect((await post("publisher", "")).status).toBe(403);
  expect(await jsonOf(await post("admin", ""))).toMatchObject({ dryRun: true, previews: 1 });
  expect(await jsonOf(await post("admin", ""))).toMatchObject({ previews: 1 });
  const controller = { scheduledTime: Date.now(), cron: "17 3 * * *", noRetry: () => undefined };
  await worker.scheduled(controller, env);
  expect(await jsonOf(await post("admin", '{"dryRun":false}'))).toMatchObject({
    dryRun: false,
    previews: 0,
  });
});

/** A run's report, and how many calls of D1 and R2 it made: the free plan allows 50. */
async function countedRun(now: Date, maxPages?: number) {
  const { bindings, cost } = countCost({ countsRows: false });
  const options = { now, dryRun: false, ...(maxPages && { maxPages }) };
  const report = await sweep(openDatabase(bindings.DB), bindings.BLOBS, options);
  return { report, calls: cost.roundTrips + cost.bucketCalls.length };
}

describe("a run makes a bounded number of calls, and the next one continues:", () => {
  test("with many expired uploads", async () => {
    const store = { database, bucket: env.BLOBS };
    const ids: string[] = [];
    for (let number = 0; number < 25; number += 1) {
      const sha256 = number.toString(16).padStart(64, "a");
      const blob = { sha256, extension: "webm" as const, size: 20_000_000 };
      ids.push((await createUpload(store, blob, new Date())).id);
    }
    const removed: string[] = [];
    for (let runs = 0; runs < 3; runs += 1) {
      const { report, calls } = await countedRun(inDays(8));
      expect(calls).toBeLessThanOrEqual(50);
      removed.push(...report.uploads);
    }
    expect(removed.sort()).toEqual(ids.sort());
    expect((await countedRun(inDays(8))).report.uploads).toEqual([]);
  });

  test("with more unused files, and files that only R2 has, than one run handles", async () => {
    const digest = (number: number) => `9${String(number).padStart(63, "0")}`;
    const strays = Array.from({ length: 1100 }, (_, number) => digest(number));
    await Promise.all(strays.map((sha256) => env.BLOBS.put(`blobs/${sha256}`, "x")));
    const kept = await document("among-many");
    await publish(kept);
    // A run that may read all pages of R2's list compares D1 with each of them.
    const compared = await run(inDays(2), true);
    expect(compared.strays).toHaveLength(1100);
    expect(compared.lost).toEqual([]);
    const unused = Array.from({ length: 1500 }, (_, number) => digest(10_000 + number));
    await env.DB.prepare(
      "insert into blobs (sha256, extension, size, created_at) select value, 'pdf', 1, '2026-01-01' from json_each(?)",
    )
      .bind(JSON.stringify(unused))
      .run();
    const reports: Awaited<ReturnType<typeof countedRun>>["report"][] = [];
    for (let runs = 0; runs < 3; runs += 1) {
      const { report, calls } = await countedRun(inDays(8), 1);
      // Each of the four other pages of a real run costs three calls: a list, a query, and a deletion.
      expect(calls + 4 * 3).toBeLessThanOrEqual(50);
      reports.push(report);
    }
    const count = (part: "blobs" | "strays" | "lost") =>
      reports.map((report) => report[part].length);
    // Objects of other works are on the first page, too.
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number);
    expect(sum(count("strays"))).toBe(1100);
    expect(Math.max(...count("strays"))).toBeLessThanOrEqual(1000);
    // Files that R2 doesn't have are found to be lost or unused, whichever is first.
    expect(count("blobs")[0]).toBe(1000);
    expect(sum([...count("blobs"), ...count("lost")])).toBe(1500);
    for (const { file } of kept.texts) expect(await isStored(file.sha256)).toBe(true);
  });
});
