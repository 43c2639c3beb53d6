import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { matchBest, type SearchPart } from "../../search/match.ts";
import type { Match } from "../../search/passages.ts";
import { type FoundWork, maxLanguages, originalFacet, varietyFacet } from "../../search/rows.ts";
import { readJson, storedTexts } from "../read-json.ts";
import { markColumns, startMark } from "./marks.ts";
import { matchingExpression, withFacet, withoutFacet } from "./matching.ts";
import type { SearchQuery } from "./search-query.ts";

/** A work that matches in one language. Each match in its stored texts is between `hitStart` and `hitEnd`. */
export interface Hit {
  /** The language of the matching texts. */
  readonly language: string;
  readonly item: FoundWork;
  readonly name: string;
  readonly description: string;
  readonly also: string;
  /** Matches in the transcript or document. */
  readonly matches: readonly Match[];
}

/**
 * How many places of a text are compared, of which a result shows three: the first ones, each at least as far from
 * the one before as the part of a passage after its first match. In characters. Our choice.
 */
const maxPlaces = 16;
const placeDistance = 120;
/**
 * The text before and after the beginning of a place, in characters. In a script without spaces every second
 * character is a separator; what is before includes the cue's time (`maxPartLength` in src/search/body.ts).
 */
const contextLength = 500;
const matchLength = 450;

/** What `places` writes: the length of the text, then each place, or nulls for a place that doesn't exist. */
const placeList = z
  .tuple([z.number()])
  .rest(z.tuple([z.number().nullable(), z.string().nullable(), z.string().nullable()]));
const foundItem = z.looseObject({ slug: z.string(), kind: z.string(), name: storedTexts });

/** The columns of a hit, which `readHit` parses. */
export const hitColumns = sql.raw("language, item, name, description, also, places");

export interface HitRow {
  readonly language: string;
  readonly item: string;
  readonly name: string;
  readonly description: string;
  readonly also: string;
  readonly places: string;
}

/** Parses a row that `hitRows` selects. The index holds what `searchRows` wrote. */
export function readHit({ item, places, ...texts }: HitRow): Hit {
  const [length, ...found] = readJson(placeList, places);
  const isFoundWork = z.custom<FoundWork>((value) => foundItem.safeParse(value).success);
  return {
    ...texts,
    item: readJson(isFoundWork, item),
    matches: found.flatMap(([position, before, after]) =>
      position === null || before === null || after === null
        ? []
        : {
            position,
            before,
            after,
            isStart: position <= contextLength + 1,
            isEnd: position + matchLength > length,
          },
    ),
  };
}

/**
 * Selects the hits as rows of bounded size, one for each work: first the best ones (`matchBest`), then the others. In
 * both, first those in the reader's language, then those in a work's original language, then those in others, each
 * ordered by rank. So a work that matches in many languages is
 * read once, unless there are fewer works than the limit. A text is highlighted as a whole inside SQLite, and only
 * parts of it are answered.
 */
export function hitRows(query: SearchQuery): SQL {
  const { terms, language, limit, now } = query;
  const marked = markColumns(terms);
  const inLanguage = matchingExpression(query, { only: language });
  const inOthers = matchingExpression(query, { not: language });
  const hits = (match: SQL, isFirst: SQL) => sql`select * from (
    select language, item, ${marked("name")} as name, ${marked("description")} as description,
      ${marked("also")} as also, ${marked("body")} as body
    from search where search match ${match} and date_published <= ${now} and ${isFirst}
    order by rank limit ${limit})`;
  // The item contains the tags of its languages: an ordinary row costs no second read.
  const isForeign = sql`not (instr(item, ${`"${language}`}) and ${rowOfSameWork(inLanguage, lastRow)})`;
  const isFirst = sql`${isForeign} and ${isFirstRow(inOthers)}`;
  const partOf = (part: SearchPart) => {
    const own = matchingExpression(query, { only: language }, part);
    const other = matchingExpression(query, { not: language }, part);
    return sql`${hits(withoutFacet(own, varietyFacet), sql`true`)}
      union all
      ${hits(withFacet(other, originalFacet), isForeign)}
      union all
      ${hits(withoutFacet(other, originalFacet), isFirst)}`;
  };
  const varieties = hits(withFacet(inLanguage, varietyFacet), isFirstRow(inLanguage));
  // D1 allows five parts of a compound query: more are nested.
  const parts = [
    ...(matchBest(terms) === undefined ? [] : [partOf("best")]),
    partOf("others"),
    varieties,
  ].map((part) => sql`select * from (${part} limit ${limit})`);
  return sql`with place0 as (
      ${sql.join(parts, sql` union all `)}
      limit ${limit}
    ), ${placeQueries}
    select language, item, name, description, also, ${places} as places from place${sql.raw(String(maxPlaces))}`;
}

/** The number of the first row of a row's work, whose rows have consecutive numbers; of the last one that it may have. */
const firstRow = sql.raw(`search.rowid / ${maxLanguages} * ${maxLanguages}`);
const lastRow = sql.raw(`search.rowid / ${maxLanguages} * ${maxLanguages} + ${maxLanguages - 1}`);

/** Whether another row of the same work matches. */
const rowOfSameWork = (match: SQL, end: SQL): SQL =>
  sql`exists (select 1 from search as other
    where other.search match ${match} and other.rowid between ${firstRow} and ${end})`;

/** Whether no row of the same work before this one matches. */
const isFirstRow = (match: SQL): SQL => sql`not ${rowOfSameWork(match, sql`search.rowid - 1`)}`;

const numbers = Array.from({ length: maxPlaces }, (_, index) => index + 1);

/**
 * A query for each place, which adds its position in `body` to the columns of the one before; null if there is
 * none. A recursive query would need temporary rows, which D1 bills. The offset keeps SQLite from merging the
 * queries into one, which would evaluate each position again and again.
 */
const placeQueries = sql.raw(
  numbers
    .map((number) => {
      const previous = number === 1 ? "" : `position${number - 1} + ${placeDistance} + `;
      const rest =
        number === 1 ? "body" : `substr(body, position${number - 1} + ${placeDistance + 1})`;
      return `place${number} as (
        select *, ${previous}nullif(instr(${rest}, ${startMark}), 0) as position${number}
        from place${number - 1} limit -1 offset 0)`;
    })
    .join(", "),
);

const places = sql.raw(
  `json_array(length(body), ${numbers
    .map(
      (number) => `json_array(position${number},
        substr(body, max(1, position${number} - ${contextLength}), min(position${number} - 1, ${contextLength})),
        substr(body, position${number}, ${matchLength}))`,
    )
    .join(", ")})`,
);
