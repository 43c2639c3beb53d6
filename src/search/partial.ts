import { decodeText } from "./index-text.ts";
import type { Match } from "./passages.ts";
import type { SearchTerm } from "./query/query.ts";
import { matchWords } from "./words.ts";

/** The texts of a work that has only some of a query's words. */
export interface PartialTexts {
  readonly language: string;
  readonly name: string;
  readonly description: string;
  readonly also: string;
  readonly matches: readonly Match[];
}

/** A work with less than this part of what the best one has isn't shown. Our choice. */
const minShare = 0.5;

/**
 * Orders works that have some of a query's words: first those with the most letters of the query, since long words say
 * more than short ones. In a transcript or document only what stands together counts. Works with much less than the
 * best one are left out.
 */
export function sortPartial<Texts extends PartialTexts>(
  found: readonly Texts[],
  terms: readonly SearchTerm[],
): Texts[] {
  const ranked = found.map((texts) => ({ texts, letters: lettersOf(texts, terms) }));
  const most = Math.max(0, ...ranked.map(({ letters }) => letters));
  return ranked
    .filter(({ letters }) => letters > 0 && letters >= most * minShare)
    .sort((a, b) => b.letters - a.letters)
    .map(({ texts }) => texts);
}

function lettersOf(texts: PartialTexts, terms: readonly SearchTerm[]): number {
  const { name, description, also, matches, language } = texts;
  const about = [name, description, also].map((text) => decodeText(text).words);
  const places = matches.map(({ before, after }) => decodeText(before + after).words);
  const lettersIn = (parts: typeof about) =>
    terms
      .filter((term) => parts.some((words) => matchWords(words, [term], language).length > 0))
      .reduce((sum, { words }) => sum + words.join("").length, 0);
  return Math.max(lettersIn(about), ...places.map((words) => lettersIn([...about, words])));
}
