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

/** More than anybody asks for, and little enough for the database. */
const longestQuery = 200;
const mostTerms = 12;
const mostWords = 60;

/**
 * What a reader asks for: words, and "phrases" in any language's quotation marks. All else is taken as
 * what stands between words. The last word may be unfinished, unless it closes a phrase.
 * @returns no term where the query holds no word
 */
export function parseSearchQuery(query: string): SearchTerm[] {
  const pieces = query.slice(0, longestQuery).split(/["“”„«»「」『』]/);
  const terms: SearchTerm[] = [];
  for (const [index, piece] of pieces.entries()) {
    // Every other piece stands in quotation marks; an open one at the end is still being written.
    const isPhrase = index % 2 === 1;
    const isLast = index === pieces.length - 1;
    for (const written of isPhrase ? [piece] : piece.split(/\s+/)) {
      const words = splitWords(fold(written)).slice(0, mostWords);
      if (words.length > 0) terms.push({ words, written: written.trim(), unfinished: isLast });
    }
  }
  const taken = terms.slice(0, mostTerms);
  return taken.map((term, index) => ({
    ...term,
    unfinished: term.unfinished && index === taken.length - 1 && mayGoOn(term),
  }));
}

/** Every other word begins with one letter: that isn't worth looking for. */
function mayGoOn({ words }: SearchTerm): boolean {
  const last = words.at(-1) ?? "";
  return last.length > 1 || words.length > 1;
}
