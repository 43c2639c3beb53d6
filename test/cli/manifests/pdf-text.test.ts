import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { pagesOf } from "../../../src/files/documents/pdf-text.ts";
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
  ["a scan without text", makePdf([[], []]), "en.pdf has pictures of pages and no text"],
  ["a password", makeEncryptedPdf(), "en.pdf opens only with a password"],
  ["a broken file", "%PDF-1.7\nbroken\n%%EOF\n", "en.pdf can't be read (Invalid PDF structure)"],
  ["Arabic", makePdf([["abcd abcd"]], { characters }), "en.pdf has text from right to left"],
])("of %s there is a warning, and the PDF is published without its text", async (_, pdf, start) => {
  const { texts, problems } = await check({ "en.pdf": pdf });
  expect(problems).toEqual([expect.stringContaining(`document.yaml:6 warning ${start}`)]);
  expect(texts).toMatchObject([{ file: { extension: "pdf" } }]);
  expect(texts?.[0]).not.toHaveProperty("extractedText");
});

test("a name that isn't public is found in a PDF, by its page", async () => {
  const { texts, problems } = await check(
    { "en.pdf": makePdf([["Know your rights"], ["told by", "Ana Morales"]]) },
    "credits: [{ name: Ana Morales, role: participant, public: false }]\n",
  );
  expect(texts).toBeUndefined();
  expect(problems).toEqual([expect.stringMatching(/^en\.pdf:2 error .*Ana Morales/)]);
});
