import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { restore } from "../../src/publishing/restore.ts";
import { rollback } from "../../src/publishing/rollback.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import type { LibraryItem } from "../../src/records/schema/record.ts";
import { readHistory } from "../../src/storage/history.ts";
import { get, jsonOf } from "../support/ask.ts";
import {
  countRows,
  database,
  document,
  episode,
  publish,
  seasonsNamed,
  storeFile,
  vtt,
} from "../support/library.ts";

const now = new Date("2026-02-01T12:00:00Z");
const request = (slug: string, replaces?: string) => ({ slug, replaces, actor: "Ana", now });
const runRollback = (slug: string, number?: number, replaces?: string) =>
  rollback(database, env.BLOBS, request(slug, replaces), number);
const runWithdraw = (slug: string, notice?: Record<string, string>) =>
  withdraw(database, env.BLOBS, request(slug), notice);
const runRestore = (slug: string) => restore(database, env.BLOBS, request(slug));

/** Expects an error with this reason, and that nothing was written. */
async function expectRejected(reason: string, attempt: () => Promise<unknown>): Promise<void> {
  const before = await countRows();
  await expect(attempt()).rejects.toMatchObject({ reason });
  expect(await countRows()).toEqual(before);
}

/** Publishes a work under several titles, one revision each. */
async function publishTitles(record: LibraryItem, ...titles: string[]) {
  for (const title of titles) await publish({ ...record, name: { en: title } });
}

const titleOf = async (slug: string) => (await jsonOf(await get(`/api/v1/works/${slug}`))).name;

