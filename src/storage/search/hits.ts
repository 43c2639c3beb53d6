import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { exactFacet } from "../../search/exact.ts";
import { originalFacet, varietyFacet, workMark } from "../../search/facets.ts";
import type { Match } from "../../search/passages.ts";
import { wantedPlaces } from "../../search/places.ts";
import { hasParts, hasStems, matchBest, type SearchPart } from "../../search/query/match.ts";
import { type FoundWork, maxLanguages } from "../../search/rows.ts";
import { readJson, storedTexts } from "../read-json.ts";
import { exists, isDue, matchingExpression, withFacet, withoutFacet } from "./matching.ts";
import { placeQueries, readPlaces } from "./places.ts";
import type { SearchQuery } from "./search-query.ts";

/** A work that matches in one language, with its stored texts (src/search/index-text.ts). */
export interface Hit {
  /** The language of the matching texts. */
  readonly language: string;
  readonly item: FoundWork;
  /** Of an episode; undefined if it has none that is public. */
  readonly series: FoundSeries | undefined;
  readonly name: string;
  readonly description: string;
  readonly also: string;
  /** Whether it has other words with the same stems, not those of the query. */
  readonly isByStem: boolean;
  /** Whether it has only some of the words, because no text has all of them. */
  readonly isPartial: boolean;
  /** Places in the transcript or document. */
  readonly matches: readonly Match[];
}

const foundItem = z.looseObject({ slug: z.string(), kind: z.string(), name: storedTexts });
const isFoundWork = z.custom<FoundWork>((value) => foundItem.safeParse(value).success);
const foundSeries = z.object({ inLanguage: z.string(), name: storedTexts });
export type FoundSeries = z.infer<typeof foundSeries>;

/** The columns of a hit, which `readHit` parses. */
export const hitColumns = sql.raw(
  "language, item, series, name, description, also, likeness, places",
);

/** How a row matches, in its column `likeness`. */
const likeness = { words: 0, stems: 1, someWords: 2 } as const;

export interface HitRow {
  readonly language: string;
  readonly item: string;
  readonly series: string | null;
  readonly name: string;
  readonly description: string;
  readonly also: string;
  readonly likeness: number;
  readonly places: string;
}

/** Parses a row that `hitRows` selects. The index holds what `searchRows` wrote. */
export function readHit({ item, series, places, likeness: found, ...texts }: HitRow): Hit {
  return {
    ...texts,
    item: readJson(isFoundWork, item),
    series: series === null ? undefined : readJson(foundSeries, series),
    isByStem: found !== likeness.words,
    isPartial: found === likeness.someWords,
    matches: readPlaces(places),
  };
}

/**
 * Selects the hits as rows of bounded size, one for each work: first the best ones (`matchBest`), then the others. In
 * both, first those in the reader's language, then those in a work's original language, then those in others, each
 * ordered by rank. So a work that matches in many languages is read once, unless there are fewer works than the limit.
 * Only parts of the texts are answered (places.ts).
 */
