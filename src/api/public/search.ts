import * as z from "zod";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { isRateLimited, tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { defaultNeighbours } from "../../i18n/fallback.ts";
import { isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { baseLanguage, isLanguageTag } from "../../i18n/tag.ts";
import { nearestWord } from "../../manifest/errors/nearest.ts";
import { searchPath } from "../../records/addresses.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { normalizeWord } from "../../search/fold.ts";
import { parseSearchQuery } from "../../search/query.ts";
import { openDatabase } from "../../storage/database.ts";
import { searchWorks } from "../../storage/search/search.ts";
import { type FoundResult, toSearchResult } from "./search-results.ts";

/** How many works a page of hits shows at the most. */
export const searchPageSize = 25;

/** What narrows a search, as addresses carry it. */
export const searchParameters = z.object({
  q: z.string("q takes the words to look for").max(200, "q takes 200 characters at the most"),
  kind: z
    .enum(["Episode", "Document", "Series"], "kind takes Episode, Document or Series")
    .optional(),
  in: z.string().refine(isLanguageTag, "in takes a language tag: en, es, vi").optional(),
  series: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/, "series takes the slug of a series")
    .optional(),
  // Ranking has no place to go on from but a count; a second page is as far as D1's rows allow (docs/search.md).
  cursor: z.literal(String(searchPageSize), "cursor takes a `next` that an answer gave").optional(),
});

export type SearchParameters = z.infer<typeof searchParameters>;

export interface SearchAnswer {
  readonly settings: LibraryRecord | undefined;
  readonly results: readonly FoundResult[];
  /** The next page's cursor. */
  readonly next: string | undefined;
  /** Whether there is more than search shows. */
  readonly isCut: boolean;
  /** Whether the words are found where the filters don't look. */
  readonly isElsewhere: boolean;
  /** The query with each unknown word replaced by one that is near. */
  readonly suggestion: string | undefined;
}

/**
 * Looks for a reader's words: one round trip to D1.
 * @param language the reader's, whose texts come first
 * @param page the interface language of the pages that the results lead to
 * @returns undefined where the query holds no word
 */
export async function findWorks(
  context: RequestContext,
  { q, kind, in: inLanguage, series, cursor }: SearchParameters,
  language: string,
  page: string,
): Promise<SearchAnswer | undefined> {
  const terms = parseSearchQuery(q);
  if (terms.length === 0) return undefined;
  const isFirst = cursor === undefined;
  const view = await searchWorks(openDatabase(context.env.DB), {
    terms,
    kind,
    inLanguage,
    series,
    language: baseLanguage(language),
    // One more than is shown tells whether there is a next page; there is none after the second.
    limit: isFirst ? searchPageSize + 1 : 2 * searchPageSize,
    now: new Date().toISOString(),
  });
  const settings = view.library?.record;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  // Each work once, in its best language; on the second page without those of the first.
  const slugs = view.hits.map((hit) => hit.item.slug);
  const from = isFirst ? 0 : searchPageSize;
  const shown = view.hits.filter(
    (hit, place) =>
      place >= from && place < from + searchPageSize && slugs.indexOf(hit.item.slug) === place,
  );
  return {
    settings,
    results: shown.map((hit) => toSearchResult(hit, page, neighbours, q)),
    next: isFirst && view.hits.length > searchPageSize ? String(searchPageSize) : undefined,
    isCut: !isFirst && view.hits.length === 2 * searchPageSize,
    isElsewhere: view.isElsewhere,
    suggestion: suggest(q, terms, view.near),
  };
}

function suggest(
  query: string,
  terms: ReturnType<typeof parseSearchQuery>,
  near: readonly (readonly string[])[],
): string | undefined {
  const single = terms.filter((term) => term.words.length === 1);
  let better = query;
  for (const [index, words] of near.entries()) {
    const written = single[index]?.written;
    const word =
      written === undefined
        ? undefined
        : nearestWord(normalizeWord(written), words.map(normalizeWord));
    const meant = words.find((candidate) => normalizeWord(candidate) === word);
    if (written === undefined || meant === undefined) continue;
    const isLower = written === written.toLowerCase();
    better = better.replace(written, () => (isLower ? meant.toLowerCase() : meant));
  }
  return better === query ? undefined : better;
}

/** Nobody but the reader keeps what was looked for, and their browser doesn't, either. */
export const searchCaching = "no-store";

/** `/api/v1/search`: works that say what was asked for, with the moments where they do. */
export async function getSearch(context: RequestContext): Promise<Response> {
  const parameters = searchParameters.safeParse(context.req.query());
  const lang = context.req.query("lang");
  const issues = parameters.error?.issues.map((issue) => issue.message) ?? [];
  if (lang !== undefined && !isLanguageTag(lang))
    issues.push("lang takes a language tag: en, es, vi");
  if (!parameters.success || issues.length > 0) {
    const detail = issues.join("; ");
    return problem(context, 400, "invalid-request", "These parameters can't be read", detail);
  }
  if (await isRateLimited(context, context.env.SEARCH_LIMIT)) return tooManyRequests(context);
  const language = lang ?? languageOfRequest(context);
  const base = baseLanguage(language);
  const page = isInterfaceLanguage(base) ? base : "en";
  const found = await findWorks(context, parameters.data, language, page);
  const origin = originOf(context);
  const { q, kind, in: inLanguage, series } = parameters.data;
  const answer = {
    query: q,
    items: found?.results.map((result) => itemOf(result, origin)) ?? [],
    next: found?.next ?? null,
    suggestion: found?.suggestion ?? null,
    url: origin + searchPath(page, { q, kind, in: inLanguage, series }),
  };
  return context.json(answer, 200, { "Cache-Control": searchCaching });
}

function itemOf({ item, name, language, path, passages }: FoundResult, origin: string) {
  return {
    slug: item.slug,
    kind: item.kind,
    inLanguage: item.inLanguage,
    name: name.text.value,
    nameLanguage: name.text.language,
    /** The language in which it says what was asked for. */
    foundIn: language,
    datePublished: item.datePublished ?? null,
    duration: "duration" in item ? item.duration : null,
    series: "series" in item ? (item.series ?? null) : null,
    languages: item.languages,
    url: origin + path,
    passages: passages.map((passage) => ({
      start: passage.start ?? null,
      text: passage.pieces,
      url: origin + passage.path,
    })),
  };
}
