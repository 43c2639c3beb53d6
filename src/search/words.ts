import { isOtherWord } from "./exact.ts";
import { fold, graphemeSeparator, normalizeFolded, normalizeWord } from "./fold.ts";
import type { Range } from "./highlights.ts";
import { expandLetters } from "./letters.ts";
import type { SearchTerm } from "./query/query.ts";
import { stemOf } from "./stems/stems.ts";

/** A word in a text, with its offsets in UTF-16 code units. */
export interface FoundWord {
  /** As search compares it (`normalizeWord`). */
  readonly normalized: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** A text's words with their offsets in it: folding adds only separators, which are counted. */
export function* findAllWords(original: string): Generator<FoundWord> {
  const { text, startOf, endOf } = expandLetters(original);
  let separators = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the separator is a control character
  for (const found of fold(text).matchAll(/\u0001|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    if (found[0] === graphemeSeparator) separators += 1;
    else {
      const start = found.index - separators;
      const end = start + found[0].length;
      const written = text.slice(start, end);
      yield {
        normalized: normalizeFolded(found[0]),
        written,
        start: startOf(start),
        end: endOf(end),
      };
    }
  }
}

/**
 * The ranges of the words that match terms, in order, without overlaps. Of terms that begin at a word, the longest.
 * @param language of the text, in which words with the same stem match too; undefined for exact matches only
 */
export function matchWords(
  words: readonly FoundWord[],
  terms: readonly SearchTerm[],
  language?: string,
): Range[] {
  const wanted = terms.flatMap((term) => [
    {
      ...term,
      words: term.words.map(normalizeWord),
      stem: language === undefined ? undefined : stemOfTerm(term, language),
    },
    ...(term.otherWords === undefined
      ? []
      : [{ ...term, words: term.otherWords, spelled: term.otherWords, stem: undefined }]),
    ...(language === undefined ? [] : (term.segments ?? [])).map((segment) => ({
      ...term,
      words: segment.map(normalizeWord),
      spelled: segment,
      unfinished: false,
      stem: undefined,
    })),
  ]);
  const found: Range[] = [];
  for (let index = 0; index < words.length; index += 1) {
    let longest = 0;
    for (const term of wanted) {
      if (term.words.length <= longest) continue;
      if (matchesAt(words, index, term) || hasStem(words[index], term.stem, language))
        longest = term.words.length;
    }
    const [first, last] = [words[index], words[index + longest - 1]];
    if (longest === 0 || first === undefined || last === undefined) continue;
    found.push([first.start, last.end]);
    index += longest - 1;
  }
  return found;
}

/** The stem of a term that is one word. */
function stemOfTerm({ spelled }: SearchTerm, language: string): string | undefined {
  const [word, ...others] = spelled;
  return word === undefined || others.length > 0 ? undefined : stemOf(word.toLowerCase(), language);
}

function hasStem(word: FoundWord | undefined, stem: string | undefined, language = ""): boolean {
  return (
    word !== undefined &&
    stem !== undefined &&
    stemOf(word.written.toLowerCase(), language) === stem
  );
}

function matchesAt(
  words: readonly FoundWord[],
  place: number,
  { words: wanted, spelled, unfinished }: Pick<SearchTerm, "words" | "spelled" | "unfinished">,
): boolean {
  // A loop instead of `every`: it is asked about every word of a text.
  for (let index = 0; index < wanted.length; index += 1) {
    const [word = "", found] = [wanted[index], words[place + index]];
    if (found === undefined) return false;
    const isPrefix = unfinished && index === wanted.length - 1;
    const isSame = isPrefix ? found.normalized.startsWith(word) : found.normalized === word;
    if (!isSame || isOtherWord(spelled[index] ?? word, found.written)) return false;
  }
  return true;
}
