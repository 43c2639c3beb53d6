import { fold, splitWords } from "./fold.ts";

/** One word, or several that follow one another. Its words hold letters, digits and marks only. */
export interface SearchTerm {
  /** In the form that search keeps (`fold`). At least one. */
  readonly words: readonly string[];
  /** As the reader wrote it. */
  readonly written: string;
  /** Whether the last of the words may go on: the reader may not have finished it. */
  readonly unfinished: boolean;
}

/** Limits that no ordinary query reaches, and that keep the database query small. */
const maxQueryLength = 200;
const maxTerms = 12;
const maxWordsPerTerm = 60;

/**
 * Parses a query: words, and "phrases" in any language's quotation marks. All other characters
 * separate words. The last word may be unfinished, unless it closes a phrase.
 * @returns no terms if the query has no words
 */
export function parseSearchQuery(query: string): SearchTerm[] {
  const pieces = query.slice(0, maxQueryLength).split(/["“”„«»「」『』]/);
  const terms: SearchTerm[] = [];
  for (const [index, piece] of pieces.entries()) {
    // Every other piece stands in quotation marks; an open one at the end is still being written.
    const isPhrase = index % 2 === 1;
    const isLast = index === pieces.length - 1;
    for (const written of isPhrase ? [piece] : piece.split(/\s+/)) {
      const words = splitWords(fold(written)).slice(0, maxWordsPerTerm);
      if (words.length > 0) terms.push({ words, written: written.trim(), unfinished: isLast });
    }
  }
  const taken = terms.slice(0, maxTerms);
  return taken.map((term, index) => ({
    ...term,
    unfinished: term.unfinished && index === taken.length - 1 && mayBeUnfinished(term),
  }));
}

/** A single letter begins too many words to be worth a prefix search. */
function mayBeUnfinished({ words }: SearchTerm): boolean {
  const last = words.at(-1) ?? "";
  return last.length > 1 || words.length > 1;
}
