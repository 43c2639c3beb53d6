import * as fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeText } from "../../src/i18n/normalize.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";
import { findAllWords, matchWords } from "../../src/search/words.ts";

/** The parts of a text that a query marks, without stems. */
const marked = (query: string, text: string) =>
  matchWords([...findAllWords(text)], parseSearchQuery(query)).map(([start, end]) =>
    text.slice(start, end),
  );

test.each([
  ["شَكَّ", "شَكّ"],
  ["مُحَمَّد", "مُحَمّد"],
  ["مُحَمَّد", "محمد"],
  ["كتاب", "كِتَاب"],
  ["أحتجاز", "إحتجاز"],
  ["احتجـــاز", "احتجاز"],
  ["שָׁלוֹם", "שׁלום"],
  ["שָׁלוֹם", "שלום"],
  ["hoà", "hòa"],
  ["re\u00ADsumé", "resume"],
  ["ｶﾞｶﾞ", "ガガ"],
  ["10", "꤁꤀"],
  ["႑႐", "10"],
])("%s marks %s, which readers don't tell apart from it", (query, text) => {
  expect(marked(query, text)).toEqual([text]);
});

test.each([
  ["dân", "dẫn"],
  ["đứng", "dùng"],
  ["がく", "かく"],
])("%s doesn't mark %s, which is another word", (query, text) => {
  expect(marked(query, text)).toEqual([]);
});

test("a word is found at its place after letters that are written out, with any accents", () => {
  const written = fc.array(fc.constantFrom(..."ßæŒﬁﬃĲ①ａｶﾞ𝐚न्दéx \u0301\u0308\u0323\u0327"));
  fc.assert(
    fc.property(written, (letters) => {
      const text = normalizeText(`${letters.join("")} detention.`);
      const last = Array.from(findAllWords(text)).at(-1);
      expect(text.slice(last?.start, last?.end)).toBe("detention");
    }),
  );
});

test.each(['""', "“”", "„“", "«»", "‹›", "「」", "『』", "＂＂", "〝〟"])(
  "a phrase in %s marks its words only where they stand together",
  ([open, close]) => {
    const text = "due delay, process due, due process";
    expect(marked(`${open}due process${close}`, text)).toEqual(["due process"]);
  },
);
