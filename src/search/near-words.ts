import { normalizeWord } from "./fold.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
/** Shorter words are near to too many others. */
const shortest = 4;
const longest = 24;

/**
 * Every word that one slip of the finger turns into the given one: a letter too many, too few, a wrong one,
 * or two swapped. Without accents, as search compares words; the word itself isn't among them.
 * @returns nothing for a word so short that everything is near, or so long that it is no word
 */
export function wordsNear(word: string): string[] {
  const typed = [...normalizeWord(word)];
  if (typed.length < shortest || typed.length > longest) return [];
  const near = new Set<string>();
  for (let place = 0; place <= typed.length; place += 1) {
    const before = typed.slice(0, place).join("");
    const [first = "", second = ""] = typed.slice(place, place + 2);
    const after = typed.slice(place + 1).join("");
    near.add(before + after);
    near.add(before + second + first + typed.slice(place + 2).join(""));
    for (const letter of letters)
      near.add(before + letter + after).add(before + letter + first + after);
  }
  near.delete(typed.join(""));
  return [...near];
}