export function hitRows(query: SearchQuery): SQL {
  const { terms, language, limit, now } = query;
  const inLanguage = matchingExpression(query, { only: language });
  const hits = (match: SQL, isFirst: SQL, found: number = likeness.words) => sql`select * from (
    select language, item, name, description, also, ${sql.raw(`${found}`)} as likeness, cast(body as blob) as body
    from search where search match ${match} and ${isDue(now)} and ${isFirst}
    order by rank limit ${limit})`;
  const partOf = (part: SearchPart) => {
    const isByStem = part === "stems";
    const all = isByStem ? "withStems" : "all";
    const own = matchingExpression(query, { only: language }, part);
    const other = matchingExpression(query, { not: language }, part);
    const ownOfAll = matchingExpression(query, { only: language }, all);
    const otherOfAll = matchingExpression(query, { not: language }, all);
    // Works that have the words themselves in any language are listed already.
    const isNew = isByStem
      ? sql`not ${rowOfSameWork(matchingExpression(query), lastRow)}`
      : sql`true`;
    // The item contains the tags of its languages: an ordinary row costs no second read.
    const isForeign = sql`${isNew} and not (instr(item, ${`"${language}`}) and ${rowOfSameWork(ownOfAll, lastRow)})`;
    const isFirst = sql`${isForeign} and ${isFirstRow(otherOfAll)}`;
    const ofStem = isByStem ? likeness.stems : likeness.words;
    return sql`${hits(withoutFacet(own, varietyFacet), isNew, ofStem)}
      union all
      ${hits(withFacet(other, originalFacet), isForeign, ofStem)}
      union all
      ${hits(withoutFacet(other, originalFacet), isFirst, ofStem)}`;
  };
  const varieties = hits(withFacet(inLanguage, varietyFacet), isFirstRow(inLanguage));
  // D1 allows five parts of a compound query: more are nested.
  const parts = [
    ...(matchBest(terms) === undefined ? [] : [partOf("best")]),
    partOf("others"),
    varieties,
    ...(hasStems(terms) ? [partOf("stems")] : []),
    ...(hasParts(terms) ? [hits(someWords(query), sql`true`, likeness.someWords)] : []),
  ].map((part) => sql`select * from (${part} limit ${limit})`);
  const isOneWord =
    terms.length === 1 &&
    terms.every(
      ({ spelled, words: [...words] }) =>
        words.length === 1 && spelled.every((word) => exactFacet(word) === undefined),
    );
  const columns = "language, item, name, description, also, likeness";
  // Of one speaker's words more places have to be looked at.
  const isSameEverywhere = isOneWord && query.speaker === undefined;
  const { queries, last } = placeQueries(wantedPlaces(terms), columns, isSameEverywhere);
  return sql`with found as (
      ${sql.join(parts, sql` union all `)}
      limit ${limit}
    ), ${queries}
    select ${sql.raw(columns)}, places || ']' as places, ${seriesOf(last, now)} as series from ${last}`;
}

/**
 * The series of a hit, from the series' own row of the index: its name is always the current one, and D1 bills no row
 * for the first match of an expression.
 */
const seriesOf = (hit: SQL, now: string): SQL => {
  const slug = sql`${hit}.item ->> '$.series'`;
  const facet = sql`${sql.raw(`'${workMark}'`)} || replace(${slug}, '-', 'þ')`;
  return sql`case when ${slug} is not null then (
      select json_object('inLanguage', own.item ->> '$.inLanguage', 'name', own.item -> '$.name') from search as own
      where own.search match 'facets : "' || ${facet} || '"' and own.date_published <= ${now} limit 1) end`;
};

/** Texts that have some of the words, if no text has all of them. FTS5 ranks those first that have the rarest ones. */
const someWords = (query: SearchQuery): SQL =>
  sql`case when ${exists(matchingExpression(query, {}, "withStems"), query.now)} then ${nothing}
    else ${matchingExpression(query, {}, "some")} end`;

/** An expression that no row matches. */
const nothing = sql.raw(`'facets : "nothing"'`);

/** The number of the first row of a row's work, whose rows have consecutive numbers; of the last one that it may have. */
const firstRow = sql.raw(`search.rowid / ${maxLanguages} * ${maxLanguages}`);
const lastRow = sql.raw(`search.rowid / ${maxLanguages} * ${maxLanguages} + ${maxLanguages - 1}`);

/** Whether another row of the same work matches. */
const rowOfSameWork = (match: SQL, end: SQL): SQL =>
  sql`exists (select 1 from search as other
    where other.search match ${match} and other.rowid between ${firstRow} and ${end})`;

/** Whether no row of the same work before this one matches. */
const isFirstRow = (match: SQL): SQL => sql`not ${rowOfSameWork(match, sql`search.rowid - 1`)}`;
