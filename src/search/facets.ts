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
