import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countWords,
  joinLines,
  joinText,
  separatorBetween,
} from "../../src/captions/join-lines.ts";
import { anyCharacter } from "../support/any-character.ts";

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF65]/gu;

/** Words of many scripts, and all white space. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom("word", "trục", "صحيح", "ቃል", "กา", "我們", "“so”", "—", "ကာ", " ", "\u1680"),
      fc.constantFrom(" ", "  ", "\t", "\n", "\u00a0", "\u2003", "\u200b", "\u2028", "\u202f"),
      fc.string({ unit: anyCharacter, maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("words are counted as white space separates them, and three characters of a script without spaces as one", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const spaced = text.split(/\s+/).filter((word) => word !== "" && !word.match(unspaced));
      const characters = text.match(unspaced)?.length ?? 0;
      expect(countWords(text)).toBe(spaced.length + Math.ceil(characters / 3));
    }),
  );
});

test("lines are joined to one, with single spaces", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(joinLines(text)).toBe(joinText(text.split(/[\r\n]+/)).replace(/\s+/g, " "));
    }),
  );
});

test("a space separates texts, except within a script without spaces", () => {
  expect(separatorBetween("a word", "กา")).toBe(" ");
  expect(separatorBetween("我們", "在")).toBe("");
  expect(separatorBetween("我們", "word")).toBe(" ");
  expect(separatorBetween("ቃል።", "ቃል")).toBe(" ");
  expect(separatorBetween("", "word")).toBe("");
});
