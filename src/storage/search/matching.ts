import { type SQL, sql } from "drizzle-orm";
import { seriesMark, workMark } from "../../search/facets.ts";
import { matchAll, type SearchPart } from "../../search/query/match.ts";
import { currentSlug } from "../slugs/former-slugs.ts";
import type { SearchQuery } from "./search-query.ts";

/**
 * The FTS5 expression of a search with its filters. The current slugs of series and work are looked up in the same
 * statement (`lookUp`), and become facets (src/search/facets.ts).
 * @param language the base language that the matching text must, or must not, have
 */
export function matchingExpression(
  query: Pick<
    SearchQuery,
    "terms" | "kind" | "inLanguage" | "year" | "speaker" | "series" | "work"
  >,
  language: Parameters<typeof matchAll>[2] = {},
  part: SearchPart = "all",
): SQL {
  const expression = sql`${matchAll(query.terms, query, language, part)}`;
  const ofSeries =
    query.series === undefined ? expression : lookedUp(expression, "searched_series");
  return query.work === undefined ? ofSeries : lookedUp(ofSeries, "searched_work");
}

const lookedUp = (match: SQL, table: "searched_series" | "searched_work"): SQL =>
  sql`('(' || ${match} || ') AND facets : "' || (select facet from ${sql.raw(table)}) || '"')`;

/** The beginning of a statement with `matchingExpression`: what it has several times is bound once. */
export function lookUp(query: SearchQuery): SQL {
  const facet = (mark: string, slug: string) =>
    sql`select ${sql.raw(`'${mark}'`)} || replace(${currentSlug(slug)}, '-', 'þ')`;
  const { series, work } = query;
  return sql.join(
    [
      ...(series === undefined
        ? []
        : [sql`searched_series (facet) as (${facet(seriesMark, series)})`]),
      ...(work === undefined ? [] : [sql`searched_work (facet) as (${facet(workMark, work)})`]),
      sql`similar (expression) as (select ${matchingExpression(query, {}, "similar")})`,
    ],
    sql`, `,
  );
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
