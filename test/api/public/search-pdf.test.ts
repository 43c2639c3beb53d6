import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { publicDocument, searchAnswer } from "../../../src/api/contract.ts";
import { joinPages } from "../../../src/files/documents/pdf-text.ts";
import { rebuildSearchRows } from "../../../src/storage/search/rebuild.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import { database, document, publish, storeFile } from "../../support/library.ts";

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
