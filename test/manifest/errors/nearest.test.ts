import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearestWord } from "../../../src/manifest/errors/nearest.ts";

describe("the edit distance of two words", () => {
  it.each([
    ["", "", 0],
    ["name", "name", 0],
    ["nam", "name", 1],
    ["nane", "name", 1],
    ["nmae", "name", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("%s and %s: %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it("is the same from either side, and at most the longer word's length", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("the word that was meant", () => {
  it("is the nearest candidate, regardless of case", () => {
    expect(nearestWord("INLANGUAGE", ["kind", "inLanguage"])).toBe("inLanguage");
    expect(nearestWord("captoins", ["captions", "chapters"])).toBe("captions");
  });

  it("is undefined if no candidate is similar", () => {
    expect(nearestWord("colour", ["kind", "slug", "license"])).toBeUndefined();
    expect(nearestWord("x".repeat(100_000), ["kind"])).toBeUndefined();
  });
});
