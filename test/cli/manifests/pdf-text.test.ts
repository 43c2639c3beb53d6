import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { pagesOf } from "../../../src/files/documents/pdf-text.ts";
import { exportFileNames } from "../../../src/manifest/export-file-names.ts";
import { toManifest } from "../../../src/manifest/to-manifest.ts";
import { episodeRecord } from "../../../src/records/schema/record.ts";
import { makeEncryptedPdf, makePdf } from "../../support/pdf.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pdf-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function check(files: Readonly<Record<string, Uint8Array | string>>, more = "") {
  const texts = Object.keys(files).map(
    (name) => `{ inLanguage: ${name.slice(0, 2)}, file: ${name} }`,
  );
  const yaml = `kind: Document
slug: plan
inLanguage: en
status: draft
name: { en: Plan }
texts: [${texts.join(", ")}]
${more}`;
  await writeFile(join(folder, "document.yaml"), yaml);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const { works, problems } = await readManifests([folder]);
  const record = works[0]?.record;
  return {
    texts: record?.kind === "Document" ? record.texts : undefined,
    blobs: works[0]?.blobs ?? [],
    problems: problems.map(({ file, line, severity, message }) => {
      return `${file.slice(folder.length + 1)}:${line} ${severity} ${message}`;
    }),
  };
}

test("what a PDF says is published with it, a form feed between two pages", async () => {
  const { texts, blobs, problems } = await check({
    "en.pdf": makePdf([["Know your rights"], ["Bond hearings"]]),
  });
  expect(problems).toEqual([]);
  expect(blobs.map(({ extension }) => extension)).toEqual(["pdf", "txt"]);
  expect(pagesOf(blobs[1]?.madeText ?? "")).toEqual(["Know your rights", "Bond hearings"]);
  const { sha256, size } = blobs[1] ?? {};
  expect(texts).toMatchObject([{ extractedText: { sha256, size, extension: "txt" } }]);
});

test("a PDF beside a page in the same language isn't read", async () => {
  const pdf = makePdf([["Know your rights"]]);
  const { texts } = await check({ "en.md": "# Rights\n", "en.pdf": pdf, "es.pdf": pdf });
  expect(texts?.map((text) => "extractedText" in text)).toEqual([false, false, true]);
});

const characters = { 61: "\uFE8F", 62: "\uFE8E", 63: "\uFE92", 64: "\uFEDF" };

test.each([
  ["a scan without text", makePdf([[], []]), "no text can be read from en.pdf"],
  ["a password", makeEncryptedPdf(), "en.pdf opens only with a password"],
  ["a broken file", "%PDF-1.7\nbroken\n%%EOF\n", "en.pdf can't be read (Invalid PDF structure)"],
  [
    "a large file without an index",
    `%PDF-1.7\n${"obj ".repeat(600_000)}\n%%EOF\n`,
    "en.pdf can't be read (it doesn't say where its parts are)",
  ],
  ["Arabic", makePdf([["abcd abcd"]], { characters }), "en.pdf has text from right to left"],
])("of %s there is a warning, and the PDF is published without its text", async (_, pdf, start) => {
  const { texts, problems } = await check({ "en.pdf": pdf });
  expect(problems).toEqual([expect.stringContaining(`document.yaml:6 warning ${start}`)]);
  expect(texts).toMatchObject([{ file: { extension: "pdf" } }]);
  expect(texts?.[0]).not.toHaveProperty("extractedText");
});

async function checkFilm(attachments: Readonly<Record<string, Uint8Array | string>>, more = "") {
  const names = Object.keys(attachments).map(
    (name) => `{ inLanguage: ${name.slice(0, 2)}, file: ${name}, name: { en: Guide } }`,
  );
  const yaml = `kind: Episode
slug: film
inLanguage: en
status: draft
name: { en: Film }
video: [{ file: film.mp4 }]
attachments: [${names.join(", ")}]
${more}`;
  await writeFile(join(folder, "episode.yaml"), yaml);
  await copyFile(demoFilm, join(folder, "film.mp4"));
  for (const [name, content] of Object.entries(attachments))
    await writeFile(join(folder, name), content);
  const { works, problems } = await readManifests([folder]);
  return { work: works[0], problems: problems.map(({ message }) => message) };
}

const demoFilm = new URL(
  "../../../media-manifests/how-did-we-get-here/criminalizing-migration/film.mp4",
  import.meta.url,
);

test("what the PDFs attached to a film say is published with it, and no manifest names it", async () => {
  const { work } = await checkFilm({
    "en.pdf": makePdf([["Questions to discuss"]]),
    "es.md": "# Guía\n",
  });
  const record = episodeRecord.parse(work?.record);
  const [pdf, markdown] = record.attachments;
  expect(markdown).not.toHaveProperty("extractedText");
  const text = work?.blobs.find(({ sha256 }) => sha256 === pdf?.extractedText?.sha256);
  expect(text?.madeText).toBe("Questions to discuss");
  const manifest = toManifest(record, exportFileNames(record));
  expect(manifest).toContain("attachment-en.pdf");
  expect(manifest).not.toContain("extractedText");
});

test("of an attached scan there is a warning, and a name that isn't public is an error", async () => {
  const scan = await checkFilm({ "en.pdf": makePdf([[]]) });
  expect(scan.problems).toContainEqual(expect.stringMatching(/^no text .* as a document too$/));
  expect(scan.work).toBeDefined();
  const named = await checkFilm(
    { "en.pdf": makePdf([["told by Ana Morales"]]) },
    "credits: [{ name: Ana Morales, role: participant, public: false }]\n",
  );
  expect(named.problems).toContainEqual(expect.stringContaining("Ana Morales"));
  expect(named.work).toBeUndefined();
});

test("a name that isn't public is found in a PDF, by its page", async () => {
  const { texts, problems } = await check(
    { "en.pdf": makePdf([["Know your rights"], ["told by", "Ana Morales"]]) },
    "credits: [{ name: Ana Morales, role: participant, public: false }]\n",
  );
  expect(texts).toBeUndefined();
  expect(problems).toEqual([expect.stringMatching(/^en\.pdf:2 error .*Ana Morales/)]);
});
