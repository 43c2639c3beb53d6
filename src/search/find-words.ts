import type { Range } from "./highlights.ts";
import type { SearchTerm } from "./query/query.ts";
import { findAllWords, matchWords } from "./words.ts";

/**
 * Finds the terms of a query in a text as search does: case, accents and tone marks are ignored unless query and text
 * have different ones, and an unfinished word is a prefix. The ranges are in order and don't overlap.
 * @param language of the text: words with the same stem are found too
 */
export function findWords(text: string, terms: readonly SearchTerm[], language?: string): Range[] {
  return matchWords([...findAllWords(text)], terms, language);
}
