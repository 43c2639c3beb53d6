import type { ArticleSection } from "./html.ts";

/** Sections of two texts that correspond; one is missing where the other text has none. */
export type SectionPair = readonly [ArticleSection | undefined, ArticleSection | undefined];

/** The cost of a section without a counterpart. Two lengths that differ by a factor of 20 cost as much as two of it. */
const missingCost = 1.5;

/** Above it, the comparison of all sections with all others takes too long. Our choice. */
const maxComparisons = 1_000_000;

/**
 * Aligns the sections of a document with those of its translation: in order, a heading only with one of the same level,
 * and so that lengths correspond best. Of two texts with the same structure, each section has its counterpart.
 */
export function alignSections(
  first: readonly ArticleSection[],
  second: readonly ArticleSection[],
): SectionPair[] {
  const sameLevels =
    first.length === second.length &&
    first.every(({ level }, index) => level === second[index]?.level);
  if (sameLevels || first.length * second.length > maxComparisons) {
    const length = Math.max(first.length, second.length);
    return Array.from({ length }, (_, index) => [first[index], second[index]] as const);
  }
  return cheapestPairs(first, second);
}

function cheapestPairs(
  first: readonly ArticleSection[],
  second: readonly ArticleSection[],
): SectionPair[] {
  // costs[i][j]: of the sections from i and j on.
  const costs = Array.from({ length: first.length + 1 }, () =>
    new Array<number>(second.length + 1).fill(0),
  );
  const costAt = (i: number, j: number) => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = first.length; i >= 0; i -= 1) {
    for (let j = second.length; j >= 0; j -= 1) {
      if (i === first.length && j === second.length) continue;
      const row = costs[i] ?? [];
      row[j] = Math.min(
        pairCost(first[i], second[j]) + costAt(i + 1, j + 1),
        missingCost + costAt(i + 1, j),
        missingCost + costAt(i, j + 1),
      );
    }
  }
  const pairs: SectionPair[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const cost = costAt(i, j);
    if (cost === pairCost(first[i], second[j]) + costAt(i + 1, j + 1)) {
      pairs.push([first[i], second[j]]);
      i += 1;
      j += 1;
    } else if (cost === missingCost + costAt(i + 1, j)) {
      pairs.push([first[i], undefined]);
      i += 1;
    } else {
      pairs.push([undefined, second[j]]);
      j += 1;
    }
  }
  return pairs;
}

function pairCost(one: ArticleSection | undefined, other: ArticleSection | undefined): number {
  if (one === undefined || other === undefined || one.level !== other.level) {
    return Number.POSITIVE_INFINITY;
  }
  return Math.abs(Math.log(one.html.length / Math.max(1, other.html.length)));
}
