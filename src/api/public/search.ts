import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { isRateLimited, tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { nearestInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { apiSeriesPath, apiWorkPath, searchPath } from "../../records/addresses.ts";
import {
  type ApiSearchAnswer,
  type ApiSearchResult,
  apiSearchParameters,
  filtersOf,
} from "../contract.ts";
import { linkToNextPage } from "./answer.ts";
import { readQuery } from "./read-query.ts";
import { searchLibrary } from "./search-library.ts";
import type { SearchResult } from "./search-results.ts";

/** Search results aren't cached, so that no cache keeps what a reader searched for. */
export const searchCaching = "no-store";

/** `GET /api/v1/search`: works that contain the words, with the passages that contain them. */
export async function getSearch(context: RequestContext): Promise<Response> {
  const parameters = readQuery(context, apiSearchParameters);
  if (parameters instanceof Response) return parameters;
  if (await isRateLimited(context, context.env.SEARCH_LIMIT)) return tooManyRequests(context);
  const { q, lang, limit } = parameters;
  const language = lang ?? languageOfRequest(context);
  if (lang === undefined) context.header("Vary", "Accept-Language");
  // The library's own substitutes aren't known before the one round trip to D1.
  const pageLanguage = nearestInterfaceLanguage(language);
  const found = await searchLibrary(context, parameters, language, pageLanguage, limit);
  const origin = originOf(context);
  linkToNextPage(context, found?.next);
  return context.json<ApiSearchAnswer>(
    {
      query: q,
      items: found?.results.map((result) => toApiResult(result, origin)) ?? [],
      next: found?.next ?? null,
      partial: found?.isPartial ?? false,
      suggestion: found?.suggestion ?? null,
      url: origin + searchPath(pageLanguage, { q, ...filtersOf(parameters) }),
    },
    200,
    { "Cache-Control": searchCaching },
  );
}

function toApiResult(
  { item, name, language, path, passages }: SearchResult,
  origin: string,
): ApiSearchResult {
  return {
    slug: item.slug,
    kind: item.kind,
    inLanguage: item.inLanguage,
    name: name.text.value,
    nameLanguage: name.text.language,
    foundIn: language,
    datePublished: item.datePublished ?? null,
    duration: "duration" in item ? item.duration : null,
    series: "series" in item ? (item.series ?? null) : null,
    languages: item.languages,
    url: origin + path,
    details: origin + (item.kind === "Series" ? apiSeriesPath : apiWorkPath)(item.slug),
    passages: passages.map((passage) => ({
      start: passage.start ?? null,
      page: passage.page ?? null,
      text: passage.pieces,
      url: origin + passage.path,
    })),
  };
}
