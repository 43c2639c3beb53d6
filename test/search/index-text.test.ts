import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/search/fold.ts";
import { decodeText, encodeText, encodeTime } from "../../src/search/index-text.ts";
import { expandLetters, normalizeForms, replaceInvisible } from "../../src/search/letters.ts";

const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ..."đĐłأإآٱىةهاdيַ\u0640\u064B\u0670\u031B\u0301\u0310สิทธิ移民 aëیکıάΐςßﬁʻʼꞌ’٢۴४๒2年デーﾃﾞＡﻻ\u00AD\u200B\u200C\u200D",
    ),
  }),
);
// Outside words, a zero-width space is a space.
const shown = (text: string) =>
  replaceInvisible(normalizeForms(text), (sign) => (sign === "\u200B" ? "\u0001" : sign))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text contains
    .replace(/[\u0000\u0002-\u0008\u000E-\u0012\u200B]/g, " ")
    .replaceAll("\u0001", "\u200B");

test("a text is decoded as it was, with its letters, vowel points and accents", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(decodeText(encodeText(text))).toEqual({
        text: shown(text),
        hits: [],
        time: undefined,
      });
    }),
  );
});

test("any part of a text with times and hits can be decoded alone", () => {
  const stored = `${encodeTime(61.5)}Lê ${encodeTime(3600.123)}\u0002${encodeText("Đất")}\u0003 nước`;
  expect(decodeText(stored)).toEqual({ text: "Lê Đất nước", hits: [[3, 6]], time: 3600.123 });
  for (let start = 0; start < stored.length; start += 1) {
    const { text, time } = decodeText(stored.slice(start));
    expect("Lê Đất nước".endsWith(text.replace(/^\p{M}+/u, ""))).toBe(true);
    expect([61.5, 3600.123, undefined]).toContain(time);
    expect(decodeText(stored.slice(0, start)).text.length).toBeLessThanOrEqual(11);
  }
});

test("the index finds the same words in an encoded text as in a folded one", () => {
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
      const encoded = `${encodeTime(1)}${encodeText(first)} ${encodeTime(2.345)}${encodeText(second)}`;
      expect(tokens(encoded)).toEqual(
        tokens(fold(expandLetters(normalizeForms(`${first} ${second}`)).text)),
      );
    }),
  );
});
