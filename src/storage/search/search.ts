import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { Current } from "../../records/views.ts";
import { matchAll, matchAny, matchTerm, type SearchFilters } from "../../search/match.ts";
import { wordsWithOneTypo } from "../../search/near-words.ts";
import type { SearchTerm } from "../../search/query.ts";
import type { BodySource, FoundWork } from "../../search/rows.ts";
import type { Database } from "../database.ts";
import { currentLibrary, readCurrent, readJson, storedTexts } from "../read-json.ts";
import { libraryJson } from "../works.ts";

export interface SearchQuery extends SearchFilters {
  /** At least one. */
  readonly terms: readonly SearchTerm[];
  /** The reader's language: results in it come first. */
  readonly language: string;
  /** The maximum number of hits. */
  readonly limit: number;
  /** ISO 8601 in UTC: works scheduled for later aren't found. */
  readonly now: string;
}

/** A work that matches in one language. Each match in its folded texts is between `hitStart` and `hitEnd`. */
export interface Hit {
  /** The language of the matching texts. */
  readonly language: string;
  readonly item: FoundWork;
  readonly name: string;
  readonly description: string;
  readonly also: string;
  readonly body: string;
  readonly source: BodySource;
}

/** What the index holds was written by `searchRows`; of thousands of moments only the list is checked. */
const foundItem = z.looseObject({ slug: z.string(), kind: z.string(), name: storedTexts });
const bodySource = z.looseObject({ moments: z.array(z.unknown()) });
const hit = z.object({
  language: z.string(),
  item: z.custom<FoundWork>((value) => foundItem.safeParse(value).success),
  name: z.string(),
  description: z.string(),
  also: z.string(),
  body: z.string(),
  source: z.custom<BodySource>((value) => bodySource.safeParse(value).success),
});

export interface SearchPage {
  readonly library: Current<LibraryRecord> | undefined;
  /** Ordered by rank. A work occurs once for each language that matches. */
  readonly hits: readonly Hit[];
  /** Whether there are results without the filters. */
  readonly isElsewhere: boolean;
  /** If nothing is found: for each term that no text contains, similar words that do occur, the best first. */
  readonly near: readonly (readonly string[])[];
}

/** Control characters, which no folded text holds. */
export const hitStart = "\u0002";
export const hitEnd = "\u0003";

/** How many unknown words get suggestions, and how many suggestions each gets. */
const maxCorrectedTerms = 3;
const maxSuggestions = 4;

/**
 * Finds works in one statement. D1 reads one row for each hit, in a library of any size: FTS5 sorts by rank
 * inside the index, the filters are words in the index, and a row contains everything that a result shows.
 */
export async function searchWorks(database: Database, query: SearchQuery): Promise<SearchPage> {
  const all = matchAll(query.terms, query);
  const row = await database
    .get<{ library: string | null; hits: string; elsewhere: number; near: string }>(
      sql`select ${libraryJson} as library,
        ${hitsJson(query)} as hits,
        ${exists(matchAll(query.terms, {}), query.now)} as elsewhere,
        case when ${exists(all, query.now)} then '[]' else ${nearJson(query)} end as near`,
    )
    .catch(() => {
      // D1's error contains the reader's words, which must not be logged.
      throw new Error("A search failed in D1");
    });
  return {
    library: readCurrent(currentLibrary, row.library),
    hits: readJson(z.array(hit), row.hits),
    isElsewhere: row.elsewhere === 1,
    near: readJson(z.array(z.array(z.string())), row.near).map((words) => words.map(markedWord)),
  };
}

/** The first match in a highlighted text. */
function markedWord(text: string): string {
  return text.slice(text.indexOf(hitStart) + 1, text.indexOf(hitEnd));
}

const isDue = (now: string) => sql`date_published <= ${now}`;

const exists = (match: string, now: string): SQL =>
  sql`exists (select 1 from search where search match ${match} and ${isDue(now)})`;

/** First the results in the reader's language, then the others, each ordered by rank. */
function hitsJson(query: SearchQuery): SQL {
  const { terms, language, limit, now } = query;
  const hits = (match: string) => sql`select * from (
    select json_object('language', language, 'item', json(item), 'source', json(source),
      'name', ${marked(1)}, 'description', ${marked(2)}, 'also', ${marked(3)}, 'body', ${marked(4)}) as hit
    from search where search match ${match} and ${isDue(now)}
    order by rank limit ${limit})`;
  return sql`(select json_group_array(json(hit)) from (
    ${hits(matchAll(terms, query, { only: language }))}
    union all
    ${hits(matchAll(terms, query, { not: language }))}
    limit ${limit}))`;
}

const marked = (column: number): SQL => sql.raw(`highlight(search, ${column}, char(2), char(3))`);

/** Words within one typing error of those that no text contains. */
function nearJson({ terms, now }: SearchQuery): SQL {
  const singleWords = terms.filter(({ words }) => words.length === 1).slice(0, maxCorrectedTerms);
  const candidates = singleWords.map((term) => {
    const near = wordsWithOneTypo(term.words[0] ?? "");
    if (near.length === 0) return sql`json_array()`;
    return sql`case when ${exists(matchTerm(term), now)} then json_array() else
      (select json_group_array(word) from (
        select snippet(search, -1, char(2), char(3), '', 1) as word from search
        where search match ${matchAny(near)} and ${isDue(now)} order by rank limit ${maxSuggestions})) end`;
  });
  return candidates.length === 0
    ? sql`'[]'`
    : sql`json_array(${sql.join(
        candidates.map((each) => sql`json(${each})`),
        sql`, `,
      )})`;
}
