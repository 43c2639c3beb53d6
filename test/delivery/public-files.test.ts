import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { rollback } from "../../src/publishing/rollback.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { blobPath, blobsOf } from "../../src/records/blobs.ts";
import type { EpisodeRecord, LibraryItem } from "../../src/records/schema/record.ts";
import { rebuildPublicFiles } from "../../src/storage/files/public-files.ts";
import { ask, get, jsonOf } from "../support/ask.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
  staffToken,
  storeFile,
  track,
  vtt,
} from "../support/library.ts";

beforeAll(async () => {
  await staffToken("secret");
});

afterEach(() => {
  vi.useRealTimers();
});

const pathsOf = (record: LibraryItem) => blobsOf(record).map(blobPath);
const request = (slug: string) => ({ slug, replaces: undefined, actor: "Ana", now: new Date() });

async function statusesOf(paths: readonly string[]): Promise<number[]> {
  const answers = await Promise.all(paths.map((path) => get(path)));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return [...new Set(answers.map(({ status }) => status))];
}

/** An episode with a file in every field that can have one. */
async function fullEpisode(
  slug: string,
  changes: Partial<EpisodeRecord> = {},
): Promise<EpisodeRecord> {
  const description = { ...(await storeFile(`described ${slug}`, "mp4")), duration: 38 };
  return episode(slug, {
    audioOnly: { ...(await storeFile(`sound of ${slug}`, "m4a")), duration: 38 },
    audioDescription: { mode: "file", file: description, inLanguage: "en" },
    attachments: [
      { file: await storeFile(`guide of ${slug}`, "pdf"), inLanguage: "en", name: { en: "Guide" } },
    ],
    ...changes,
  });
}

describe("a file is public", () => {
  test("if a published work or the library's settings name it", async () => {
    const film = await fullEpisode("all-files");
    const paper = await document("all-papers");
    const logo = {
      file: await storeFile("a logo", "png"),
      alt: { en: "A logo" },
      width: 9,
      height: 9,
    };
    const podcastCover = { file: await storeFile("a cover", "jpg"), width: 1400, height: 1400 };
    const settings = librarySettings({ logo });
    const tale = series("tale-with-a-cover", { podcastCover });
    for (const record of [film, paper, settings, tale]) await publish(record);
    const paths = [film, paper, settings, tale].flatMap(pathsOf);
    expect(paths).toHaveLength(11);
    expect(await statusesOf(paths)).toEqual([200]);
  });

  test("from the publication date of a scheduled work, without any action", async () => {
    const datePublished = new Date(Date.now() + 3_600_000).toISOString();
    const record = await fullEpisode("scheduled", { datePublished });
    await publish(record);
    expect(await statusesOf(pathsOf(record))).toEqual([404]);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(datePublished) });
    expect(await statusesOf(pathsOf(record))).toEqual([200]);
  });
});

