import { exactFacet } from "../exact.ts";
import { kindFacet, languageFacet, speakerFacet, yearFacet } from "../facets.ts";
import { normalizeWord } from "../fold.ts";
import { type Stem, stemFacet, stemsOf } from "../stems/stems.ts";
import { similarWords } from "./near-words.ts";
import type { SearchTerm } from "./query.ts";

export interface SearchFilters {
  readonly kind?: "Episode" | "Document" | "Series" | undefined;
  /** A language, which includes its regional varieties. */
  readonly inLanguage?: string | undefined;
  /** The author's year of publication, four digits. */
  readonly year?: string | undefined;
  /** The name of somebody who speaks. */
  readonly speaker?: string | undefined;
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
  { kind, inLanguage, year, speaker }: SearchFilters,
  language: { readonly only?: string; readonly not?: string } = {},
  part: SearchPart = "all",
): string {
  const facets = [
    kind && kindFacet(kind),
    inLanguage && languageFacet(inLanguage),
    year && yearFacet(year),
    speaker && speakerFacet(speaker),
    language.only && languageFacet(language.only),
  ].filter((facet) => facet !== undefined && facet !== "");
  const best = matchBest(terms);
  const exact = terms.map(matchTerm);
  const withStems = part === "stems" || part === "withStems";
  const words =
    part === "best" && best !== undefined
      ? [best]
      : part === "some"
        ? [`(${terms.map((term) => matchStems(term, "OR")).join(" OR ")})`]
        : part === "similar"
          ? terms.map(matchSimilar)
          : withStems
            ? terms.map((term) => matchStems(term))
            : exact;
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
 * only, or all of them; those that have some of the words; those that have each word or a similar one.
 */
export type SearchPart = "all" | "best" | "others" | "stems" | "withStems" | "some" | "similar";

/** Whether a query has words whose stems are searched, or several words in a script without spaces. */
export const hasStems = (terms: readonly SearchTerm[]): boolean =>
  terms.some((term) => stemsOfTerm(term).length > 0) || hasSegments(terms);

const hasSegments = (terms: readonly SearchTerm[]): boolean =>
  terms.some(({ segments }) => segments !== undefined);

/** Whether a text may have some of the words of a query, not all. */
export const hasParts = (terms: readonly SearchTerm[]): boolean =>
  terms.length > 1 || hasSegments(terms);

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
  const { otherWords, unfinished } = term;
  const phrases = [matchPhrase(term)];
  if (otherWords !== undefined) phrases.push(matchPhrase({ words: otherWords, unfinished }));
  return `${searchedColumns} : ${phrases.length === 1 ? phrases[0] : `(${phrases.join(" OR ")})`}`;
}

/**
 * An FTS5 expression for works that contain a term, a word with the same stem, or its words apart (`segments`).
 * @param operator whether all of these words, or any of them
 */
function matchStems(term: SearchTerm, operator: "AND" | "OR" = "AND"): string {
  const stems = stemsOfTerm(term).map(({ stem, language }) => quote(stemFacet(stem, language)));
  const segments = term.segments?.map((words) => quote(words.map(normalizeWord).join(" ")));
  const exact = matchTerm(term);
  if (segments !== undefined) {
    return `((${exact}) OR ${searchedColumns} : (${segments.join(` ${operator} `)}))`;
  }
  return stems.length === 0 ? exact : `((${exact}) OR facets : (${stems.join(" OR ")}))`;
}

/** An FTS5 expression for works that contain a term, or a word that is similar to it. */
function matchSimilar(term: SearchTerm): string {
  const similar = term.words.length === 1 ? similarWords(term.words[0] ?? "") : [];
  return similar.length === 0
    ? matchStems(term)
    : `((${matchStems(term)}) OR ${matchAny(similar)})`;
}

/** The stems of a term that is one word, not a phrase. */
export function stemsOfTerm({ spelled }: SearchTerm): Stem[] {
  const [word, ...others] = spelled;
  return word === undefined || others.length > 0 ? [] : stemsOf(word);
}

const matchPhrase = ({ words, unfinished }: Pick<SearchTerm, "words" | "unfinished">) =>
  quote(words.map(normalizeWord).join(" ")) + (unfinished ? " *" : "");

/** An FTS5 expression for works that contain at least one of the words. */
export function matchAny(words: readonly string[]): string {
  return `${searchedColumns} : (${words.map(quote).join(" OR ")})`;
}

const matchFacet = (facet: string) => `facets : ${quote(facet)}`;
const quote = (text: string) => `"${text.replaceAll('"', "")}"`;