describe("a rollback", () => {
  test("goes back one revision at a time, and creates no revision", async () => {
    await publishTitles(await episode("twice"), "One", "Two", "Three");
    expect(await runRollback("twice")).toMatchObject({ change: "rollback", revision: 2 });
    expect(await titleOf("twice")).toEqual({ en: "Two" });
    expect(await runRollback("twice")).toMatchObject({ change: "rollback", revision: 1 });
    expect(await titleOf("twice")).toEqual({ en: "One" });
    const history = await readHistory(database, "twice");
    expect(history?.revisions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(history?.events[0]).toMatchObject({
      action: "rollback",
      actor: "Ana",
      at: now.toISOString(),
      fromRevision: 2,
      toRevision: 1,
    });
    await expectRejected("no-such-revision", () => runRollback("twice"));
  });

  test("goes to any revision by its number, also to a newer one", async () => {
    await publishTitles(await document("chosen"), "One", "Two", "Three");
    await runRollback("chosen", 1);
    expect(await runRollback("chosen", 3)).toMatchObject({ revision: 3 });
    expect(await titleOf("chosen")).toEqual({ en: "Three" });
    expect(await runRollback("chosen", 3)).toMatchObject({ change: "none", revision: 3 });
    await expectRejected("no-such-revision", () => runRollback("chosen", 9));
  });

  test("also restores the transcript of that revision", async () => {
    const record = await episode("spoken");
    await publish(record);
    const [original, ...others] = record.captions;
    if (original === undefined) throw new Error("the episode has captions");
    const file = await storeFile(vtt("Other words."), "vtt");
    await publish({ ...record, captions: [{ ...original, file }, ...others] });
    const transcript = async () => (await get("/transcripts/spoken/en.txt")).text();
    expect(await transcript()).toContain("Other words.");
    await runRollback("spoken");
    expect(await transcript()).toContain("Hello from spoken.");
  });

  test("is rejected if someone changed the work meanwhile, and says who changed what", async () => {
    const record = await document("watched");
    const { digest } = await publish(record);
    await publishTitles(record, "Theirs");
    const attempt = () => runRollback("watched", 1, digest);
    await expectRejected("moved", attempt);
    await expect(attempt()).rejects.toMatchObject({
      message: expect.stringContaining("test made revision 2 the current one"),
      members: {
        current: { revision: 2, by: "test", action: "apply" },
        planned: { revision: 1, digest },
        changes: [
          { sign: "~", field: "name", language: "en", from: "Paper watched", to: "Theirs" },
          { sign: "-", field: "name", language: "es", from: "Papel watched" },
        ],
      },
    });
  });

  test("is rejected if the older revision doesn't fit the seasons of today", async () => {
    await publish(seasonsNamed("seasons", 1));
    await publish(seasonsNamed("seasons", 1, 2));
    const film = await episode("film-in-season", { series: "seasons", season: 2 });
    await publish(film);
    await expectRejected("season-in-use", () => runRollback("seasons"));
    await publish({ ...film, season: 1 });
    await runRollback("seasons");
    await expectRejected("missing-season", () => runRollback("film-in-season"));
    await expect(runRollback("film-in-season")).rejects.toThrow(/season 2; it has 1/);
  });

  test("is rejected for a withdrawn work, and for one that doesn't exist", async () => {
    await publishTitles(await document("fenced"), "One", "Two");
    await runWithdraw("fenced");
    await expectRejected("withdrawn", () => runRollback("fenced", 1));
    await expectRejected("not-found", () => runRollback("nowhere"));
  });
});

describe("a withdrawal", () => {
  test("stops pages, captions, transcripts and media at once, with the notice", async () => {
    const record = await episode("at-risk");
    await publish(record);
    const media = record.video.map(({ sha256, extension }) => `/media/${sha256}.${extension}`);
    const notice = { en: "A person asked for this.", es: "Una persona lo pidió." };
    expect(await runWithdraw("at-risk", notice)).toMatchObject({
      change: "withdraw",
      revision: 2,
      removed: 4,
    });
    for (const [path, text] of [
      ["/en/watch/at-risk", notice.en],
      ["/es/watch/at-risk", notice.es],
      ["/embed/at-risk?lang=es", notice.es],
      ["/api/v1/works/at-risk", notice.en],
      ["/captions/at-risk/es.vtt", notice.es],
      ["/transcripts/at-risk/en.txt", notice.en],
    ] as const) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 410]);
      expect(await response.text()).toContain(text);
    }
    for (const path of media) expect((await get(path)).status).toBe(404);
    const { results } = await env.DB.prepare("select * from texts where slug = 'at-risk'").all();
    expect(results).toEqual([]);
  });

  test("deletes the files of all revisions, except those that another public work uses", async () => {
    const record = await episode("old-and-new");
    await publish(record);
    const other = await storeFile("another cut", "webm");
    await publish({ ...record, video: [{ ...other, duration: 38 }] });
    const shared = record.captions.map((track) => track.file);
    await publish(await episode("other-public", { captions: record.captions }));
    const draft = await episode("other-draft", {
      status: "draft",
      video: [{ ...other, duration: 38 }],
    });
    await publish(draft);
    await runWithdraw("old-and-new");
    const stored = async (sha256: string | undefined) =>
      (await env.BLOBS.head(`blobs/${sha256}`)) !== null;
    expect(await stored(record.video[0]?.sha256)).toBe(false);
    expect(await stored(other.sha256)).toBe(false);
    for (const { sha256 } of shared) expect(await stored(sha256)).toBe(true);
    expect((await get("/captions/other-public/en.vtt")).status).toBe(200);
  });

  test("changes nothing if it is repeated, and deletes files that remain", async () => {
    const record = await document("again");
    await publish(record);
    const first = await runWithdraw("again", { en: "Gone." });
    const left = record.texts[0]?.file.sha256;
    await env.BLOBS.put(`blobs/${left}`, "left after a connection error");
    const before = await countRows();
    expect(await runWithdraw("again")).toMatchObject({ change: "none", revision: first.revision });
    expect(await countRows()).toEqual(before);
    expect(await env.BLOBS.head(`blobs/${left}`)).toBeNull();
    expect(await runWithdraw("again", { en: "Gone for good." })).toMatchObject({
      change: "withdraw",
    });
  });

  test("succeeds while others publish the work", async () => {
    const record = await document("contended");
    await publish(record);
    await Promise.allSettled([
      publish({ ...record, name: { en: "Theirs" } }),
      runWithdraw("contended"),
      publish({ ...record, name: { en: "Somebody's" } }),
    ]);
    expect((await get("/en/read/contended")).status).toBe(410);
  });

  test("is rejected for a work that doesn't exist", async () => {
    await expectRejected("not-found", () => runWithdraw("nowhere"));
  });
});

describe("restoring", () => {
  test("needs the files first, then makes the work what it was", async () => {
    const record = await episode("returning");
    const { digest } = await publish(record);
    await runWithdraw("returning", { en: "For a while." });
    await expectRejected("missing-blobs", () => runRestore("returning"));
    await expect(runRestore("returning")).rejects.toMatchObject({
      members: { blobs: expect.arrayContaining([expect.objectContaining({ extension: "webm" })]) },
    });
    await episode("returning");
    expect(await runRestore("returning")).toEqual({
      slug: "returning",
      change: "restore",
      revision: 1,
      digest,
    });
    expect((await get("/en/watch/returning")).status).toBe(200);
    expect(await (await get("/transcripts/returning/es.txt")).text()).toContain("Hola");
  });

  test("skips all withdrawals if the notice was changed", async () => {
    await publish(await document("told-twice"));
    await runWithdraw("told-twice", { en: "One." });
    await runWithdraw("told-twice", { en: "Two." });
    await expectRejected("missing-blobs", () => runRestore("told-twice"));
    await document("told-twice");
    expect(await runRestore("told-twice")).toMatchObject({ change: "restore", revision: 1 });
  });

  test("is rejected for works that aren't withdrawn", async () => {
    await publish(await document("present"));
    await expectRejected("not-withdrawn", () => runRestore("present"));
    await expectRejected("not-found", () => runRestore("nowhere"));
  });
});
