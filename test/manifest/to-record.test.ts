import { describe, expect, it } from "vitest";
import { filesOf } from "../../src/manifest/files.ts";
import { readManifest } from "../../src/manifest/read.ts";
import type { Manifest } from "../../src/manifest/schema.ts";
import { type MeasuredFiles, toRecord } from "../../src/manifest/to-record.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { record } from "../../src/records/schema/record.ts";
import { document, fullEpisode } from "./samples.ts";

function read(yaml: string): Manifest {
  const { manifest, problems } = readManifest("m.yaml", yaml);
  if (manifest === undefined) throw new Error(JSON.stringify(problems));
  return manifest;
}

function file(digit: string, extension: string, more: Partial<MeasuredFiles> = {}): MeasuredFiles {
  return { sha256: digit.repeat(64), extension, size: 100, ...more };
}

const files = new Map<string, MeasuredFiles>([
  ["film.webm", file("1", "webm", { duration: 80, width: 640, height: 360, codecs: "vp9, opus" })],
  ["film.mp4", file("2", "mp4", { duration: 80.2, width: 640, height: 360 })],
  ["film.m4a", file("3", "m4a", { duration: 80.1 })],
  ["poster.webp", file("4", "webp", { width: 1280, height: 720 })],
  ["en.vtt", file("5", "vtt", { cues: 12 })],
  ["descriptions.vtt", file("6", "vtt", { cues: 3 })],
  ["Guide.PDF", file("7", "pdf")],
  ["en.md", file("8", "md")],
  ["es.pdf", file("9", "pdf")],
]);

describe("the record of an episode", () => {
  const made = toRecord(read(fullEpisode), files);
  if (made.kind !== "Episode") throw new Error("It is an episode.");

  it("is valid", () => {
    expect(record.parse(made)).toEqual(made);
  });

  it("lasts as long as the longest of its media", () => {
    expect(made.duration).toBe(80.2);
  });

  it("has the digest of each file in place of its name", () => {
    expect(made.video.map(({ sha256 }) => sha256[0])).toEqual(["1", "2"]);
    expect(blobsOf(made).map(({ sha256 }) => sha256[0])).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
    ]);
    expect(JSON.stringify(made)).not.toContain("film.webm");
  });

  it("has each measurement in its field", () => {
    expect(made.video[0]).toMatchObject({ width: 640, height: 360, codecs: "vp9, opus" });
    expect(made.poster).toMatchObject({ width: 1280, height: 720 });
    expect(made.poster?.file).toEqual({ sha256: "4".repeat(64), extension: "webp", size: 100 });
    expect(made.captions[0]).toMatchObject({
      cues: 12,
      origin: "human",
      file: { extension: "vtt" },
    });
  });

  it("has chapters in seconds", () => {
    expect(made.chapters.map(({ start }) => start)).toEqual([0, 65, 70]);
  });

  it("uses the film's language for a description that names none", () => {
    expect(made.audioDescription).toMatchObject({ mode: "track", inLanguage: "en" });
  });

  it("keeps credits that aren't public, for staff", () => {
    expect(made.credits).toEqual([{ name: "Someone", role: "participant", public: false }]);
  });

  it("throws if a file wasn't measured", () => {
    const fewer = new Map([...files].filter(([name]) => name !== "film.mp4"));
    expect(() => toRecord(read(fullEpisode), fewer)).toThrow("film.mp4 wasn't measured");
  });
});

describe("other records", () => {
  it("a document has its texts as blobs", () => {
    expect(toRecord(read(document), files)).toMatchObject({
      kind: "Document",
      texts: [
        { inLanguage: "en", file: { extension: "md" } },
        { inLanguage: "es", file: { extension: "pdf" }, translator: "T" },
      ],
    });
  });

  it("a series has the fields of its manifest", () => {
    const yaml = "kind: Series\nslug: s\ninLanguage: en\nstatus: published\nname: { en: S }\n";
    expect(toRecord(read(yaml), new Map())).toEqual({
      kind: "Series",
      slug: "s",
      inLanguage: "en",
      status: "published",
      name: { en: "S" },
    });
  });
});

describe("the files of a manifest", () => {
  it("are found with the path of each field", () => {
    const { manifest, locationOf } = readManifest("m.yaml", fullEpisode);
    if (manifest === undefined) throw new Error("It is good.");
    const found = filesOf(manifest).map(({ name, content, path }) => {
      return `${locationOf(path).line} ${content} ${name}`;
    });
    expect(found).toEqual([
      "6 film film.webm",
      "6 film film.mp4",
      "7 sound film.m4a",
      "8 picture poster.webp",
      "9 captions en.vtt",
      "10 captions descriptions.vtt",
      "12 other Guide.PDF",
    ]);
  });
});
