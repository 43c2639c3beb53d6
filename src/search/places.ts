import { isUnspaced, normalizeWord } from "./fold.ts";
import { storedWords } from "./index-text.ts";
import { stemsOfTerm } from "./query/match.ts";
import type { SearchTerm } from "./query/query.ts";
import { sharedBeginning } from "./stems/stems.ts";

/** What is looked for in a stored text to find the places that a result may show. */
export interface WantedPlaces {
  /** All words of the query, one after the other; undefined if it is one word. */
  readonly phrase: string | undefined;
  /** Single terms, two that follow each other, and the last term with its last word whole. At least one. */
  readonly terms: readonly string[];
  /**
   * If none of them is in the text, the first of these that is: parts of phrases that other text interrupts, and what
   * words with the same stem begin with.
   */
  readonly parts: readonly string[];
}

/** How many terms are looked for: the query's longest ones. Each costs a pass over the text. Our choice. */
const maxTerms = 4;

export function wantedPlaces(terms: readonly SearchTerm[]): WantedPlaces {
  const stored = (from: number, to: number, isWhole = false) => {
    const chosen = terms.slice(from, to);
    return storedWords(
      chosen.flatMap(({ words }) => words.map(normalizeWord)),
      !isWhole && (chosen.at(-1)?.unfinished ?? false),
    );
  };
  const indexes = longestTerms(terms);
  const pairs = indexes
    .slice(1)
    .flatMap((index) => (indexes.includes(index - 1) ? stored(index - 1, index + 1) : []));
  const chosen = indexes.flatMap((index) => terms[index] ?? []);
  const phrases = chosen.filter(({ words }) => words.length > 1);
  return {
    phrase: terms.length > 2 ? stored(0, terms.length) : undefined,
    terms: [
      ...new Set([
        ...indexes.map((index) => stored(index, index + 1)),
        ...pairs,
        stored(-1, terms.length, true),
      ]),
    ],
    parts: [
      ...new Set([
        ...chosen.flatMap(({ otherWords, unfinished }) =>
          otherWords === undefined ? [] : storedWords(otherWords, unfinished),
        ),
        ...chosen.flatMap(({ segments = [] }) =>
          segments.map((words) => storedWords(words.map(normalizeWord), true)),
        ),
        ...phrases.flatMap(({ words }) => longestWords(words)),
        ...chosen.flatMap(beginnings),
      ]),
    ],
  };
}

/** The indexes of the terms that are looked for, in the query's order. */
function longestTerms(terms: readonly SearchTerm[]): number[] {
  const lengthOf = (index: number) => terms[index]?.words.join("").length ?? 0;
  return [...terms.keys()]
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a - b)
    .slice(0, maxTerms)
    .sort((a, b) => a - b);
}

/** The longest words of a phrase, which are rare. */
function longestWords(words: readonly string[]): string[] {
  return [...new Set(words.map(normalizeWord))]
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map((word) => (isUnspaced(word) ? word : storedWords([word], false)));
}

/** What words with the stem of a term begin with; in Arabic, where letters may be before it, what they contain. */
function beginnings(term: SearchTerm): string[] {
  const word = normalizeWord(term.words[0] ?? "");
  return stemsOfTerm(term).flatMap(({ language, stem }) => {
    if (language === "ar") return stem;
    const shared = sharedBeginning(word, stem);
    return shared.length < minBeginning ? [] : storedWords([shared], true);
  });
}

/** Our choice. */
const minBeginning = 3;

/**
 * The terms with the last word whole, if one of the stored texts has it: words that only begin with it aren't shown then.
 */
export function wholeTerms(
  terms: readonly SearchTerm[],
  storedTexts: readonly string[],
): readonly SearchTerm[] {
  const last = terms.at(-1);
  if (last?.unfinished !== true) return terms;
  const whole = storedWords(last.words.map(normalizeWord), false);
  const isFound = storedTexts.some((stored) => stored.includes(whole));
  return isFound ? [...terms.slice(0, -1), { ...last, unfinished: false }] : terms;
}
