import { normalizeText } from "../../i18n/normalize.ts";
import { segmentWords } from "../../i18n/segment-words.ts";
import { fold, isUnspaced, splitWords } from "../fold.ts";
import { expandLetters, normalizeForms } from "../letters.ts";
import { joinPersian, otherWordsOf } from "./compounds.ts";

/** A word or a phrase. Its words contain only letters, digits and marks. */
export interface SearchTerm {
  /** Folded (`fold`). At least one. */
  readonly words: readonly string[];
  /** The same words, not folded. */
  readonly spelled: readonly string[];
  /** As the reader wrote it. */
  readonly written: string;
  /**
   * The words as others write them, together or apart (compounds.ts): I-94 and I94, re-entry and reentry.
   */
  readonly otherWords?: readonly string[] | undefined;
  /**
   * The words of a term in a script without spaces, each as `words`: a text that has them apart matches too, but later.
   */
  readonly segments?: readonly (readonly string[])[] | undefined;
  /** Whether the last word is a prefix: the reader may not have finished it. */
  readonly unfinished: boolean;
}

/** Limits of a query, in UTF-16 code units, terms and words: above ordinary use, and small for the database. Our choice. */
const maxQueryLength = 200;
const maxTerms = 12;
const maxWordsPerTerm = 60;

/**
 * Parses a query: words, and "phrases" in any language's quotation marks. All other characters
 * separate words. The last word may be unfinished, unless it closes a phrase.
 * @returns no terms if the query has no words
 */
export function parseSearchQuery(query: string): SearchTerm[] {
  const pieces = query.slice(0, maxQueryLength).split(/["“”„‟«»‹›「」『』＂〝〞〟]/);
  const terms: SearchTerm[] = [];
  for (const [index, piece] of pieces.entries()) {
    // Every second piece is in quotation marks; the last one may not be closed yet.
    const isPhrase = index % 2 === 1;
    const isLast = index === pieces.length - 1;
    for (const written of isPhrase ? [piece] : joinPersian(piece).split(/\s+/)) {
      const words = splitWords(fold(expandLetters(normalizeText(written)).text)).slice(
        0,
        maxWordsPerTerm,
      );
      const unfolded = splitWords(normalizeForms(written)).slice(0, maxWordsPerTerm);
      // A letter that folding makes an apostrophe separates words.
      const spelled = unfolded.length === words.length ? unfolded : words;
      if (words.length > 0)
        terms.push({
          words,
          spelled,
          written: written.trim(),
          otherWords: /\s/.test(written.trim()) ? undefined : otherWordsOf(written, words),
          segments: isPhrase ? undefined : segmentsOf(written, words),
          unfinished: isLast,
        });
    }
  }
  const kept = terms.slice(0, maxTerms);
  return kept.map((term, index) => ({
    ...term,
    unfinished: term.unfinished && index === kept.length - 1 && allowsPrefix(term),
  }));
}

/** The terms that are one word, for which others can be suggested. */
export const singleWords = (terms: readonly SearchTerm[]): SearchTerm[] =>
  terms.filter(({ words }) => words.length === 1);

/** Shorter terms are one word, and a term with more words is a whole sentence. Our choice. */
const minSegmentedLength = 3;
const maxSegments = 6;

/** The words of a term in a script without spaces, without words of one character, which say little. */
function segmentsOf(written: string, words: readonly string[]): string[][] | undefined {
  if (words.length < minSegmentedLength || !words.some(isUnspaced)) return undefined;
  const segments = segmentWords(normalizeForms(written))
    .map(({ text }) => splitWords(fold(expandLetters(text).text)))
    .filter(({ length }) => length > 1);
  return segments.length < 2 ? undefined : segments.slice(0, maxSegments);
}

/** One or two Latin letters are no useful prefix: _an_ is a whole syllable of Vietnamese. */
function allowsPrefix({ words }: SearchTerm): boolean {
  const last = words.at(-1) ?? "";
  return /^[a-z]+$/i.test(last) ? last.length > 2 : last.length > 1 || words.length > 1;
}
