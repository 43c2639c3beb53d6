/** Splits a decomposed text (NFD) at matches: every second part is a match. */
export type SplitAtMatches = (text: string) => string[];

/**
 * Creates a search that ignores case, accents and tone marks: `nguoi` finds “người”.
 * @returns a function that splits a text in linear time; an empty query matches nothing
 */
export function createFindPattern(query: string): SplitAtMatches {
  const characters = [...query.trim().replace(/\s+/g, " ").normalize("NFD").replace(/\p{M}/gu, "")];
  if (characters.length === 0) return (text) => [text];
  const source = characters.map((character) => `${characterPattern(character)}\\p{M}*`).join("");
  const pattern = new RegExp(`(${source})`, "giu");
  return (text) => text.split(pattern);
}

function characterPattern(character: string): string {
  if (/\s/.test(character)) return "\\s";
  // Unicode doesn't decompose đ into d and a mark.
  if (/[dđ]/i.test(character)) return "[dđ]";
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}
