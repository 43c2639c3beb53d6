import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderStarterManifest, type StarterValues } from "../../../src/cli/init/manifest.ts";
import { sortFiles } from "../../../src/inspection/names/sort-files.ts";
import { readManifest } from "../../../src/manifest/read.ts";
import { manifestKinds } from "../../../src/manifest/schema.ts";

const defaults: StarterValues = {
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
  return readManifest("episode.yaml", renderStarterManifest({ ...defaults, ...changes }));
}

describe("a starter manifest", () => {
  it.each(manifestKinds)("for a %s is valid, and names its schema", (kind) => {
    const files = sortFiles(["en.md"]);
    const text = renderStarterManifest({ ...defaults, kind, files });
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\//);
    const { manifest, problems } = readManifest("x.yaml", text);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(manifest).toMatchObject({ kind, inLanguage: "en", name: { en: "A Film" } });
  });

  it("names no schema if it isn't known where one is", () => {
    const text = renderStarterManifest({ ...defaults, schema: undefined });
    expect(text).not.toContain("$schema");
    expect(readManifest("episode.yaml", text).manifest).toMatchObject({ kind: "Episode" });
  });

  it("is a draft, so that it isn't published by accident", () => {
    expect(read({}).manifest).toMatchObject({ status: "draft" });
  });

  it("puts each file into its field", () => {
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

  it("contains as comments the files that need a decision", () => {
    const found = ["notes.srt", "en.vtt", "en.srt", "p.webp"];
    const text = renderStarterManifest({ ...defaults, files: sortFiles(found) });
    expect(text).toContain('# - { inLanguage: ??, kind: subtitles, file: "notes.srt"');
    expect(text).toContain('# - { inLanguage: en, kind: captions, file: "en.srt"');
    expect(text).toMatch(/^# {3}file: "p\.webp"$/m);
    expect(read({ files: sortFiles(found) }).manifest).toMatchObject({
      captions: [{ file: "en.vtt" }],
    });
  });

  it("can contain any title and any file name", () => {
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
