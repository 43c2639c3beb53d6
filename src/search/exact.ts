import { normalizeText } from "../i18n/normalize.ts";
import { joinFacets } from "./facets.ts";
import { normalizeWord } from "./fold.ts";

/**
 * A word that folding changes, as one word for the index's tokenizer, which removes accents: each letter that isn't
 * ASCII is its code point between þ. A prefix of a word has a prefix of its facet.
 * @returns undefined for a word that is the same when it is folded
 */
export function exactFacet(word: string): string | undefined {
  const lower = normalizeText(word).toLowerCase();
  if (lower === normalizeWord(word)) return undefined;
  const letters = [...lower].map((letter) =>
    /[a-z0-9]/.test(letter) ? letter : `þ${letter.codePointAt(0)?.toString(36)}þ`,
  );
  return `x${letters.join("")}`;
}

/** The facets of those of a text's words (`distinctWords`) that folding changes. */
export const exactFacets = (words: Iterable<string>): string =>
  joinFacets(Array.from(words, exactFacet));

/**
 * Whether a word of a text is another word than that of a query: a letter has accents in both, and different ones.
 * So _đứng_ isn't _dùng_, but _dung_ may be. Points of Arabic and Hebrew don't tell: writers put some of them and leave
 * others out, and exchange أ and إ. Nor do accents of Greek, of which today's spelling has fewer.
 */
export function isOtherWord(queried: string, found: string): boolean {
  const foundLetters = splitLetters(found);
  return splitLetters(queried).some((letter, index) => {
    const other = foundLetters[index];
    return letter.length > 1 && other !== undefined && other.length > 1 && letter !== other;
  });
}

/** Letters, each with its accents. Marks that aren't accents are letters of their own kind, and left out. */
const splitLetters = (word: string) =>
  normalizeText(word, "NFD")
    .toLowerCase()
    .match(/\p{Script=Greek}|\P{M}[\u0300-\u036F]*/gu) ?? [];
