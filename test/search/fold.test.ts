import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, graphemeSeparator, normalizeWord, splitWords } from "../../src/search/fold.ts";
import { similarWords, wordsWithOneTypo } from "../../src/search/query/near-words.ts";
import { anyCharacter } from "../support/any-character.ts";

describe("folding", () => {
  test.each([
    ["đất nước", "dất nước"],
    ["ĐẤT", "DẤT"],
    ["niño", "niño"],
    ["cafe\u0301", "café"],
    ["أحمد", "احمد"],
    ["ที่ดิน", ["ที่", "ดิ", "น"].join(graphemeSeparator)],
    ["移民", ["移", "民"].join(graphemeSeparator)],
  ])("makes %s into %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("keeps the length of any text apart from separators, so that offsets can be mapped back", () => {
    const scripts = fc.string({ unit: "grapheme" });
    const hostile = fc.string({
      unit: fc.constantFrom("đ", "ก", "ิ", "\u200B", "\u0002", "\u0301", "ü", "e", "語", "ِ", "👩‍👧"),
    });
    fc.assert(
      fc.property(fc.oneof(scripts, hostile), (text) => {
        const folded = fold(text);
        expect(folded.replaceAll(graphemeSeparator, "")).toHaveLength(text.normalize("NFC").length);
        for (const sign of ["\u0002", "\u0003"]) expect(folded).not.toContain(sign);
      }),
      { numRuns: 100 },
    );
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = fold(text).replaceAll(graphemeSeparator, "");
        expect(fold(once).replaceAll(graphemeSeparator, "")).toBe(once);
      }),
    );
  });

  test("gives words of letters, digits and marks only", () => {
    expect(splitWords(fold('He said: "don\'t"… 24/7'))).toEqual([
      "He",
      "said",
      "don",
      "t",
      "24",
      "7",
    ]);
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        for (const word of splitWords(fold(text))) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });

  test("compares words without case, accents, tone marks and strokes", () => {
    expect(normalizeWord("Đường")).toBe("duong");
    expect(normalizeWord("DEPORTACIÓN")).toBe("deportacion");
  });
});

describe("words with one typing error", () => {
  test.each([
    ["deportatoin", "deportation"],
    ["deporation", "deportation"],
    ["deportattion", "deportation"],
    ["feportation", "deportation"],
    ["deportacoin", "deportacion"],
    ["nuos", "nuoc"],
  ])("%s has %s among them", (typed, meant) => {
    expect(wordsWithOneTypo(typed)).toContain(meant);
  });

  test("don't exist for words that are too short or too long", () => {
    expect(wordsWithOneTypo("law")).toEqual([]);
    expect(wordsWithOneTypo("a".repeat(25))).toEqual([]);
  });

  test("don't include the word itself", () => {
    expect(wordsWithOneTypo("letter")).not.toContain("letter");
  });
});

test("words with one more or one less prefix are similar", () => {
  expect(similarWords("migrant")).toContain("immigrant");
  expect(similarWords("immigrants")).toContain("migrants");
  expect(similarWords("in")).toEqual([]);
});
