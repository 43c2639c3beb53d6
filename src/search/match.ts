import { exactFacet } from "./exact.ts";
import type { SearchTerm } from "./query.ts";
import { kindFacet, languageFacet } from "./rows.ts";
import { type Stem, stemFacet, stemsOf } from "./stems.ts";

export interface SearchFilters {
  readonly kind?: "Episode" | "Document" | "Series" | undefined;
  /** A language, which includes its regional varieties. */
  readonly inLanguage?: string | undefined;
}

/** The columns in which readers' words are searched: never the facets. */
const searchedColumns = "{name description also body}";

/**
 * An FTS5 expression for works that contain every term. Words consist of letters, digits and marks
 * (`parseSearchQuery`) and are in quotation marks, so no query contains FTS5 syntax of a reader's.
 * @param language the base language that the matching text must, or must not, have
 */
export function matchAll(
  terms: readonly SearchTerm[],
  { kind, inLanguage }: SearchFilters,
  language: { readonly only?: string; readonly not?: string } = {},
  part: SearchPart = "all",
): string {
  const facets = [
    kind && kindFacet(kind),
    inLanguage && languageFacet(inLanguage),
    language.only && languageFacet(language.only),
  ].filter((facet) => facet !== undefined && facet !== "");
  const best = matchBest(terms);
  const exact = terms.map(matchTerm);
  const withStems = part === "stems" || part === "withStems";
  const words =
    part === "best" && best !== undefined ? [best] : withStems ? terms.map(matchStems) : exact;
  const all = [...words, ...facets.map((facet) => matchFacet(facet ?? ""))].join(" AND ");
  const excluded = [
    ...(language.not === undefined ? [] : [matchFacet(languageFacet(language.not))]),
    ...(part === "others" && best !== undefined ? [`(${best})`] : []),
    ...(part === "stems" ? [`(${exact.join(" AND ")})`] : []),
  ];
  return excluded.reduce((matched, one) => `(${matched}) NOT ${one}`, all);
}

/**
 * All texts that have the words, the best ones (`matchBest`), or the others; those that have words with the same stems
 * only, or all of them.
 */
export type SearchPart = "all" | "best" | "others" | "stems" | "withStems";

/** Whether a query has words whose stems are searched. */
export const hasStems = (terms: readonly SearchTerm[]): boolean =>
  terms.some((term) => stemsOfTerm(term).length > 0);

/** How many words there may be between the words of a query that stand together. Our choice. */
const maxDistance = 10;

/**
 * An FTS5 expression for the texts that come first: the words stand together, and are spelled as they are in the
 * query where that has accents. Only words that stand together are marked then.
 * @returns undefined if the query has one word without accents
 */
export function matchBest(terms: readonly SearchTerm[]): string | undefined {
  const exact = terms.flatMap(({ spelled, unfinished }) =>
    spelled.flatMap((word, index) => {
      const facet = exactFacet(word);
      const isPrefix = unfinished && index === spelled.length - 1;
      return facet === undefined ? [] : matchFacet(facet) + (isPrefix ? " *" : "");
    }),
  );
  if (terms.length < 2 && exact.length === 0) return undefined;
  const phrases = terms.map(matchPhrase).join(" ");
  const together = `${searchedColumns} : NEAR(${phrases}, ${maxDistance})`;
  return [together, ...exact].join(" AND ");
}

/** An FTS5 expression for works that contain a term. */
export function matchTerm(term: SearchTerm): string {
  return `${searchedColumns} : ${matchPhrase(term)}`;
}

/** An FTS5 expression for works that contain a term, or a word with the same stem. */
function matchStems(term: SearchTerm): string {
  const stems = stemsOfTerm(term).map(({ stem, language }) => quote(stemFacet(stem, language)));
  const exact = matchTerm(term);
  return stems.length === 0 ? exact : `((${exact}) OR facets : (${stems.join(" OR ")}))`;
}

/** The stems of a term that is one word, not a phrase. */
export function stemsOfTerm({ spelled }: SearchTerm): Stem[] {
  const [word, ...others] = spelled;
  return word === undefined || others.length > 0 ? [] : stemsOf(word);
}

const matchPhrase = ({ words, unfinished }: SearchTerm) =>
  quote(words.join(" ")) + (unfinished ? " *" : "");

/** An FTS5 expression for works that contain at least one of the words. */
export function matchAny(words: readonly string[]): string {
  return `${searchedColumns} : (${words.map(quote).join(" OR ")})`;
}

const matchFacet = (facet: string) => `facets : ${quote(facet)}`;
const quote = (text: string) => `"${text.replaceAll('"', "")}"`;