describe("a file is 404", () => {
  test("if only a draft names it, for any kind of request", async () => {
    const record = await fullEpisode("hidden", { status: "draft" });
    await publish(record);
    for (const path of pathsOf(record)) {
      const etag = `"${/[0-9a-f]{64}/.exec(path)?.[0]}"`;
      const attempts: RequestInit[] = [
        {},
        { method: "HEAD" },
        { headers: { Range: "bytes=0-1" } },
        { headers: { Range: "bytes=999-" } },
        { headers: { "If-None-Match": etag } },
        { headers: { "If-None-Match": "*" } },
        { headers: { "If-Match": '"other"' } },
        { headers: { "If-Range": etag, Range: "bytes=0-1" } },
      ];
      for (const init of attempts) {
        for (const address of [path, `${path}?download=x`, `${path}?preview=wrong`]) {
          const response = await ask(address, init);
          expect([address, init, response.status]).toEqual([address, init, 404]);
          expect(response.headers.get("Cache-Control")).toBe("no-store");
          expect(response.headers.get("ETag")).toBeNull();
        }
      }
    }
  });

  test("if no work names it", async () => {
    const file = await storeFile("an orphan", "webm");
    expect(await statusesOf([blobPath(file)])).toEqual([404]);
  });

  test("after its work becomes a draft again, and until it is published again", async () => {
    const record = await fullEpisode("to-and-fro");
    for (const status of ["published", "draft", "published", "draft"] as const) {
      await publish({ ...record, status });
      expect(await statusesOf(pathsOf(record))).toEqual([status === "published" ? 200 : 404]);
    }
  });

  test("after its work is rescheduled for later", async () => {
    const record = await document("put-off");
    await publish(record);
    expect(await statusesOf(pathsOf(record))).toEqual([200]);
    await publish({ ...record, datePublished: "2999-01-01" });
    expect(await statusesOf(pathsOf(record))).toEqual([404]);
  });

  test("after it is replaced, and until a rollback to its revision", async () => {
    const record = await episode("corrected");
    await publish(record);
    const named = record.captions.map(({ file }) => blobPath(file));
    const captions = [await track("en", vtt("Cleaned of a name."), "captions")];
    await publish({ ...record, captions });
    const cleaned = captions.map(({ file }) => blobPath(file));
    expect(await statusesOf(named)).toEqual([404]);
    expect(await statusesOf(cleaned)).toEqual([200]);
    await rollback(database, env.BLOBS, request("corrected"), undefined);
    expect(await statusesOf(named)).toEqual([200]);
    expect(await statusesOf(cleaned)).toEqual([404]);
  });

  test("after its work is withdrawn, unless another published work names it", async () => {
    const shared = await storeFile("a poster of both", "webp");
    const poster = { file: shared, alt: { en: "A door" }, width: 9, height: 9 };
    const record = await episode("withdrawn", { poster });
    const other = await episode("stays", { poster });
    await publish(record);
    await publish(other);
    const changed = await withdraw(database, env.BLOBS, request("withdrawn"), { en: "Gone." });
    expect(changed.usedBy).toEqual(["stays"]);
    const own = pathsOf(record).filter((path) => path !== blobPath(shared));
    expect(await statusesOf(own)).toEqual([404]);
    expect(await statusesOf([blobPath(shared)])).toEqual([200]);
    await publish({ ...other, status: "draft" });
    expect(await statusesOf([blobPath(shared)])).toEqual([404]);
  });

  test("within a minute after another Worker changed its work", async () => {
    const record = await document("elsewhere");
    await publish(record);
    expect(await statusesOf(pathsOf(record))).toEqual([200]);
    await env.DB.prepare("delete from public_files where slug = 'elsewhere'").run();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 59_000 });
    expect(await statusesOf(pathsOf(record))).toEqual([404]);
    vi.useRealTimers();
    // The daily sweep rebuilds the table from the records.
    await rebuildPublicFiles(database);
    expect(await statusesOf(pathsOf(record))).toEqual([200]);
  });
});

describe("a preview", () => {
  async function previewOf(slug: string, hours = 24): Promise<string> {
    const response = await ask(`/api/v1/staff/works/${slug}/preview`, {
      method: "POST",
      body: JSON.stringify({ hours }),
      headers: { Authorization: "Bearer secret" },
    });
    const { url } = await jsonOf(response);
    return `?${new URL(String(url)).searchParams}`;
  }

  test("shows the files of its work, without caching, but not those of another draft", async () => {
    const record = await fullEpisode("previewed", { status: "draft" });
    const other = await fullEpisode("not-previewed", { status: "draft" });
    await publish(record);
    await publish(other);
    const secret = await previewOf("previewed");
    for (const path of pathsOf(record)) {
      const response = await get(path + secret, { Range: "bytes=0-1" });
      expect(response.status).toBe(206);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
      await response.arrayBuffer();
    }
    expect(await statusesOf(pathsOf(record))).toEqual([404]);
    expect(await statusesOf(pathsOf(other).map((path) => path + secret))).toEqual([404]);
  });

  test("doesn't show files that were replaced in the draft", async () => {
    const record = await document("redrafted", { status: "draft" });
    await publish(record);
    const secret = await previewOf("redrafted");
    const [text] = record.texts;
    if (text === undefined) throw new Error("it has a text");
    expect(await statusesOf([blobPath(text.file) + secret])).toEqual([200]);
    const file = await storeFile("# Without the name", "md");
    await publish({ ...record, texts: [{ ...text, file }] });
    expect(await statusesOf([blobPath(text.file) + secret])).toEqual([404]);
    expect(await statusesOf([blobPath(file) + secret])).toEqual([200]);
  });

  test("expires for its files, too", async () => {
    const record = await fullEpisode("short-preview", { status: "draft" });
    await publish(record);
    const secret = await previewOf("short-preview", 1);
    const paths = pathsOf(record).map((path) => path + secret);
    expect(await statusesOf(paths)).toEqual([200]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 });
    expect(await statusesOf(paths)).toEqual([404]);
  });

  test("ends when its work is published, and when it is withdrawn", async () => {
    const record = await fullEpisode("ending-preview", { status: "draft" });
    await publish(record);
    const paths = pathsOf(record);
    const first = await previewOf("ending-preview");
    expect(await statusesOf(paths.map((path) => path + first))).toEqual([200]);
    await publish({ ...record, status: "published" });
    await publish(record);
    expect(await statusesOf(paths.map((path) => path + first))).toEqual([404]);
    const second = await previewOf("ending-preview");
    expect(await statusesOf(paths.map((path) => path + second))).toEqual([200]);
    await withdraw(database, env.BLOBS, request("ending-preview"), { en: "Gone." });
    expect(await statusesOf(paths.map((path) => path + second))).toEqual([404]);
  });
});
