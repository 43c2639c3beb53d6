import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Difference, diffWords } from "../../src/transcripts/difference.ts";

/** Applies differences to the first list, which gives the second. */
function made(before: string[], after: string[], differences: readonly Difference[]): string[] {
  const result: string[] = [];
  let done = 0;
  for (const one of differences) {
    result.push(...before.slice(done, one.before[0]), ...after.slice(...one.after));
    done = one.before[1];
  }
  return [...result, ...before.slice(done)];
}

/** The length of the longest common subsequence, by dynamic programming. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    const next = [0];
    for (const [j, other] of b.entries()) {
      next.push(item === other ? (row[j] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });

describe("the differences of two lists", () => {
  test("turn the first into the second, in order, and are minimal", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const differences = diffWords(before, after);
        expect(made(before, after, differences)).toEqual(after);
        const taken = differences.reduce((sum, one) => sum + one.before[1] - one.before[0], 0);
        expect(taken).toBe(before.length - longestCommon(before, after));
        for (const [index, one] of differences.entries()) {
          const last = differences[index - 1];
          expect(one.before[0]).toBeGreaterThanOrEqual(last === undefined ? 0 : last.before[1]);
          expect(one.before[1] - one.before[0] + one.after[1] - one.after[0]).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("of two long texts without common words are one", () => {
    const long = (word: string) => Array.from({ length: 200_000 }, (_, index) => `${word}${index}`);
    const [before, after] = [long("a"), long("b")];
    expect(diffWords(["same", ...before], ["same", ...after])).toEqual([
      { before: [1, 200_001], after: [1, 200_001] },
    ]);
  });
});
