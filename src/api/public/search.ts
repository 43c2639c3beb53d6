import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { isRateLimited, tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { searchPath } from "../../records/addresses.ts";
import { type ApiSearchAnswer, type ApiSearchResult, apiSearchParameters } from "../contract.ts";
import { invalidParameters } from "./invalid-parameters.ts";
import { searchLibrary } from "./search-library.ts";
import type { SearchResult } from "./search-results.ts";

/** Search results aren't cached, so that no cache keeps what a reader searched for. */
export const searchCaching = "no-store";

/** `GET /api/v1/search`: works that contain the words, with the passages that contain them. */
export async function getSearch(context: RequestContext): Promise<Response> {
  const parameters = apiSearchParameters.safeParse(context.req.query());
  if (!parameters.success) return invalidParameters(context, parameters.error.issues);
  if (await isRateLimited(context, context.env.SEARCH_LIMIT)) return tooManyRequests(context);
  const { q, kind, in: inLanguage, series, lang } = parameters.data;
  const language = lang ?? languageOfRequest(context);
  const base = baseLanguage(language);
  const pageLanguage = isInterfaceLanguage(base) ? base : "en";
  const found = await searchLibrary(context, parameters.data, language, pageLanguage);
  const origin = originOf(context);
  return context.json<ApiSearchAnswer>(
    {
      query: q,
      items: found?.results.map((result) => toApiResult(result, origin)) ?? [],
      next: found?.next ?? null,
      suggestion: found?.suggestion ?? null,
      url: origin + searchPath(pageLanguage, { q, kind, in: inLanguage, series }),
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
    passages: passages.map((passage) => ({
      start: passage.start ?? null,
      text: passage.pieces,
      url: origin + passage.path,
    })),
  };
}
