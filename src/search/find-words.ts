import { fold, graphemeSeparator, normalizeWord } from "./fold.ts";
import type { Range } from "./passages.ts";
import type { SearchTerm } from "./query.ts";

/**
 * Where a text contains the terms of a query, matched as search does: without case, accents and tone marks, and
 * the last word unfinished. In order, not overlapping.
 */
export function findWords(text: string, terms: readonly SearchTerm[]): Range[] {
  const words = [...wordsIn(text)];
  const wanted = terms.map((term) => ({ ...term, words: term.words.map(normalizeWord) }));
  const found: Range[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const longest = Math.max(
      0,
      ...wanted.filter((term) => matchesAt(words, place, term)).map((term) => term.words.length),
    );
    const [first, last] = [words[place], words[place + longest - 1]];
    if (longest === 0 || first === undefined || last === undefined) continue;
    found.push([first.start, last.end]);
    place += longest - 1;
  }
  return found;
}

interface Word {
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

function matchesAt(
  words: readonly Word[],
  place: number,
  { words: wanted, unfinished }: Pick<SearchTerm, "words" | "unfinished">,
): boolean {
  return wanted.every((word, index) => {
    const said = words[place + index]?.bare;
    const mayGoOn = unfinished && index === wanted.length - 1;
    return said !== undefined && (mayGoOn ? said.startsWith(word) : said === word);
  });
}

/** A text's words with their places in it: folding adds nothing but joints, which are counted. */
function* wordsIn(text: string): Generator<Word> {
  let joints = 0;
  for (const found of fold(text).matchAll(/\u200B|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    if (found[0] === graphemeSeparator) joints += 1;
    else {
      const start = found.index - joints;
      yield { bare: normalizeWord(found[0]), start, end: start + found[0].length };
    }
  }
}
