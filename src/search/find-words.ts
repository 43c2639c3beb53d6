import type { Range } from "./highlights.ts";
import type { SearchTerm } from "./query.ts";
import { findAllWords, matchWords } from "./words.ts";

/**
 * Finds the terms of a query in a text as search does: case, accents and tone marks are ignored unless query and text
 * have different ones, and an unfinished word is a prefix. The ranges are in order and don't overlap.
 */
export function findWords(text: string, terms: readonly SearchTerm[]): Range[] {
  return matchWords([...findAllWords(text)], terms);
}
