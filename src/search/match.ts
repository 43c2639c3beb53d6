import type { SearchTerm } from "./query.ts";
import { kindFacet, languageFacet } from "./rows.ts";

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
): string {
  const facets = [
    kind && kindFacet(kind),
    inLanguage && languageFacet(inLanguage),
    language.only && languageFacet(language.only),
  ].filter((facet) => facet !== undefined && facet !== "");
  const words = terms.map(matchTerm);
  const all = [...words, ...facets.map((facet) => matchFacet(facet ?? ""))].join(" AND ");
  return language.not === undefined
    ? all
    : `(${all}) NOT ${matchFacet(languageFacet(language.not))}`;
}

/** An FTS5 expression for works that contain a term. */
export function matchTerm({ words, unfinished }: SearchTerm): string {
  return `${searchedColumns} : ${quote(words.join(" "))}${unfinished ? " *" : ""}`;
}

/** An FTS5 expression for works that contain at least one of the words. */
export function matchAny(words: readonly string[]): string {
  return `${searchedColumns} : (${words.map(quote).join(" OR ")})`;
}

const matchFacet = (facet: string) => `facets : ${quote(facet)}`;
const quote = (text: string) => `"${text.replaceAll('"', "")}"`;
