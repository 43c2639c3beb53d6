import { baseLanguage } from "../i18n/tag.ts";
import { normalizeWord, splitWords } from "./fold.ts";
import { normalizeForms } from "./letters.ts";

/** Words of the index's facets, which filter a search. Readers can't search for them: queries search other columns. */

export const kindFacet = (kind: string) => `k${kind.toLowerCase()}`;
export const languageFacet = (language: string) => `l${baseLanguage(language).toLowerCase()}`;
/** A row in the language that the work was made in. */
export const originalFacet = "original";
/** A row of a work that has another row before it in a variety of the same language. */
export const varietyFacet = "variety";
/** What the facets of a series, and of a work, begin with: `slugFacet` follows. */
export const seriesMark = "s";
export const workMark = "w";
/** A slug as one word for the tokenizer: þ replaces the hyphens. */
export const slugFacet = (mark: string, slug: string) => `${mark}${slug.replaceAll("-", "þ")}`;
/** The author's year, of a date as a manifest has it. */
export const yearFacet = (date: string) => `y${date.slice(0, 4)}`;
/** Somebody who speaks, however the name is spelled. */
export const speakerFacet = (name: string) => `p${normalizeName(name).replaceAll(" ", "þ")}`;

/** A name without case, accents and signs. */
export const normalizeName = (name: string): string =>
  splitWords(normalizeForms(name)).map(normalizeWord).join(" ");

/**
 * How many characters of facets for exact spellings, and for stems, a row may have: more than the different words of a
 * ten-hour film have. Our choice.
 */
const maxFacetsLength = 100_000;

/** Facets, each once, with a space before it. */
export function joinFacets(facets: Iterable<string | undefined>): string {
  let joined = "";
  for (const facet of new Set(facets)) {
    if (facet === undefined) continue;
    if (joined.length + facet.length >= maxFacetsLength) break;
    joined += ` ${facet}`;
  }
  return joined;
}
