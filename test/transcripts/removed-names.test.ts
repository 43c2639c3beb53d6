import { describe, expect, test } from "vitest";
import { findRemovedNames, hasAnyWord } from "../../src/transcripts/removed-names.ts";

const find = (earlier: string, current: string) => [
  ...findRemovedNames(earlier.split(" "), current.split(" ")),
];

describe("words that may be a removed name", () => {
  test("are those with a capital letter within a sentence", () => {
    expect(find("Then Ana (Morales) spoke. She left.", "Then she spoke and left.")).toEqual([
      "ana",
      "morales",
    ]);
  });

  test("aren't those that the current text has, in any case", () => {
    expect(find("We met ANA in Texas.", "Ana lives in texas.")).toEqual([]);
  });

  test("aren't the first words of sentences, which always have a capital letter", () => {
    expect(find("Primero. Segundo - Tercero", "Nada.")).toEqual([]);
  });

  test("are all removed words of a text without capitals", () => {
    expect(find("my name is ana", "my name is private")).toEqual(["ana"]);
    expect(find("我 叫 安 娜", "我 叫 她")).toEqual(["安", "娜"]);
  });

  test("are found in a text with punctuation around them", () => {
    expect(hasAnyWord("said “Ana,” and left", new Set(["ana"]))).toBe(true);
    expect(hasAnyWord("said Anna and left", new Set(["ana"]))).toBe(false);
  });
});
