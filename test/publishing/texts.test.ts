import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { readTexts } from "../../src/publishing/texts.ts";
import { document, episode, publish, storeFile, track, vtt } from "../support/library.ts";

async function storedTexts(slug: string) {
  const { results } = await env.DB.prepare(
    "select language, format, body from texts where slug = ? order by language",
  )
    .bind(slug)
    .all();
  return results;
}

test("a film's texts are its cues with their times, in one row per language", async () => {
  const record = await episode("spoken");
  await publish(record);
  expect(await storedTexts("spoken")).toEqual([
    { language: "en", format: "cues", body: '[[0,2,"Hello from spoken."],[2,4,"Good bye."]]' },
    { language: "es", format: "cues", body: '[[0,2,"Hola de spoken."],[2,4,"Adiós."]]' },
  ]);
});

test("a document's texts are its Markdown files, not its PDFs", async () => {
  const record = await document("written");
  const pdf = { inLanguage: "vi", file: await storeFile("%PDF-", "pdf") };
  await publish({ ...record, texts: [...record.texts, pdf] });
  expect(await storedTexts("written")).toEqual([
    { language: "en", format: "markdown", body: "# Heading\n\nEnglish of written." },
    { language: "es", format: "markdown", body: "# Título\n\nEspañol de written." },
  ]);
});

test("the rows can be rebuilt from the record and its files", async () => {
  const record = await episode("again");
  await publish(record);
  const changed = { ...record, captions: [await track("vi", vtt("Xin chào."))] };
  await publish(changed);
  const made = await readTexts(env.BLOBS, changed);
  expect(await storedTexts("again")).toEqual(made);
  expect(made.map((text) => text.language)).toEqual(["vi"]);
});
