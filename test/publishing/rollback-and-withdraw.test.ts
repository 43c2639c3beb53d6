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
  storeFile,
  vtt,
} from "../support/library.ts";

const now = new Date("2026-02-01T12:00:00Z");
const request = (slug: string, replaces?: string) => ({ slug, replaces, actor: "Ana", now });
const back = (slug: string, number?: number, replaces?: string) =>
  rollback(database, env.BLOBS, request(slug, replaces), number);
const take = (slug: string, notice?: Record<string, string>) =>
  withdraw(database, env.BLOBS, request(slug), notice);
const bring = (slug: string) => restore(database, env.BLOBS, request(slug));

/** Nothing may be written, and the refusal must say why. */
async function refuses(reason: string, attempt: () => Promise<unknown>): Promise<void> {
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
  test("goes to the revision before, and before that one, and makes no new one", async () => {
    await publishTitles(await episode("twice"), "One", "Two", "Three");
    expect(await back("twice")).toMatchObject({ change: "rollback", revision: 2 });
    expect(await titleOf("twice")).toEqual({ en: "Two" });
    expect(await back("twice")).toMatchObject({ change: "rollback", revision: 1 });
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
    await refuses("no-such-revision", () => back("twice"));
  });

  test("goes to any revision by its number, and forward again", async () => {
    await publishTitles(await document("chosen"), "One", "Two", "Three");
    await back("chosen", 1);
    expect(await back("chosen", 3)).toMatchObject({ revision: 3 });
    expect(await titleOf("chosen")).toEqual({ en: "Three" });
    expect(await back("chosen", 3)).toMatchObject({ change: "none", revision: 3 });
    await refuses("no-such-revision", () => back("chosen", 9));
  });

  test("brings the transcript of that revision back with it", async () => {
    const record = await episode("spoken");
    await publish(record);
    const [original, ...others] = record.captions;
    if (original === undefined) throw new Error("the episode has captions");
    const file = await storeFile(vtt("Other words."), "vtt");
    await publish({ ...record, captions: [{ ...original, file }, ...others] });
    const transcript = async () => (await get("/transcripts/spoken/en.txt")).text();
    expect(await transcript()).toContain("Other words.");
    await back("spoken");
    expect(await transcript()).toContain("Hello from spoken.");
  });

  test("is refused where somebody changed the work meanwhile, and says who and what", async () => {
    const record = await document("watched");
    const { digest } = await publish(record);
    await publishTitles(record, "Theirs");
    const attempt = () => back("watched", 1, digest);
    await refuses("moved", attempt);
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

  test("never crosses a withdrawal, and knows no work that isn't there", async () => {
    await publishTitles(await document("fenced"), "One", "Two");
    await take("fenced");
    await refuses("withdrawn", () => back("fenced", 1));
    await refuses("not-found", () => back("nowhere"));
  });
});

describe("a withdrawal", () => {
  test("stops pages, captions, transcripts and media at once, with the notice", async () => {
    const record = await episode("at-risk");
    await publish(record);
    const media = record.video.map(({ sha256, extension }) => `/media/${sha256}.${extension}`);
    const notice = { en: "A person asked for this.", es: "Una persona lo pidió." };
    expect(await take("at-risk", notice)).toMatchObject({
      change: "withdraw",
      revision: 2,
      removed: 4,
    });
    for (const [path, words] of [
      ["/en/watch/at-risk", notice.en],
      ["/es/watch/at-risk", notice.es],
      ["/embed/at-risk?lang=es", notice.es],
      ["/api/v1/works/at-risk", notice.en],
      ["/captions/at-risk/es.vtt", notice.es],
      ["/transcripts/at-risk/en.txt", notice.en],
    ] as const) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 410]);
      expect(await response.text()).toContain(words);
    }
    for (const path of media) expect((await get(path)).status).toBe(404);
    const { results } = await env.DB.prepare("select * from texts where slug = 'at-risk'").all();
    expect(results).toEqual([]);
  });

  test("deletes the files of every revision, but those that another public work shows", async () => {
    const record = await episode("old-and-new");
    await publish(record);
    const other = await storeFile("another cut", "webm");
    await publish({ ...record, video: [{ ...other, duration: 38 }] });
    const shared = record.captions.map((track) => track.file);
    await publish(await episode("beside", { captions: record.captions }));
    const draft = await episode("in-the-making", {
      status: "draft",
      video: [{ ...other, duration: 38 }],
    });
    await publish(draft);
    await take("old-and-new");
    const stored = async (sha256: string | undefined) =>
      (await env.BLOBS.head(`blobs/${sha256}`)) !== null;
    expect(await stored(record.video[0]?.sha256)).toBe(false);
    expect(await stored(other.sha256)).toBe(false);
    for (const { sha256 } of shared) expect(await stored(sha256)).toBe(true);
    expect((await get("/captions/beside/en.vtt")).status).toBe(200);
  });

  test("repeated changes nothing, and deletes what was left", async () => {
    const record = await document("again");
    await publish(record);
    const first = await take("again", { en: "Gone." });
    const left = record.texts[0]?.file.sha256;
    await env.BLOBS.put(`blobs/${left}`, "left behind by a broken line");
    const before = await countRows();
    expect(await take("again")).toMatchObject({ change: "none", revision: first.revision });
    expect(await countRows()).toEqual(before);
    expect(await env.BLOBS.head(`blobs/${left}`)).toBeNull();
    expect(await take("again", { en: "Gone for good." })).toMatchObject({ change: "withdraw" });
  });

  test("goes through against others who publish the work at that moment", async () => {
    const record = await document("contended");
    await publish(record);
    await Promise.allSettled([
      publish({ ...record, name: { en: "Theirs" } }),
      take("contended"),
      publish({ ...record, name: { en: "Somebody's" } }),
    ]);
    expect((await get("/en/read/contended")).status).toBe(410);
  });

  test("isn't for the library's own face, nor for what isn't there", async () => {
    await refuses("not-found", () => take("nowhere"));
  });
});

describe("restoring", () => {
  test("asks for the files first, then brings the work back as it was", async () => {
    const record = await episode("returning");
    const { digest } = await publish(record);
    await take("returning", { en: "For a while." });
    await refuses("missing-blobs", () => bring("returning"));
    await expect(bring("returning")).rejects.toMatchObject({
      members: { blobs: expect.arrayContaining([expect.objectContaining({ extension: "webm" })]) },
    });
    await episode("returning");
    expect(await bring("returning")).toEqual({
      slug: "returning",
      change: "restore",
      revision: 1,
      digest,
    });
    expect((await get("/en/watch/returning")).status).toBe(200);
    expect(await (await get("/transcripts/returning/es.txt")).text()).toContain("Hola");
  });

  test("goes past a withdrawal whose notice was changed", async () => {
    await publish(await document("told-twice"));
    await take("told-twice", { en: "One." });
    await take("told-twice", { en: "Two." });
    await document("told-twice");
    expect(await bring("told-twice")).toMatchObject({ change: "restore", revision: 1 });
  });

  test("is for withdrawn works only", async () => {
    await publish(await document("present"));
    await refuses("not-withdrawn", () => bring("present"));
    await refuses("not-found", () => bring("nowhere"));
  });
});
