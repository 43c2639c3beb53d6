import type { ArticleSection } from "./html.ts";

/** Sections of two texts that correspond; one is missing where the other text has none. */
export type SectionPair = readonly [ArticleSection | undefined, ArticleSection | undefined];

/**
 * The cost of a section without a counterpart. Two lengths that differ by a factor of seven, or two sections without
 * anything in common that translations keep, cost as much as one or two of it. Our choice.
 */
const missingCost = 1;

/** Above it, the comparison of all sections with all others takes too long. Our choice. */
const maxComparisons = 250_000;

/** How many marks of a section are compared. Our choice. */
const maxMarks = 20;

/**
 * Aligns the sections of a document with those of its translation: in order, a heading only with one of the same level,
 * and so that lengths correspond best, and what translations keep: numbers, addresses, pictures and footnotes. Of two
 * texts with the same structure, each section has its counterpart.
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

/** What a section is compared by. */
interface Measured {
  readonly section: ArticleSection;
  readonly heading: string;
  /** Its length, as a part of the whole text. */
  readonly share: number;
  readonly marks: ReadonlySet<string>;
}

/** Headings are compared as they are written, without their links. */
function measure(sections: readonly ArticleSection[]): Measured[] {
  const total = sections.reduce((sum, { html }) => sum + html.length, 1);
  return sections.map((section) => {
    const { html } = section;
    const words = html.replace(/<a class="heading-link".*?<\/a>| (?:id|href)="#[^"]*"/g, "");
    const marks = words.match(/\d+|https?:[^"]*|<img|class="note"/g) ?? [];
    const [heading = ""] = /<h\d.*?<\/h\d>/.exec(words) ?? [];
    return {
      section,
      heading,
      share: Math.max(1, html.length) / total,
      marks: new Set(marks.slice(0, maxMarks)),
    };
  });
}

function cheapestPairs(
  firstSections: readonly ArticleSection[],
  secondSections: readonly ArticleSection[],
): SectionPair[] {
  const first = measure(firstSections);
  const second = measure(secondSections);
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
      pairs.push([first[i]?.section, second[j]?.section]);
      i += 1;
      j += 1;
    } else if (cost === missingCost + costAt(i + 1, j)) {
      pairs.push([first[i]?.section, undefined]);
      i += 1;
    } else {
      pairs.push([undefined, second[j]?.section]);
      j += 1;
    }
  }
  return pairs;
}

function pairCost(one: Measured | undefined, other: Measured | undefined): number {
  if (one === undefined || other === undefined || one.section.level !== other.section.level) {
    return Number.POSITIVE_INFINITY;
  }
  if (one.heading !== "" && one.heading === other.heading) return 0;
  const marks = Math.max(one.marks.size, other.marks.size);
  let shared = 0;
  for (const mark of one.marks) if (other.marks.has(mark)) shared += 1;
  const difference = marks === 0 ? 0 : 1 - shared / marks;
  return difference + Math.abs(Math.log(one.share / other.share));
}
