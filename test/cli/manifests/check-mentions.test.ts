import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mentions-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** The problems about names, each as `file:line:column severity`. */
async function mentions(): Promise<string[]> {
  const { problems } = await readManifests([folder]);
  return problems
    .filter(({ message }) => message.includes("whose credit says public: false"))
    .map(({ file, line, column, severity }) => {
      return `${relative(folder, file)}:${line}:${column} ${severity}`;
    });
}

const credits = "credits: [{ name: Ana Morales, role: participant, public: false }]";
const episode = `kind: Episode
slug: film
inLanguage: en
status: draft
name: { en: Film }
captions:
  - { inLanguage: en, kind: captions, file: en.srt }
  - { inLanguage: es, kind: subtitles, file: es.vtt, translator: T }
audioDescription: { mode: track, file: described.vtt }
attachments: [{ file: notes.md, inLanguage: en, name: { en: Notes } }]
${credits}
`;
const files = {
  "en.srt": "1\n00:00:01,000 --> 00:00:03,000\nHello, I am here.\n",
  "es.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\nHola, estoy aquí.\n",
  "described.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\nA door opens.\n",
  "notes.md": "# Notes\n",
};

describe("a name that isn't public", () => {
  it("has no error if it is in its credit only", async () => {
    await write({ "episode.yaml": episode, ...files });
    expect(await mentions()).toEqual([]);
  });

  it("has an error at each place in the manifest and in all text files, all at once", async () => {
    await write({
      "episode.yaml": episode
        .replace("name: { en: Film }", "name: { en: Film, es: Ana Morales }")
        .replace("translator: T", "translator: ana morales"),
      ...files,
      "en.srt":
        "1\n00:00:01,000 --> 00:00:03,000\nHello, I am Ana\n\n2\n00:00:04,000 --> 00:00:06,000\nMorales\n",
      "es.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Morales>Hola\n",
      "described.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\n<i>Ana</i>\nMorales stands up.\n",
      "notes.md": "# Notes\n\nBy **Ana** Morales\n",
    });
    expect(await mentions()).toEqual([
      "described.vtt:4:4 error",
      "en.srt:3:13 error",
      "episode.yaml:5:23 error",
      "episode.yaml:8:66 error",
      "es.vtt:4:4 error",
      "notes.md:3:6 error",
    ]);
  });

  it("has its error together with other errors of the manifest", async () => {
    const broken = episode.replace(
      "status: draft",
      "status: drafty\ncontentWarning: { en: Ana Morales }",
    );
    await write({ "episode.yaml": broken, ...files });
    const { problems } = await readManifests([folder]);
    // Also: there is nothing to play, and a text in Spanish has no name in Spanish.
    expect(problems.map(({ line }) => line)).toEqual([1, 4, 5, 6]);
    expect(await mentions()).toEqual(["episode.yaml:5:23 error"]);
  });

  it("has an error in a file of another encoding, at its line", async () => {
    const name = Uint8Array.from(
      "1\n00:00:01,000 --> 00:00:03,000\nSoy José Núñez y estoy aquí.\n",
      (letter) => letter.charCodeAt(0),
    );
    await write({
      "episode.yaml": episode.replace("Ana Morales", "José Núñez").replace("en.srt", "es.srt"),
      ...files,
      "es.srt": name,
    });
    expect(await mentions()).toEqual(["es.srt:3:5 error"]);
  });

  it("has an error in a document's Markdown", async () => {
    await write({
      "document.yaml": `kind: Document\nslug: memo\ninLanguage: en\nstatus: draft\nname: { en: Memo }\ntexts: [{ inLanguage: en, file: en.md }]\n${credits}\n`,
      "en.md": "# Memo\n\nSee [Ana](https://example.org) Morales.\n",
    });
    expect(await mentions()).toEqual(["en.md:3:6 error"]);
  });

  it("has an error in the name of a file", async () => {
    await write({
      "episode.yaml": episode.replace("notes.md", "ana-morales.md"),
      ...files,
      "ana-morales.md": "# Notes\n",
    });
    expect(await mentions()).toEqual(["episode.yaml:10:23 error"]);
  });

  it("has an error in the series of its episode", async () => {
    await write({
      "series.yaml":
        "kind: Series\nslug: tale\ninLanguage: en\nstatus: draft\nname: { en: Tale of Ana Morales }\n",
      "film/episode.yaml": episode.replace("slug: film", "slug: film\nseries: tale"),
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`film/${name}`, text])),
    });
    expect(await mentions()).toEqual(["series.yaml:5:13 error"]);
  });

  it("has notes in place of errors if its credit says allowMentions: true", async () => {
    await write({
      "episode.yaml": episode
        .replace("public: false", "public: false, allowMentions: true")
        .replace("en: Film", "en: Ana Morales"),
      ...files,
      "notes.md": "Ana Morales\n",
    });
    expect(await mentions()).toEqual(["episode.yaml:5:13 note", "notes.md:1:1 note"]);
  });
});
