/** What `videoteca check` reports about caption files as editors write them. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { root } from "../run.ts";

const film = join(
  root,
  "media-manifests/how-did-we-get-here/demonstration-how-to-use-this-library/film.webm",
);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Checks an episode with these caption files. @returns their problems, and the WebVTT made from them */
async function check(name: string, files: Record<string, string | Uint8Array>) {
  const episodeFolder = join(folder, name);
  await mkdir(episodeFolder);
  await copyFile(film, join(episodeFolder, "film.webm"));
  const captions = Object.keys(files).map(
    (file) =>
      `  - { inLanguage: ${file.split(".")[0]}, kind: subtitles, file: ${file}, origin: human }`,
  );
  const yaml = [
    "kind: Episode",
    `slug: ${name}`,
    "inLanguage: en",
    "status: draft",
    "name: { en: A film }",
    "description: { en: A film for a test. }",
    "video: [{ file: film.webm }]",
    "audioDescription: { mode: none, reason: A test. }",
    "captions:",
    ...captions,
  ];
  await writeFile(join(episodeFolder, "episode.yaml"), `${yaml.join("\n")}\n`);
  for (const [file, content] of Object.entries(files))
    await writeFile(join(episodeFolder, file), content);
  const { works, problems } = await readManifests([episodeFolder]);
  const texts = works.flatMap((work) => work.blobs.flatMap(({ madeText }) => madeText ?? []));
  const reported = problems
    .filter(({ file }) => !file.endsWith(".yaml"))
    .map((problem) => ({ ...problem, file: problem.file.slice(episodeFolder.length + 1) }));
  return { reported, texts };
}

describe("encodings", () => {
  it("publishes a file in Windows-1252 as UTF-8, and warns at its first letter", async () => {
    const srt = "1\n00:00:01,000 --> 00:00:03,000\nEl niño está aquí.\n";
    const { reported, texts } = await check("latin", { "es.srt": Buffer.from(srt, "latin1") });
    expect(reported).toEqual([
      {
        file: "es.srt",
        line: 3,
        column: 6,
        severity: "warning",
        message: expect.stringContaining("read as Windows-1252"),
      },
    ]);
    expect(texts).toEqual(["WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nEl niño está aquí.\n"]);
  });

  it("publishes UTF-16 without a problem", async () => {
    const vtt = "\uFEFFWEBVTT\n\n00:01.000 --> 00:03.000\nXin chào các bạn.\n";
    const { reported, texts } = await check("wide", { "vi.vtt": Buffer.from(vtt, "utf16le") });
    expect(reported).toEqual([]);
    expect(texts[0]).toContain("Xin chào các bạn.");
  });

  it("refuses a file with two encodings, and reports the line and the column", async () => {
    const start = "1\n00:00:01,000 --> 00:00:03,000\nCanción\n\n2\n00:00:04,000 --> 00:00:06,000\n";
    const mixed = Buffer.concat([Buffer.from(start), Buffer.from("mañana\n", "latin1")]);
    const { reported, texts } = await check("mixed", { "es.srt": mixed });
    expect(reported).toMatchObject([{ file: "es.srt", line: 7, column: 3, severity: "error" }]);
    expect(texts).toEqual([]);
  });
});

describe("formats", () => {
  it("publishes TTML and SBV as WebVTT, sorted by time", async () => {
    const ttml =
      '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"><body>' +
      '<div><p begin="4s" end="6s">Hai.</p><p begin="1s" end="3s">Một<br/>' +
      '<span tts:fontStyle="italic">nửa</span></p></div></body></tt>';
    const sbv = "0:00:01.000,0:00:03.000\nUno & medio\n";
    const { reported, texts } = await check("formats", { "vi.ttml": ttml, "es.sbv": sbv });
    expect(reported).toEqual([]);
    expect(texts).toEqual([
      "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nMột\n<i>nửa</i>\n\n" +
        "00:00:04.000 --> 00:00:06.000\nHai.\n",
      "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nUno &amp; medio\n",
    ]);
  });

  it("warns of a file whose format doesn't match its name", async () => {
    const srt = "1\n00:00:01,000 --> 00:00:03,000\nHola.\n";
    const { reported, texts } = await check("misnamed", { "es.vtt": srt });
    expect(reported).toMatchObject([{ file: "es.vtt", line: 1, column: 1, severity: "warning" }]);
    expect(reported[0]?.message).toContain("read as SubRip");
    expect(texts).toHaveLength(1);
  });
});

describe("lint", () => {
  it("reports what is hard to follow, and files that were swapped, with file, line and column", async () => {
    const vtt = (...lines: string[]): string =>
      `WEBVTT\n\n${lines.map((line, index) => `00:0${index}.000 --> 00:0${index + 1}.000\n${line}\n\n`).join("")}`;
    const english = vtt(
      "We reported them that",
      "this was not the law",
      "and they have what",
      "",
      "we are from.",
    );
    const spanish = vtt(
      "Nos dijeron que",
      "esto no es la ley",
      "de los que están",
      "en el barrio, pero",
      "se lo dije.",
    );
    const { reported } = await check("swapped", { "en.vtt": spanish, "es.vtt": english });
    const lines = reported.map(({ file, line, column, severity, message }) => {
      return `${file}:${line}:${column} ${severity} ${message}`;
    });
    expect(lines).toContain(
      "es.vtt:3:1 warning es.vtt looks English, en.vtt looks Spanish: were they swapped?",
    );
    expect(lines).toContain(
      "en.vtt:3:1 warning en.vtt looks Spanish, es.vtt looks English: were they swapped?",
    );
    expect(
      lines.find((line) => line.startsWith("es.vtt:12:1 warning This cue has no text")),
    ).toBeDefined();
    expect(lines.find((line) => line.includes("20 per second are easy to read"))).toBeUndefined();
  });
});
