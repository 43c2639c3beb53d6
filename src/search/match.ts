import type { SearchTerm } from "./query.ts";
import { kindFacet, languageFacet, seriesFacet } from "./rows.ts";

export interface SearchFilters {
  readonly kind?: "Episode" | "Document" | "Series" | undefined;
  /** A language that it must be said in, or a variety of it. */
  readonly inLanguage?: string | undefined;
  /** The slug of the series it belongs to. */
  readonly series?: string | undefined;
}

/** The columns that readers' words are looked for in: never the facets. */
const readable = "{name description also body}";

/**
 * An FTS5 expression for works that say every term. Each word of it is letters, digits and marks in
 * quotation marks (`readSearchQuery`), so nothing that a reader writes is read as FTS5's syntax.
 * @param language the base language that it must be said in, or must not
 */
export function matchAll(
  terms: readonly SearchTerm[],
  { kind, inLanguage, series }: SearchFilters,
  language: { readonly only?: string; readonly not?: string } = {},
): string {
  const facets = [
    kind && kindFacet(kind),
    inLanguage && languageFacet(inLanguage),
    series && seriesFacet(series),
    language.only && languageFacet(language.only),
  ].filter((facet) => facet !== undefined && facet !== "");
  const words = terms.map(matchTerm);
  const all = [...words, ...facets.map((facet) => inFacets(facet ?? ""))].join(" AND ");
  return language.not === undefined ? all : `(${all}) NOT ${inFacets(languageFacet(language.not))}`;
}

/** An FTS5 expression for works that say a term. */
export function matchTerm({ words, unfinished }: SearchTerm): string {
  return `${readable} : ${quote(words.join(" "))}${unfinished ? " *" : ""}`;
}

/** An FTS5 expression for works that say any of some words. */
export function matchAny(words: readonly string[]): string {
  return `${readable} : (${words.map(quote).join(" OR ")})`;
}

const inFacets = (facet: string) => `facets : ${quote(facet)}`;
const quote = (text: string) => `"${text.replaceAll('"', "")}"`;
