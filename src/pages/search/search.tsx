import type { Child } from "hono/jsx";
import { type SearchParameters, searchParameters } from "../../api/contract.ts";
import { searchCaching } from "../../api/public/search.ts";
import { type SearchResults, searchLibrary } from "../../api/public/search-library.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { isRateLimited, retryAfterSeconds } from "../../delivery/http/rate-limits.ts";
import { respondWithError, respondWithPage } from "../../delivery/http/respond.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { searchPath } from "../../records/addresses.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { parseSearchQuery } from "../../search/query.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists.ts";
import { Layout } from "../layout/layout.tsx";
import { LibraryLink } from "../layout/library-link.tsx";
import { SearchForm } from "../layout/search-form.tsx";
import { SearchFilters } from "./filters.tsx";
import { HitEntry } from "./hits.tsx";

/** `/{lang}/search?q=`: what the library says about something. */
export async function searchPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const asked = parametersOf(context);
  if (parseSearchQuery(asked.q).length === 0) return emptyPage(context, language, asked);
  if (await isRateLimited(context, context.env.SEARCH_LIMIT))
    return tooOftenPage(context, language);
  const found = await searchLibrary(context, asked, language, language);
  const reader = readerOf(language, found?.settings);
  const page = (
    <SearchFrame context={context} reader={reader} settings={found?.settings} asked={asked}>
      {found !== undefined && <Results found={found} asked={asked} reader={reader} />}
    </SearchFrame>
  );
  return context.body(String(await page), 200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": language,
    "Cache-Control": searchCaching,
  });
}

/** An address that people mistyped is read as far as it makes sense. */
function parametersOf(context: RequestContext): SearchParameters {
  const { shape } = searchParameters;
  const query = context.req.query();
  return {
    q: (query.q ?? "").slice(0, 200),
    kind: shape.kind.safeParse(query.kind).data,
    in: shape.in.safeParse(query.in).data,
    series: shape.series.safeParse(query.series).data,
    cursor: shape.cursor.safeParse(query.cursor).data,
  };
}

/** Before anything is asked for: a page like any other, which tells how to ask. */
async function emptyPage(
  context: RequestContext,
  language: InterfaceLanguage,
  asked: SearchParameters,
): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  const reader = readerOf(language, library?.record);
  return respondWithPage(context, language, [library?.digest], () => (
    <SearchFrame context={context} reader={reader} settings={library?.record} asked={asked} />
  ));
}

function tooOftenPage(context: RequestContext, language: InterfaceLanguage): Promise<Response> {
  const reader = readerOf(language, undefined);
  const { tooManySearches, tooManySearchesHelp } = reader.strings;
  context.header("Retry-After", retryAfterSeconds);
  return respondWithError(
    context,
    429,
    <Layout
      reader={reader}
      settings={undefined}
      origin={originOf(context)}
      pathIn={searchPath}
      title={tooManySearches}
      indexed={false}
    >
      <div class="column error-page">
        <h1>{tooManySearches}</h1>
        <p>{tooManySearchesHelp}</p>
      </div>
    </Layout>,
  );
}

interface FrameProps {
  readonly context: RequestContext;
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  readonly asked: SearchParameters;
  readonly children?: Child;
}

function SearchFrame({ context, reader, settings, asked, children }: FrameProps) {
  const { strings } = reader;
  const { q, kind, in: inLanguage, series } = asked;
  const isAsked = q.trim() !== "";
  return (
    <Layout
      reader={reader}
      settings={settings}
      origin={originOf(context)}
      pathIn={(other) => searchPath(other, { q, kind, in: inLanguage, series })}
      title={isAsked ? strings.searchTitle(q) : strings.search}
      indexed={!isAsked}
      search={false}
    >
      <header class="column page-header">
        <h1>{strings.search}</h1>
        <SearchForm reader={reader} query={q} kept={{ kind, in: inLanguage, series }} />
        <p class="facts">{strings.searchHelp}</p>
      </header>
      {children}
    </Layout>
  );
}

interface ResultsProps {
  readonly found: SearchResults;
  readonly asked: SearchParameters;
  readonly reader: Reader;
}

function Results({ found, asked, reader }: ResultsProps) {
  const { strings, language } = reader;
  const isNarrowed =
    asked.kind !== undefined || asked.in !== undefined || asked.series !== undefined;
  return (
    <div class="column search-results">
      {(found.results.length > 0 || found.isElsewhere || isNarrowed) && (
        <SearchFilters asked={asked} reader={reader} />
      )}
      {found.results.length === 0 ? (
        <NothingFound found={found} asked={asked} reader={reader} />
      ) : (
        found.results.map((result) => <HitEntry result={result} query={asked.q} reader={reader} />)
      )}
      {found.next !== undefined && (
        <p>
          <a
            class="button"
            rel="next"
            href={searchPath(language, { ...asked, cursor: found.next })}
          >
            {strings.more}
          </a>
        </p>
      )}
      {found.isCut && <p>{strings.onlyBestMatches}</p>}
    </div>
  );
}

/** Nothing was found: what may help. */
function NothingFound({ found, asked, reader }: ResultsProps) {
  const { strings, language } = reader;
  const { suggestion, isElsewhere } = found;
  return (
    <div class="no-results">
      <p class="lead">{strings.noResults(asked.q)}</p>
      {suggestion !== undefined && (
        <p>
          {strings.didYouMean}{" "}
          <a href={searchPath(language, { ...asked, q: suggestion })}>
            <bdi>{suggestion}</bdi>
          </a>
        </p>
      )}
      {isElsewhere && (
        <p>
          <a href={searchPath(language, { q: asked.q })}>{strings.seeUnfiltered}</a>
        </p>
      )}
      <LibraryLink reader={reader} />
    </div>
  );
}
