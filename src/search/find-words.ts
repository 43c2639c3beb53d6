import { isOtherWord } from "./exact.ts";
import { fold, graphemeSeparator, normalizeWord } from "./fold.ts";
import type { Range } from "./highlights.ts";
import { expandLetters } from "./letters.ts";
import type { SearchTerm } from "./query.ts";

/**
 * Finds the terms of a query in a text as search does: case, accents and tone marks are ignored unless query and text
 * have different ones, and an unfinished word is a prefix. The ranges are in order and don't overlap.
 */
export function findWords(text: string, terms: readonly SearchTerm[]): Range[] {
  const words = [...findAllWords(text)];
  const wanted = terms.map((term) => ({ ...term, words: term.words.map(normalizeWord) }));
  const found: Range[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const longest = Math.max(
      0,
      ...wanted.filter((term) => matchesAt(words, index, term)).map((term) => term.words.length),
    );
    const [first, last] = [words[index], words[index + longest - 1]];
    if (longest === 0 || first === undefined || last === undefined) continue;
    found.push([first.start, last.end]);
    index += longest - 1;
  }
  return found;
}

interface Word {
  readonly normalized: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

function matchesAt(
  words: readonly Word[],
  place: number,
  { words: wanted, spelled, unfinished }: Pick<SearchTerm, "words" | "spelled" | "unfinished">,
): boolean {
  return wanted.every((word, index) => {
    const found = words[place + index];
    if (found === undefined || isOtherWord(spelled[index] ?? word, found.written)) return false;
    const isPrefix = unfinished && index === wanted.length - 1;
    return isPrefix ? found.normalized.startsWith(word) : found.normalized === word;
  });
}

/** A text's words with their offsets in it: folding adds only separators, which are counted. */
function* findAllWords(original: string): Generator<Word> {
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
        normalized: normalizeWord(found[0]),
        written,
        start: startOf(start),
        end: endOf(end),
      };
    }
  }
}
