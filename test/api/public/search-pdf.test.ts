import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { publicDocument, publicEpisode, searchAnswer } from "../../../src/api/contract.ts";
import { joinPages } from "../../../src/files/documents/pdf-text.ts";
import { maxStoredTextSize } from "../../../src/records/schema/limits.ts";
import { rebuildSearchRows } from "../../../src/storage/search/rebuild.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import {
  database,
  document,
  episode,
  publish,
  storeFile,
  track,
  vtt,
} from "../../support/library.ts";

const pages = [
  "Know your rights",
  "",
  "Bond hearings are for\neveryone in detention",
  "x".repeat(400),
];

/** A document with a page in English and a PDF in Spanish. */
async function withPdf(slug: string, changes: Parameters<typeof document>[1] = {}) {
  const { texts, ...record } = await document(slug, changes);
  const file = await storeFile(`%PDF-1.7 of ${slug}`, "pdf");
  const extractedText = {
    ...(await storeFile(joinPages(pages), "txt")),
    extension: "txt" as const,
  };
  return {
    record: { ...record, texts: [...texts.slice(0, 1), { inLanguage: "es", file, extractedText }] },
    pdf: `/media/${file.sha256}.pdf`,
  };
}

async function search(words: string) {
  const answer = await ask(`/api/v1/search?lang=en&q=${encodeURIComponent(words)}`);
  return searchAnswer.parse(await answer.json()).items;
}

test("what a PDF says is found, and leads to its page of the PDF", async () => {
  const { record, pdf } = await withPdf("rights");
  await publish(record);
  const [item, ...others] = await search("bond hearings");
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    slug: "rights",
    foundIn: "es",
    passages: [{ start: null, page: 3 }],
  });
  expect(item?.url).toMatch(/\/en\/read\/rights$/);
  expect(item?.passages[0]?.url).toMatch(new RegExp(`${pdf}#page=3$`));
  // Across the end of a line, and of a page.
  expect(await search('"for everyone in"')).toMatchObject([{ passages: [{ page: 3 }] }]);
  expect(await search('"rights bond"')).toMatchObject([{ passages: [{ page: 1 }] }]);
  const page = await (await ask("/es/search?q=bond+hearings")).text();
  expect(page).toContain(`href="${pdf}#page=3"`);
  expect(page).toContain("PDF, página 3");
});

test("no page shows it, and the API gives its address", async () => {
  const { record } = await withPdf("guide");
  await publish(record);
  expect(await (await ask("/es/read/guide")).text()).not.toContain("Bond hearings");
  const work = publicDocument.parse(await jsonOf(await ask("/api/v1/works/guide")));
  const url = work.texts[1]?.extractedText?.url ?? "";
  expect(await (await ask(new URL(url).pathname)).text()).toContain("Bond hearings");
});

test("it is found only while the work is public, and can be indexed again", async () => {
  const { record } = await withPdf("memo", { name: { en: "Memo" } });
  const isFound = async () => (await search("bond hearings")).some(({ slug }) => slug === "memo");
  await publish({ ...record, status: "draft" });
  expect(await isFound()).toBe(false);
  await publish(record);
  expect(await isFound()).toBe(true);
  await env.DB.prepare("delete from search").run();
  await rebuildSearchRows(database, "", { works: 100, bytes: 1e7 });
  expect(await isFound()).toBe(true);
  await publish({ ...record, status: "withdrawn" });
  expect(await isFound()).toBe(false);
  const left = await env.DB.prepare("select count(*) from pdf_texts where slug = 'memo'").first();
  expect(Object.values(left ?? {})).toEqual([0]);
});

/** A PDF that is attached to a film, and the address of it. */
async function attached(inLanguage: string, name: string, ...pages: string[]) {
  const file = await storeFile(`%PDF-1.7 ${name}`, "pdf");
  const text = await storeFile(joinPages(pages), "txt");
  return {
    attachment: {
      file,
      inLanguage,
      name: { en: name, es: `${name} (es)` },
      extractedText: { ...text, extension: "txt" as const },
    },
    path: `/media/${file.sha256}.pdf`,
  };
}

test("what PDFs attached to a film say is found beside what is said in it", async () => {
  const guide = await attached("en", "Guide", "Questions", "Who profits from quarries?");
  const handout = await attached("en", "Handout", "Quarries of the north");
  const french = await attached("fr", "Livret", "Les carrières du nord");
  const record = await episode("stones", {
    captions: [await track("en", vtt("Ana: They cut the stones.", "The quarries are closed."))],
    attachments: [guide.attachment, handout.attachment, french.attachment],
  });
  await publish(record);
  const [item] = await search("quarries");
  expect(item?.passages.map(({ start, page }) => [start, page])).toEqual([
    [2, null],
    [null, 2],
    [null, 1],
  ]);
  const shown = item?.passages.map(({ text }) => text.map((part) => part.text).join(""));
  expect(shown).toEqual([
    "Ana: They cut the stones. The quarries are closed. …",
    "… Questions\nWho profits from quarries? …",
    "… Quarries of the north",
  ]);
  expect(item?.passages[1]?.url).toContain(`${guide.path}#page=2`);
  expect(item?.passages[2]?.url).toContain(`${handout.path}#page=1`);
  expect(await search("carrières")).toMatchObject([
    { slug: "stones", foundIn: "fr", passages: [{ page: 1 }] },
  ]);
  const page = await (await ask("/es/search?q=profits")).text();
  expect(page).toContain("Guide (es) · PDF, página 2");
  const work = publicEpisode.parse(await jsonOf(await ask("/api/v1/works/stones")));
  const url = work.attachments[0]?.extractedText?.url ?? "";
  expect(await (await ask(new URL(url).pathname)).text()).toContain("Who profits");
  await env.DB.prepare("delete from search").run();
  await rebuildSearchRows(database, "", { works: 100, bytes: 1e7 });
  expect(await search("profits")).toMatchObject([{ slug: "stones", passages: [{ page: 2 }] }]);
});

test("only a speaker's own words are found by their name, no attached PDF's", async () => {
  const { attachment } = await attached("en", "Notes", "The harbor was closed");
  const captions = [await track("en", vtt("<v Ana>The harbor was open", "<v Lan>No harbor"))];
  await publish(await episode("port", { captions, attachments: [attachment] }));
  const answer = await ask("/api/v1/search?lang=en&q=harbor&speaker=Ana");
  const [item] = searchAnswer.parse(await answer.json()).items;
  expect(item?.passages.map(({ start, page }) => [start, page])).toEqual([[0, null]]);
});

test("as many attached PDFs are searched as fit into one text", async () => {
  const long = await attached("en", "Long", "x ".repeat(maxStoredTextSize / 2 - 1));
  const short = await attached("en", "Short", "The lighthouse");
  await publish(await episode("coast", { attachments: [long.attachment, short.attachment] }));
  expect(await search("lighthouse")).toEqual([]);
  await publish(await episode("coast", { attachments: [short.attachment] }));
  expect(await search("lighthouse")).toMatchObject([{ passages: [{ page: 1 }] }]);
});
