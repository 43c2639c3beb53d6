import type { Child } from "hono/jsx";
import { filtersOf, type SearchParameters, searchParameters } from "../../api/contract.ts";
import { searchCaching } from "../../api/public/search.ts";
import { type SearchResults, searchLibrary } from "../../api/public/search-library.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { isRateLimited, retryAfterSeconds } from "../../delivery/http/rate-limits.ts";
import { renderPage, respondWithError, respondWithPage } from "../../delivery/http/respond.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { searchPath } from "../../records/addresses.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { parseSearchQuery } from "../../search/query/query.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { Layout } from "../layout/layout.tsx";
import { LibraryLink } from "../layout/library-link.tsx";
import { SearchForm } from "../layout/search-form.tsx";
import { SearchFilters } from "./filters.tsx";
import { SearchResultEntry } from "./result.tsx";

/** `/{lang}/search?q=`: full-text search of the library. */
export async function searchPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const { parameters, ignored } = readParameters(context);
  if (parseSearchQuery(parameters.q).length === 0)
    return emptyPage(context, language, { parameters, ignored });
  if (await isRateLimited(context, context.env.SEARCH_LIMIT))
    return rateLimitedPage(context, language, { parameters, ignored });
  const found = await searchLibrary(context, parameters, language, language);
  // A page after the last one, as an old address may have: the first one says what there is.
  if (parameters.cursor !== undefined && found?.results.length === 0) {
    context.header("Cache-Control", searchCaching);
    return context.redirect(searchPath(language, { ...parameters, cursor: undefined }));
  }
  const reader = readerOf(language, found?.settings);
  const page = (
    <SearchLayout
      context={context}
      reader={reader}
      settings={found?.settings}
      parameters={parameters}
      ignored={ignored}
    >
      {found !== undefined && <Results found={found} parameters={parameters} reader={reader} />}
    </SearchLayout>
  );
  return context.body(await renderPage(context, page), 200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": language,
    "Cache-Control": searchCaching,
  });
}

interface ReadParameters {
  readonly parameters: SearchParameters;
  /** The names of filters whose values search can't use. */
  readonly ignored: readonly string[];
}

/**
 * Reads the parameters leniently: invalid ones are ignored, and the page says so, because people edit addresses.
 * A speaker without words is searched by their name.
 */
function readParameters(context: RequestContext): ReadParameters {
  const { shape } = searchParameters;
  const query = context.req.query();
  const filters = {
    kind: shape.kind.safeParse(query.kind).data,
    in: shape.in.safeParse(query.in).data,
    series: shape.series.safeParse(query.series).data,
    work: shape.work.safeParse(query.work).data,
    speaker: shape.speaker.safeParse(query.speaker).data,
    year: shape.year.safeParse(query.year).data,
  };
  const q = (query.q ?? "").slice(0, 200);
  return {
    parameters: {
      q: q.trim() === "" ? (filters.speaker ?? "") : q,
      ...filters,
      cursor: shape.cursor.safeParse(query.cursor).data,
    },
    ignored: Object.entries(filters).flatMap(([name, value]) =>
      value === undefined && (query[name] ?? "") !== "" ? name : [],
    ),
  };
}

/** The page without a query: the form and how to use it. */
async function emptyPage(
  context: RequestContext,
  language: InterfaceLanguage,
  { parameters, ignored }: ReadParameters,
): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  const reader = readerOf(language, library?.record);
  return respondWithPage(context, language, [library?.digest], () => (
    <SearchLayout
      context={context}
      reader={reader}
      settings={library?.record}
      parameters={parameters}
      ignored={ignored}
    />
  ));
}

/** 429 with what was asked for, to be sent again. D1 isn't read, so that it has nothing to do with such requests. */
function rateLimitedPage(
  context: RequestContext,
  language: InterfaceLanguage,
  asked: ReadParameters,
): Promise<Response> {
  const reader = readerOf(language, undefined);
  const { tooManySearches, tooManySearchesHelp } = reader.strings;
  context.header("Retry-After", retryAfterSeconds);
  return respondWithError(
    context,
    429,
    <SearchLayout context={context} reader={reader} settings={undefined} {...asked}>
      <div class="column">
        <h2>{tooManySearches}</h2>
        <p>{tooManySearchesHelp}</p>
      </div>
    </SearchLayout>,
  );
}

interface SearchLayoutProps extends ReadParameters {
  readonly context: RequestContext;
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  readonly children?: Child;
}

function SearchLayout(props: SearchLayoutProps) {
  const { context, reader, settings, parameters, ignored, children } = props;
  const { strings } = reader;
  const { q } = parameters;
  const filters = filtersOf(parameters);
  const hasQuery = q.trim() !== "";
  return (
    <Layout
      reader={reader}
      settings={settings}
      origin={originOf(context)}
      pathIn={(other) => searchPath(other, { q, ...filters })}
      title={hasQuery ? strings.searchTitle(q) : strings.search}
      isIndexed={!hasQuery}
      hasSearchForm={false}
    >
      <header class="column page-header">
        <h1>{strings.search}</h1>
        <SearchForm reader={reader} query={q} filters={filters} />
        <p class="facts">{strings.searchHelp}</p>
        {ignored.length > 0 && <p class="label">{strings.ignoredFilters(ignored.join(", "))}</p>}
      </header>
      {children}
    </Layout>
  );
}

interface ResultsProps {
  readonly found: SearchResults;
  readonly parameters: SearchParameters;
  readonly reader: Reader;
}

function Results({ found, parameters, reader }: ResultsProps) {
  const { strings, language } = reader;
  const isFiltered = Object.values(filtersOf(parameters)).some((value) => value !== undefined);
  return (
    <div class="column search-results">
      {(found.results.length > 0 || found.isElsewhere || isFiltered) && (
        <SearchFilters parameters={parameters} results={found.results} reader={reader} />
      )}
      {(found.results.length === 0 || found.isPartial) && (
        <NoResults found={found} parameters={parameters} reader={reader} />
      )}
      {found.results.map((result) => (
        <SearchResultEntry result={result} query={parameters.q} reader={reader} />
      ))}
      {found.next !== undefined && (
        <p>
          <a
            class="button"
            rel="next"
            href={searchPath(language, { ...parameters, cursor: found.next })}
          >
            {strings.more}
          </a>
        </p>
      )}
      {found.isCut && <p>{strings.onlyBestMatches}</p>}
    </div>
  );
}

/** Nothing has all of the words: suggests a spelling, a search without filters, and the whole library. */
function NoResults({ found, parameters, reader }: ResultsProps) {
  const { strings, language } = reader;
  const { suggestion, isSuggestedWithFilters, isElsewhere } = found;
  return (
    <div class="no-results">
      <p class="lead">
        {found.isPartial ? strings.someWordsOnly : strings.noResults(parameters.q)}
      </p>
      {suggestion !== undefined && (
        <p>
          {strings.didYouMean}{" "}
          <a
            href={searchPath(language, {
              ...(isSuggestedWithFilters && parameters),
              q: suggestion,
              cursor: undefined,
            })}
          >
            <bdi>{suggestion}</bdi>
          </a>
        </p>
      )}
      {isElsewhere && (
        <p>
          <a href={searchPath(language, { q: parameters.q })}>{strings.seeUnfiltered}</a>
        </p>
      )}
      {!found.isPartial && <LibraryLink reader={reader} />}
    </div>
  );
}
