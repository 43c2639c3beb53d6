import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyOfLibrary, root, videoteca } from "../run.ts";

const first = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");
let copy: Awaited<ReturnType<typeof copyOfLibrary>>;

beforeEach(async () => {
  copy = await copyOfLibrary();
});
afterEach(() => copy.remove());

const init = (...args: string[]) => videoteca(["init", ...args], copy.folder);
const initWith = (environment: Record<string, string>, ...args: string[]) =>
  videoteca(["init", ...args], copy.folder, environment);
const read = (path: string) => readFile(join(copy.folder, path), "utf8");

describe("videoteca init", () => {
  it("writes a draft of the next episode from the files in a folder, and check accepts it", async () => {
    const folder = "library/how-did-we-get-here/the-second-part";
    await mkdir(join(copy.folder, folder));
    for (const file of ["film.webm", "en.vtt", "es.srt"]) {
      await copyFile(join(first, file), join(copy.folder, folder, file));
    }
    const { code, stdout, stderr } = await init(folder, "--yes");
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`Wrote ${folder}/episode.yaml`);
    expect(stdout).toContain("Ready to publish: 1 manifest, 0 errors");
    expect(stdout).toContain(
      "Before you set its status to published:\n  - `audioDescription` isn't given",
    );
    const manifest = await read(`${folder}/episode.yaml`);
    expect(manifest).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/episode\.schema/,
    );
    expect(manifest).toContain("slug: the-second-part ");
    expect(manifest).toContain("series: how-did-we-get-here\nepisode: 3\n");
    expect((await videoteca(["check", "library"], copy.folder)).code).toBe(0);
  });

  it("creates the folder, and a text to start from, if there is none", async () => {
    const args = ["memos/new", "--kind", "document", "--title", "Đường về nhà", "--language", "vi"];
    const { stdout } = await init(...args, "--json");
    expect(JSON.parse(stdout)).toEqual({
      file: "memos/new/document.yaml",
      kind: "Document",
      slug: "duong-ve-nha",
      written: ["memos/new/document.yaml", "memos/new/vi.md"],
      problems: [],
      missing: [],
      leftOut: [],
    });
    expect(await read("memos/new/vi.md")).toMatch(/^# Đường về nhà\n/);
    expect((await videoteca(["check", "memos"], copy.folder)).code).toBe(0);
  });

  it("names the schema in the library if no folder above has one, and never a path of one machine", async () => {
    const library = { VIDEOTECA_URL: "https://library.example/" };
    await initWith(library, "memos/one", "--kind", "Document", "--yes");
    expect(await read("memos/one/document.yaml")).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/library\.example\/schemas\/document\.json\n/,
    );
    await init("memos/two", "--kind", "Document", "--yes");
    expect(await read("memos/two/document.yaml")).not.toContain("$schema");
    expect((await videoteca(["check", "memos"], copy.folder)).code).toBe(0);
  });

  it("uses the files that it can, and names every other one with the reason", async () => {
    await mkdir(join(copy.folder, "mine"));
    for (const name of ["English.srt", "Español.SRT", "en.scc", "IMG_1234.MOV", "b.m4a", "a.m4a"]) {
      await writeFile(join(copy.folder, "mine", name), "1\n00:00:01,000 --> 00:00:02,000\nHi\n");
    }
    await writeFile(join(copy.folder, "mine/photo.heic"), "x");
    await writeFile(join(copy.folder, "mine/unclear.srt"), "x");
    const { stdout } = await init("mine", "--yes", "--language", "en", "--json");
    const manifest = await read("mine/episode.yaml");
    expect(manifest).toContain('inLanguage: en, kind: captions, file: "English.srt"');
    expect(manifest).toContain('inLanguage: es, kind: subtitles, file: "Español.SRT"');
    const { leftOut } = JSON.parse(stdout);
    expect(leftOut).toEqual([
      { file: "IMG_1234.MOV", reason: expect.stringContaining("`videoteca prepare`") },
      { file: "b.m4a", reason: expect.stringContaining("one sound recording") },
      { file: "en.scc", reason: expect.stringContaining("WebVTT (.vtt) or SubRip (.srt)") },
      { file: "photo.heic", reason: expect.stringContaining("WebP, JPEG or PNG") },
      { file: "unclear.srt", reason: expect.stringContaining("in a comment") },
    ]);
    await rm(join(copy.folder, "mine/episode.yaml"));
    const text = await init("mine", "--yes");
    expect(text.stdout).toContain("Not used:\n  - IMG_1234.MOV: browsers don't play films");
  });

  it("never overwrites a file", async () => {
    await mkdir(join(copy.folder, "mine"));
    await writeFile(join(copy.folder, "mine/episode.yaml"), "mine\n");
    const { code, stderr } = await init("mine", "--yes", "--kind", "Episode");
    expect(stderr).toBe("mine/episode.yaml exists already and wasn't changed.\n");
    expect(code).toBe(1);
    expect(await read("mine/episode.yaml")).toBe("mine\n");
    expect(await readdir(join(copy.folder, "mine"))).toEqual(["episode.yaml"]);
  });

  it.each([
    [["--kind", "Movie"], "--kind takes Library, Series, Episode, Document"],
    [["--slug", "Ángel"], "“Ángel” isn't a valid slug"],
    [["--slug", "library"], "library is reserved for the library's settings"],
    [["--language", "english"], "“english” isn't a language tag"],
    [["--languages", "es,espanol"], "“espanol” isn't a language tag"],
    [["--title", " "], "The title is empty"],
    [["--title", "فرصة ثانية"], "give one with --slug"],
  ])("refuses %j in one line, and writes nothing", async (wrong, message) => {
    const { code, stderr } = await init("new", "--yes", ...wrong);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
    expect(await readdir(copy.folder)).toEqual(["library"]);
  });

  it("asks nothing without a terminal, and names the option to give", async () => {
    const { code, stderr } = await init("new");
    expect(stderr).toContain("There is no terminal here to ask on: give --yes");
    expect(code).toBe(1);
  });
});
