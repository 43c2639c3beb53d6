import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, graphemeSeparator, normalizeWord, splitWords } from "../../src/search/fold.ts";
import { wordsNear } from "../../src/search/near-words.ts";

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

  test("keeps the length of any text but for its joints, so that a place is found again", () => {
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
      { numRuns: 500 },
    );
  });

  test("folds what is folded to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = fold(text).replaceAll(graphemeSeparator, "");
        expect(fold(once).replaceAll(graphemeSeparator, "")).toBe(once);
      }),
    );
  });

  test("gives words of letters, digits and marks alone", () => {
    expect(splitWords(fold('He said: "don\'t"… 24/7'))).toEqual([
      "He",
      "said",
      "don",
      "t",
      "24",
      "7",
    ]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of splitWords(fold(text))) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });

  test("compares words without case, accents, tone marks and strokes", () => {
    expect(normalizeWord("Đường")).toBe("duong");
    expect(normalizeWord("DEPORTACIÓN")).toBe("deportacion");
  });
});

describe("the words near to a word", () => {
  test.each([
    ["deportatoin", "deportation"],
    ["deporation", "deportation"],
    ["deportattion", "deportation"],
    ["feportation", "deportation"],
    ["deportacoin", "deportacion"],
    ["nuos", "nuoc"],
  ])("%s has %s among them", (typed, meant) => {
    expect(wordsNear(typed)).toContain(meant);
  });

  test("are none where all is near, or where it is no word", () => {
    expect(wordsNear("law")).toEqual([]);
    expect(wordsNear("a".repeat(25))).toEqual([]);
  });

  test("don't have the word itself among them", () => {
    expect(wordsNear("letter")).not.toContain("letter");
  });
});
