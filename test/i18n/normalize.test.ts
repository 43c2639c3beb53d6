import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { normalizeText } from "../../src/i18n/normalize.ts";
import { plainTextOfMarkdown } from "../../src/markdown/plain-text.ts";
import { fold, normalizeWord } from "../../src/search/fold.ts";
import { normalizeForms } from "../../src/search/letters.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";

afterEach(() => vi.restoreAllMocks());

/** What sorting takes in a text: the square of each run of marks. Marks of two classes in turn are never in order. */
function countSteps(act: () => unknown): number {
  let steps = 0;
  const { normalize } = String.prototype;
  vi.spyOn(String.prototype, "normalize").mockImplementation(function (this: string, form) {
    for (const [run] of this.matchAll(/\p{M}+/gu)) steps += run.length ** 2;
    return normalize.call(this, form);
  });
  act();
  vi.restoreAllMocks();
  return steps;
}

describe("a normalized text", () => {
  test("is what Unicode says, as long as no more than thirty marks follow each other", () => {
    const marks = fc
      .array(fc.constantFrom("\u0301", "\u0316", "\u064B", "\u0650", "\u3099"), { maxLength: 30 })
      .map((all) => all.join(""));
    const letters = fc.constantFrom("a", "ư", "ا", "か", "𝐚", "👍", " ", "é");
    const text = fc.array(fc.tuple(letters, marks).map(([letter, own]) => letter + own));
    fc.assert(
      fc.property(text, fc.constantFrom("NFC", "NFD"), (parts, form) => {
        expect(normalizeText(parts.join(""), form)).toBe(parts.join("").normalize(form));
      }),
    );
  });

  test("keeps thirty of more marks, wherever they begin", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 31, max: 200 }), (before, count) => {
        const letters = "x".repeat(before);
        expect(normalizeText(`${letters}q${"\u0316".repeat(count)}y`)).toBe(
          `${letters}q${"\u0316".repeat(30)}y`,
        );
      }),
    );
  });

  test.each([
    ["normalizeText", normalizeText],
    ["fold", fold],
    ["normalizeWord", normalizeWord],
    ["normalizeForms", normalizeForms],
    ["a query", parseSearchQuery],
    ["a document", (text: string) => fold(plainTextOfMarkdown(text))],
  ])("takes time in proportion to its marks: %s", (_, act) => {
    const marks = (count: number) => `a${"\u0301\u0316".repeat(count)}`;
    const steps = countSteps(() => act(marks(500)));
    expect(countSteps(() => act(marks(5000)))).toBeLessThanOrEqual(Math.max(10 * steps, 10_000));
  });
});
