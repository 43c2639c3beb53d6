import { type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { defaultNeighbours } from "../../i18n/fallback.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { nearestWord } from "../../manifest/errors/nearest.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { normalizeWord } from "../../search/fold.ts";
import { parseSearchQuery, singleWords } from "../../search/query/query.ts";
import { openDatabase } from "../../storage/database.ts";
import { maxPlaces } from "../../storage/search/places.ts";
import { searchWorks } from "../../storage/search/search.ts";
import { maxSearchResults, type SearchParameters, searchPageSize } from "../contract.ts";
import { type SearchResult, toSearchResult } from "./search-results.ts";

/** A search's results, for the search page and for `/api/v1/search`. */
export interface SearchResults {
  readonly settings: LibraryRecord | undefined;
  readonly results: readonly SearchResult[];
  /** The next page's cursor. */
  readonly next: string | undefined;
  /** Whether there are more results than search shows. */
  readonly isCut: boolean;
  /** Whether no text has all of the words: the results have some of them, and are all on one page. */
  readonly isPartial: boolean;
  /** Whether the same words give results without the filters. */
  readonly isElsewhere: boolean;
  /** The query with each unknown word replaced by a similar one. It has results. */
  readonly suggestion: string | undefined;
  /** Whether it has results with the filters too. */
  readonly isSuggestedWithFilters: boolean;
}

/**
 * Searches the library: one round trip to D1.
 * @param language the reader's, whose texts come first
 * @param pageLanguage the interface language of the pages that the results link to
 * @param pageSize how many results to show
 * @returns undefined if the query has no word
 */
export async function searchLibrary(
  context: RequestContext,
  { q, kind, in: inLanguage, series, work, speaker, year, cursor }: SearchParameters,
  language: string,
  pageLanguage: string,
  pageSize = searchPageSize,
): Promise<SearchResults | undefined> {
  const terms = parseSearchQuery(q);
  if (terms.length === 0) return undefined;
  const from = Number(cursor ?? 0);
  const to = Math.min(from + pageSize, maxSearchResults);
  const view = await searchWorks(openDatabase(context.env.DB), {
    terms,
    kind,
    inLanguage,
    series,
    work,
    speaker,
    year,
    language: baseLanguage(language),
    // One more than the page shows tells whether there is a next page.
    limit: Math.min(to + 1, maxSearchResults),
    now: requestTime(),
  });
  const settings = view.library?.record;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const isPartial = view.hits[0]?.isPartial === true;
  const shown = view.hits.slice(from, to);
  return {
    settings,
    results: shown.flatMap((hit) => {
      const result = toSearchResult(hit, pageLanguage, neighbours, q, speaker);
      // Somebody else says the words. If a text has more places than are looked at, they may be this speaker's.
      const isOthers = speaker !== undefined && hit.matches.length < maxPlaces;
      return isOthers && result.passages.length === 0 ? [] : result;
    }),
    next: view.hits.length > to && !isPartial ? String(to) : undefined,
    isPartial,
    isCut: to === maxSearchResults && view.hits.length === maxSearchResults,
    isElsewhere: view.isElsewhere,
    // A correction after which some words are still unknown is no better than texts that have the others.
    suggestion: isPartial ? undefined : suggestQuery(q, terms, view.near),
    isSuggestedWithFilters: view.isCorrected,
  };
}

/**
 * The query with its unknown words replaced.
 * @param similar for each single word of the query, the library's words that are similar to it
 */
export function suggestQuery(
  query: string,
  terms: ReturnType<typeof parseSearchQuery>,
  similar: readonly (readonly string[])[],
): string | undefined {
  let suggestion = query;
  for (const [index, candidates] of similar.entries()) {
    const written = singleWords(terms)[index]?.written;
    if (written === undefined) continue;
    const nearest = nearestWord(normalizeWord(written), candidates.map(normalizeWord));
    const replacement = candidates.find((candidate) => normalizeWord(candidate) === nearest);
    if (replacement === undefined) continue;
    const isLower = written === written.toLowerCase();
    suggestion = suggestion.replace(written, () =>
      isLower ? replacement.toLowerCase() : replacement,
    );
  }
  return suggestion === query ? undefined : suggestion;
}
