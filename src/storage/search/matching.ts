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

/** The beginning of a statement with `matchingExpression`: what it has several times is bound once. */
export function lookUp(query: SearchQuery): SQL {
  const { series } = query;
  const facet = sql`select 's' || replace(${currentSlug(series ?? "")}, '-', 'þ')`;
  const searchedSeries = series === undefined ? sql`` : sql`searched_series (facet) as (${facet}),`;
  return sql`with ${searchedSeries} similar (expression) as (select ${matchingExpression(query, {}, "similar")})`;
}

/** Narrows an expression to rows that have, or don't have, a facet. */
export const withFacet = (match: SQL, facet: string): SQL => combine(match, "AND", facet);
export const withoutFacet = (match: SQL, facet: string): SQL => combine(match, "NOT", facet);

/** Whether a row that isn't scheduled for later matches. */
export const exists = (match: string | SQL, now: string): SQL =>
  sql`exists (select 1 from search where search match ${match} and ${isDue(now)})`;

export const isDue = (now: string): SQL => sql`date_published <= ${now}`;

const combine = (match: SQL, operator: string, facet: string): SQL =>
  sql`('(' || ${match} || ') ${sql.raw(`${operator} facets : "${facet}"`)}')`;
