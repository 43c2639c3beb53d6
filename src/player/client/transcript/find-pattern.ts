/** Splits a decomposed text (NFD) at what was found: every second piece is a hit. */
export type SplitAtMatches = (text: string) => string[];

/**
 * What somebody looks for, whatever its case, accents and tone marks: `nguoi` finds “người”.
 * @returns a function that splits a text in linear time; nothing is found for an empty query
 */
export function createFindPattern(query: string): SplitAtMatches {
  const letters = [...query.trim().replace(/\s+/g, " ").normalize("NFD").replace(/\p{M}/gu, "")];
  if (letters.length === 0) return (text) => [text];
  const source = letters.map((letter) => `${characterPattern(letter)}\\p{M}*`).join("");
  const pattern = new RegExp(`(${source})`, "giu");
  return (text) => text.split(pattern);
}

function characterPattern(letter: string): string {
  if (/\s/.test(letter)) return "\\s";
  // Unicode takes this one for a letter of its own, not for a d with a mark.
  if (/[dđ]/i.test(letter)) return "[dđ]";
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}
