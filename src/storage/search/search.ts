import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { Current } from "../../records/views.ts";
import { matchAll, matchAny, matchTerm, type SearchFilters } from "../../search/match.ts";
import { wordsNear } from "../../search/near-words.ts";
import type { SearchTerm } from "../../search/query.ts";
import type { BodySource, FoundWork } from "../../search/rows.ts";
import type { Database } from "../database.ts";
import { currentLibrary, readCurrent, readJson, storedTexts } from "../read-json.ts";
import { libraryJson } from "../works.ts";

export interface SearchQuery extends SearchFilters {
  /** At least one. */
  readonly terms: readonly SearchTerm[];
  /** The reader's language: what is said in it comes first. */
  readonly language: string;
  /** How many hits to read, at the most. */
  readonly limit: number;
  /** ISO 8601 in UTC: what is scheduled for later isn't found. */
  readonly now: string;
}

/** A work in a language, where it says what was asked for; folded texts have `hitStart` and `hitEnd` about each hit. */
export interface Hit {
  /** The language that it says it in. */
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
  /** In the order of their worth; a work stands there once for each language that says it. */
  readonly hits: readonly Hit[];
  /** Whether the words are found somewhere where the filters don't look. */
  readonly isElsewhere: boolean;
  /** Where nothing is found: for each term that is said nowhere, words like it that are, the best first. */
  readonly near: readonly (readonly string[])[];
}

/** Control characters, which no folded text holds. */
export const hitStart = "\u0002";
export const hitEnd = "\u0003";

/** How many unknown words get help, and how many words are offered for each to choose from. */
const maxCorrectedTerms = 3;
const maxSuggestions = 4;

/**
 * Finds works in one statement. D1 reads a row for each hit, however large the library:
 * FTS5 sorts by rank inside the index, the filters are words of it, and a row has all that is shown of it.
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
      // The error itself has the reader's words in it, and errors are logged.
      throw new Error("D1 refused a search");
    });
  return {
    library: readCurrent(currentLibrary, row.library),
    hits: readJson(z.array(hit), row.hits),
    isElsewhere: row.elsewhere === 1,
    near: readJson(z.array(z.array(z.string())), row.near).map((words) => words.map(markedWord)),
  };
}

/** What stands between the marks of a highlighted text. */
function markedWord(text: string): string {
  return text.slice(text.indexOf(hitStart) + 1, text.indexOf(hitEnd));
}

const isDue = (now: string) => sql`date_published <= ${now}`;

const exists = (match: string, now: string): SQL =>
  sql`exists (select 1 from search where search match ${match} and ${isDue(now)})`;

/** First what is said in the reader's language, then the rest; each by rank. */
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

/** Words that are one slip away from those that nobody says. */
function nearJson({ terms, now }: SearchQuery): SQL {
  const helped = terms.filter(({ words }) => words.length === 1).slice(0, maxCorrectedTerms);
  const candidates = helped.map((term) => {
    const near = wordsNear(term.words[0] ?? "");
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
