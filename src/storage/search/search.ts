import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { Current } from "../../records/views.ts";
import { decodeText } from "../../search/index-text.ts";
import { sortPartial } from "../../search/partial.ts";
import { matchAny, matchTerm } from "../../search/query/match.ts";
import { similarWords } from "../../search/query/near-words.ts";
import { type SearchTerm, singleWords } from "../../search/query/query.ts";
import { type Database, readAllRows } from "../database.ts";
import { isStoreUnavailable, StoreUnavailable } from "../guard.ts";
import { currentLibrary, optionalJson, storedJson } from "../read-json.ts";
import { libraryJson } from "../works.ts";
import { type Hit, hitColumns, hitRows, readHit } from "./hits.ts";
import { exists, isDue, lookUp, matchingExpression } from "./matching.ts";
import type { SearchQuery } from "./search-query.ts";

export interface SearchPage {
  readonly library: Current<LibraryRecord> | undefined;
  /** Ordered by rank. A work occurs once. */
  readonly hits: readonly Hit[];
  /** Whether there are results without the filters. */
  readonly isElsewhere: boolean;
  /** If nothing is found: for each term that no text contains, similar words that do occur, the best first. */
  readonly near: readonly (readonly string[])[];
  /** Whether a text has all words, with the filters, if similar ones replace unknown ones. */
  readonly isCorrected: boolean;
}

/** How many words of a query may get suggestions, the longest ones, and how many suggestions each gets. */
const maxCorrectedTerms = 4;
const maxSuggestions = 4;
/** In characters: longer than any word of a query. */
const maxSuggestionLength = 400;
/** How much of the text before and after a suggested word is answered, to show its accents, in characters. */
const maxDistance = 300;

/** For each term, words that occur, each with a part of a stored text around it. */
const nearWords = z.array(z.array(z.tuple([z.string(), z.string().nullable()])));
const firstRow = z.object({
  library: optionalJson(currentLibrary),
  elsewhere: z.number(),
  near: storedJson(nearWords),
  corrected: z.number(),
});
const hitRow = z.object({
  language: z.string(),
  item: z.string(),
  series: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  also: z.string(),
  likeness: z.number(),
  places: z.string(),
});

/**
 * Finds works in one statement, whose rows are the hits, after a first one about the search as a whole. D1 reads
 * one row for each hit, in a library of any size: FTS5 sorts by rank inside the index, the filters are words in the
 * index, and a row contains everything that a result shows.
 */
export async function searchWorks(database: Database, query: SearchQuery): Promise<SearchPage> {
  const all = matchingExpression(query, {}, "withStems");
  const [first, ...hits] = await readAllRows(
    database,
    sql`with ${lookUp(query)} select ${libraryJson} as library, ${exists(matchingExpression({ terms: query.terms }, {}, "withStems"), query.now)} as elsewhere,
          case when ${exists(all, query.now)} then '[]' else ${nearJson(query)} end as near,
          case when ${exists(all, query.now)} then 0 else ${exists(withSimilar, query.now)} end as corrected,
          null as language, null as item, null as series, null as name, null as description, null as also, null as likeness, null as places
        union all
        select null, null, null, null, ${hitColumns} from (${hitRows(query)})`,
  ).catch((error: unknown) => {
    // D1's error contains the reader's words, which must not be logged.
    const message = "A search failed in D1";
    throw isStoreUnavailable(error) ? new StoreUnavailable(message) : new Error(message);
  });
  const { library, elsewhere, near, corrected } = firstRow.parse(first);
  return {
    library,
    hits: orderHits(
      hits.map((row) => readHit(hitRow.parse(row))),
      query,
      corrected === 1,
    ),
    isElsewhere: elsewhere === 1,
    near: near.map((words) => words.map(writtenWord)),
    isCorrected: corrected === 1,
  };
}

/**
 * Texts that have some of the words may be of one work in several languages: the best one is shown. None is shown if
 * texts have all of them once a typing error is corrected.
 */
function orderHits(
  hits: readonly Hit[],
  { terms }: SearchQuery,
  isCorrected: boolean,
): readonly Hit[] {
  if (hits[0]?.isPartial !== true) return hits;
  if (isCorrected) return [];
  const slugs = new Set<string>();
  return sortPartial(hits, terms).filter(({ item }) => {
    const isNew = !slugs.has(item.slug);
    slugs.add(item.slug);
    return isNew;
  });
}

/** A word as a text has it, with its accents. @param around a part of the text, stored, that has the word */
function writtenWord([word, around]: readonly [string, string | null]): string {
  const found = decodeText(around ?? "").words.find(({ normalized }) => normalized === word);
  return found?.written ?? word;
}

/** Texts that have each word of a query or a similar one: an expression that `lookUp` binds once, as it is long. */
const withSimilar = sql`(select expression from similar)`;

/** Words that are similar to those that no text contains: of texts that have all the other words, if there are any. */
function nearJson({ terms, now }: SearchQuery): SQL {
  const lengthOf = ({ words: [word = ""] }: SearchTerm) => word.length;
  const single = singleWords(terms);
  const longest = [...single].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, maxCorrectedTerms);
  const candidates = single.map((term) => {
    const near = longest.includes(term) ? similarWords(term.words[0] ?? "") : [];
    if (near.length === 0) return sql`json_array()`;
    return sql`case when ${exists(matchTerm(term), now)} then json_array() else
      (select json_group_array(json_array(word, substr(texts, max(1, instr(texts, ' ' || word || ' ') - ${maxDistance}), ${2 * maxDistance}))) from (
        select substr(marked, instr(marked, char(2)) + 1, min(${maxSuggestionLength}, instr(marked, char(3)) - instr(marked, char(2)) - 1)) as word, texts from (
          select snippet(search, -1, char(2), char(3), '', 1) as marked, name || description || also || body as texts from search
          where search match ${matchAny(near)} || case when ${exists(withSimilar, now)} then ' AND (' || ${withSimilar} || ')' else '' end and ${isDue(now)} order by rank limit ${maxSuggestions}))) end`;
  });
  return candidates.length === 0
    ? sql`'[]'`
    : sql`json_array(${sql.join(
        candidates.map((each) => sql`json(${each})`),
        sql`, `,
      )})`;
}
