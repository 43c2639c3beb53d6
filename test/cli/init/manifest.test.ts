import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortFiles } from "../../../src/cli/init/files.ts";
import { type StarterValues, starterManifest } from "../../../src/cli/init/manifest.ts";
import { readManifest } from "../../../src/manifest/read.ts";
import { manifestKinds } from "../../../src/manifest/schema.ts";

const beginning: StarterValues = {
  kind: "Episode",
  slug: "a-film",
  title: "A Film",
  language: "en",
  otherLanguages: ["es"],
  files: sortFiles([]),
  posterText: undefined,
  series: undefined,
  schema: "../schema/episode.schema.json",
};

function read(changes: Partial<StarterValues>) {
  return readManifest("episode.yaml", starterManifest({ ...beginning, ...changes }));
}

describe("a starter manifest", () => {
  it.each(manifestKinds)("of a %s can be read, and is named by its schema", (kind) => {
    const files = sortFiles(["en.md"]);
    const text = starterManifest({ ...beginning, kind, files });
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\//);
    const { manifest, problems } = readManifest("x.yaml", text);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(manifest).toMatchObject({ kind, inLanguage: "en", name: { en: "A Film" } });
  });

  it("is a draft, so that nobody sees it by accident", () => {
    expect(read({}).manifest).toMatchObject({ status: "draft" });
  });

  it("names each file it found where it belongs", () => {
    const found = ["f.mp4", "f.webm", "f.m4a", "p.webp", "en.vtt", "es.srt", "guide.pdf"];
    const series = { slug: "a-series", episode: 4 };
    const { manifest } = read({ files: sortFiles(found), series, posterText: "A “door”: open." });
    expect(manifest).toMatchObject({
      series: "a-series",
      episode: 4,
      video: [{ file: "f.webm" }, { file: "f.mp4" }],
      audioOnly: { file: "f.m4a" },
      poster: { file: "p.webp", alt: { en: "A “door”: open." } },
      captions: [
        { inLanguage: "en", kind: "captions", file: "en.vtt" },
        { inLanguage: "es", kind: "subtitles", file: "es.srt" },
      ],
      attachments: [{ file: "guide.pdf", inLanguage: "en" }],
    });
  });

  it("keeps as a comment what somebody has to decide", () => {
    const found = ["notes.srt", "en.vtt", "en.srt", "p.webp"];
    const text = starterManifest({ ...beginning, files: sortFiles(found) });
    expect(text).toContain('# - { inLanguage: ??, kind: subtitles, file: "notes.srt"');
    expect(text).toContain('# - { inLanguage: en, kind: captions, file: "en.srt"');
    expect(text).toMatch(/^# {3}file: "p\.webp"$/m);
    expect(read({ files: sortFiles(found) }).manifest).toMatchObject({
      captions: [{ file: "en.vtt" }],
    });
  });

  it("holds any title and any file's name as they are", () => {
    const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(words, words, (title, name) => {
        const file = `${name.replaceAll(/[/\\\0:]/g, "").replace(/^[.~]+/, "")}x.mp4`;
        const { manifest, problems } = read({ title: title.trim(), files: sortFiles([file]) });
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(manifest).toMatchObject({ name: { en: title.trim() }, video: [{ file }] });
      }),
    );
  });
});
