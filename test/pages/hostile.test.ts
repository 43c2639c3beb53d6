import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  deferCaptionsScript,
  embedScript,
  loadTranscriptScript,
  readScript,
  watchScript,
} from "../../build/browser.ts";
import { bodyOf, get } from "../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
  track,
} from "../support/library.ts";
import { pageOf } from "../support/page.ts";

/** All the scripts that a page of ours may have. */
const ours = [deferCaptionsScript, embedScript, loadTranscriptScript, readScript, watchScript];

/** Each of these becomes an element or attribute `x-mark` if it isn't escaped. */
const attacks = [
  "<x-mark>",
  "</title><x-mark>",
  "</script><x-mark></style><x-mark>",
  "--><x-mark>",
  `"><x-mark x-mark="`,
  `'><x-mark x-mark='`,
  `" x-mark="1`,
  `' x-mark='1`,
  "&lt;x-mark&gt;",
  "<!--<script><x-mark>",
  "]]><x-mark>",
  "<svg><x-mark onload=x-mark>",
];
const addresses = [
  "/en/",
  "/en/library",
  "/es/series/tale",
  "/en/watch/film",
  "/es/watch/film",
  "/embed/film",
  "/embed/paper",
  "/embed/tale",
  "/embed/film?transcript=1&captions=%22%3E%3Cx-mark%3E&t=%22%3E%3Cx-mark%3E",
  "/en/library?cursor=%22%3E%3Cx-mark%3E",
  "/en/read/paper",
  "/en/search?q=%22%3E%3Cx-mark%3E&in=%22%3E%3Cx-mark%3E",
  "/en/search?q=x%20mark",
  "/en/watch/film?q=%22%3E%3Cx-mark%3E",
  "/transcripts/film/en.html",
  "/en/watch/%22%3E%3Cx-mark%3E",
];

/** A withdrawn work can't be published again, so each attack needs its own. */
let withdrawn = 0;

/** Publishes a library in which every text that people write is this one. */
async function furnishWith(text: string): Promise<void> {
  withdrawn += 1;
  const texts = { en: text };
  const credits = [{ name: text, role: text }];
  const words = { keywords: [text], copyrightHolder: text, license: text, contentWarning: texts };
  const footer = [{ name: texts, url: "https://elsewhere.example/" }];
  const publisher = { name: texts };
  await publish(
    librarySettings({ name: texts, description: texts, notice: texts, publisher, footer }),
  );
  await publish(series("tale", { name: texts, description: texts }));
  const cue = `<v ${text.replace(/[\r\n]/g, " ")}>${text}`;
  const film = await episode("film", {
    series: "tale",
    name: texts,
    description: texts,
    chapters: [{ start: 0, name: texts }],
    attachments: [{ file: await storeFile("%PDF", "pdf"), inLanguage: "en", name: texts }],
    captions: [await track("en", `WEBVTT\n\n00:00.000 --> 00:02.000\n${cue}\n`, "captions")],
    poster: { file: await storeFile("poster", "webp"), alt: texts, width: 1, height: 1 },
    credits,
    ...words,
  });
  await publish(film);
  await publish({
    ...film,
    slug: `gone-${withdrawn}`,
    status: "withdrawn",
    withdrawalNotice: texts,
  });
  const markdown = `# ${text}\n\n${text}\n\n[${text}](https://elsewhere.example "${text}")`;
  const paper = [{ inLanguage: "en", file: await storeFile(markdown, "md"), translator: text }];
  await publish(await document("paper", { name: texts, texts: paper, credits, ...words }));
}

async function expectNoMark(): Promise<void> {
  const gone = [`/en/watch/gone-${withdrawn}`, `/embed/gone-${withdrawn}`];
  for (const path of [...addresses, ...gone]) {
    const { elements, contentOf, structuredData } = await pageOf(await get(path));
    const marked = elements.filter(({ name, attributes }) => {
      return name === "x-mark" || "x-mark" in attributes || "onload" in attributes;
    });
    expect(marked, path).toEqual([]);
    for (const script of contentOf("script")) expect(ours, path).toContain(script);
    for (const data of structuredData) expect(JSON.parse(data), path).toBeTypeOf("object");
  }
}

describe("a hostile text is escaped wherever people can write:", () => {
  test.each(attacks)("%s", async (attack) => {
    await furnishWith(attack);
    await expectNoMark();
  });

  test("made of arbitrary characters", async () => {
    const part = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "=",
      "/",
      "!--",
      "x-mark",
      " ",
      "\\",
      "`",
    );
    const text = fc
      .array(part, { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join("").trim())
      .filter((joined) => joined !== "");
    await fc.assert(
      fc.asyncProperty(text, async (hostile) => {
        await furnishWith(hostile);
        await expectNoMark();
      }),
      { numRuns: 5 },
    );
  });
});

beforeAll(() => furnishWith("Harmless."));

test.each([
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html,<x-mark>)",
  "[x](vbscript:x)",
  "[x](&#106;avascript:alert(1))",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "<a href='javascript:alert(1)'>x</a>",
])("a link in Markdown leads nowhere that runs script: %s", async (markdown) => {
  const file = await storeFile(markdown, "md");
  await publish(await document("links", { texts: [{ inLanguage: "en", file }] }));
  const { elements } = await pageOf(await get("/en/read/links"));
  for (const { attributes } of elements) {
    expect(attributes.href ?? "").not.toMatch(/^\s*(javascript|vbscript|data:text)/i);
    expect(attributes.src ?? "").not.toMatch(/^\s*(javascript|vbscript)/i);
  }
});

test("plain transcripts and captions keep what people wrote, as plain text", async () => {
  await furnishWith("1 < 2 & 3 > 2");
  for (const extension of ["txt", "srt"]) {
    const response = await get(`/transcripts/film/en.${extension}`);
    expect(response.headers.get("Content-Type")).not.toContain("html");
    expect(await bodyOf(response)).toContain("1 ");
  }
});
