import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeWord } from "../../src/search/fold.ts";
import { decodeText, encodeText, storedWords } from "../../src/search/index-text.ts";
import { normalizeForms } from "../../src/search/letters.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";
import { findAllWords } from "../../src/search/words.ts";

const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ..."đĐłأإآٱىةهاdيַ\u0640\u064B\u0670\u031B\u0301\u0310สิทธิกำຳ移民 aëیکıάΐςßﬁʻʼꞌ’٢۴४๒2年デーﾃﾞＡﻻ\u00AD\u200B\u200C\u200D",
    ),
  }),
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text contains
const reserved = /[\u0000-\u0008\u000E-\u0012\u200B]/g;
const shown = (text: string) => normalizeForms(text).replace(reserved, " ");

test("a text is decoded as it was, with its letters, vowel points and accents", () => {
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const { text, words, times } = decodeText(encodeText(first, 61.5) + encodeText(second));
      expect(text).toBe(shown(first) + shown(second));
      expect(times).toEqual([{ start: 0, seconds: 61.5 }]);
      for (const { start, end, written } of words) expect(text.slice(start, end)).toBe(written);
    }),
  );
});

test("a text is decoded as it was, if a shorter one is followed by the letter that was folded away", () => {
  expect(decodeText(encodeText("ßىي")).text).toBe("ßىي");
});

test("any part of a text can be decoded alone, with the times of the cues that begin in it", () => {
  const stored = encodeText("Lê, “Đất”", 61.5) + encodeText(" nước.", 3600.123);
  expect(decodeText(stored)).toMatchObject({
    text: "Lê, “Đất” nước.",
    times: [{ seconds: 61.5 }, { start: 9, seconds: 3600.123 }],
  });
  const offset = stored.indexOf(" nuoc");
  for (let start = 0; start <= stored.lastIndexOf("\u0004"); start += 1) {
    const { text, words, offset: found } = decodeText(stored.slice(start), offset - start);
    expect(text).toMatch(/ nước\.$/);
    expect(text.slice(found)).toBe(" nước.");
    expect(words.at(-1)).toMatchObject({ normalized: "nuoc", written: "nước" });
    expect(decodeText(stored.slice(0, start)).text.length).toBeLessThanOrEqual(17);
  }
});

test("a part without its header is shown as the index stores its words", () => {
  const stored = encodeText("Lê, “Đất” nước.", 61.5);
  expect(decodeText(stored.slice(stored.indexOf("\u0005") + 1)).text).toMatch(/^ ?le dat nuoc$/);
});

test("a row of release 0.1.0, which has no codes, is shown as it is stored", () => {
  expect(decodeText("Dất nước\u200B, “dan”").text).toBe("Dất nước, “dan”");
});

test.each([
  ["Know your rights!", "know your rights"],
  ["(Đất nước)", '"dat nuoc'],
  ["He wrote “Deportation” on it", "deport"],
  ["在这里2024年", "2024"],
  ["在这里2024年", '"2024年"'],
  ["พวกเขา บอกลา", "เขาบอก"],
  ["قال القانون ٢٠٢٤", "2024"],
])("the words of %s are found by instr: %s", (text, query) => {
  const terms = parseSearchQuery(query);
  const words = terms.flatMap((term) => term.words.map(normalizeWord));
  expect(encodeText(text)).toContain(storedWords(words, terms.at(-1)?.unfinished ?? false));
});

test("the words of any text are found by instr as one phrase, as if it were read as a whole", () => {
  const spaced = fc.array(texts).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.oneof(texts, spaced), (text) => {
      const words = Array.from(findAllWords(shown(text)), ({ normalized }) => normalized);
      expect(encodeText(text)).toContain(storedWords(words, false));
    }),
  );
});

test("the index finds the words of a text in its stored form, and no others", () => {
  const database = new DatabaseSync(":memory:");
  database.exec(`create virtual table one using fts5(text, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
    create virtual table words using fts5vocab(one, instance)`);
  const insert = database.prepare("insert into one (text) values (?)");
  const tokens = (text: string) => {
    database.exec("delete from one");
    insert.run(text);
    return database.prepare("select term, offset from words order by offset").all();
  };
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const words = [first, second].flatMap((text) => [...findAllWords(shown(text))]);
      expect(tokens(encodeText(first, 1) + encodeText(second, 2.345))).toEqual(
        tokens(words.map(({ normalized }) => normalized).join(" ")),
      );
    }),
  );
});
