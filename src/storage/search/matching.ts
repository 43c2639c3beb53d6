import { type SQL, sql } from "drizzle-orm";
import { matchAll, type SearchPart } from "../../search/match.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import type { SearchQuery } from "./search-query.ts";

/**
 * The FTS5 expression of a search with its filters. The series' current slug is looked up in the same statement,
 * and becomes the word that `seriesFacet` makes of it (src/search/rows.ts).
 * @param language the base language that the matching text must, or must not, have
 */
export function matchingExpression(
  query: Pick<SearchQuery, "terms" | "kind" | "inLanguage" | "series">,
  language: Parameters<typeof matchAll>[2] = {},
  part: SearchPart = "all",
): SQL {
  const expression = matchAll(query.terms, query, language, part);
  if (query.series === undefined) return sql`${expression}`;
  return sql`('(' || ${expression} || ') AND facets : "' || (select facet from searched_series) || '"')`;
}

/** The beginning of a statement with `matchingExpression`: it looks up the series once for all, to bind it once. */
export const withSeries = (series: string | undefined): SQL =>
  series === undefined
    ? sql``
    : sql`with searched_series (facet) as (select 's' || replace(${currentSlug(series)}, '-', 'þ'))`;

/** Narrows an expression to rows that have, or don't have, a facet. */
export const withFacet = (match: SQL, facet: string): SQL => combine(match, "AND", facet);
export const withoutFacet = (match: SQL, facet: string): SQL => combine(match, "NOT", facet);

const combine = (match: SQL, operator: string, facet: string): SQL =>
  sql`('(' || ${match} || ') ${sql.raw(`${operator} facets : "${facet}"`)}')`;
