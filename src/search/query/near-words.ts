import { normalizeWord } from "../fold.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
/** Shorter words are similar to too many others, longer ones are no words. Our choice. */
const minWordLength = 4;
const maxWordLength = 24;

/**
 * All words that differ from the given one by one typing error: a missing, additional or wrong letter, or two
 * swapped letters (Damerau–Levenshtein distance 1). Without accents and case, and without the word itself.
 * @returns nothing for a word that is too short or too long
 */
export function wordsWithOneTypo(word: string): string[] {
  const typed = [...normalizeWord(word)];
  if (typed.length < minWordLength || typed.length > maxWordLength) return [];
  const words = new Set<string>();
  for (let index = 0; index <= typed.length; index += 1) {
    const before = typed.slice(0, index).join("");
    const [first = "", second = ""] = typed.slice(index, index + 2);
    const after = typed.slice(index + 1).join("");
    words.add(before + after);
    words.add(before + second + first + typed.slice(index + 2).join(""));
    for (const letter of letters)
      words.add(before + letter + after).add(before + letter + first + after);
  }
  words.delete(typed.join(""));
  return [...words];
}

/** What words of the subjects of these libraries begin with beside a word that readers type: migrant, immigrant. */
const prefixes = ["im", "in", "e", "re", "de", "un", "dis"];

/** All words that differ by one typing error, and those with one more or one less prefix. */
export function similarWords(word: string): string[] {
  const near = wordsWithOneTypo(word);
  if (near.length === 0) return [];
  const typed = normalizeWord(word);
  const longer = prefixes.map((prefix) => prefix + typed);
  const shorter = prefixes
    .filter((prefix) => typed.startsWith(prefix) && typed.length - prefix.length >= minWordLength)
    .map((prefix) => typed.slice(prefix.length));
  return [...new Set([...near, ...longer, ...shorter])];
}
