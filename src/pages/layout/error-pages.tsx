import type { Child } from "hono/jsx";
import { WithdrawalNotice } from "../../components/withdrawal-notice.tsx";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { redirectFromCopy } from "../../delivery/http/redirects.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { respondWithError } from "../../delivery/http/respond.ts";
import { isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { homePath } from "../../records/addresses.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { LibraryItem, LibraryRecord } from "../../records/schema/record.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { Layout } from "./layout.tsx";
import { LibraryLink } from "./library-link.tsx";
import { SearchForm } from "./search-form.tsx";

/** 404 in the reader's language, unless the address leads on. @param known the settings if the caller has read them, which saves a round trip to D1 */
export async function notFoundPage(
  context: RequestContext,
  known?: { settings: LibraryRecord | undefined },
): Promise<Response> {
  const meant = redirectFromCopy(context);
  if (meant !== undefined) return meant;
  const settings = known
    ? known.settings
    : (await readLibrary(openDatabase(context.env.DB)))?.record;
  const reader = readerOf(languageOfRequest(context), settings);
  const { notFound, notFoundHelp } = reader.strings;
  return errorPage(context, 404, reader, settings, notFound, <p>{notFoundHelp}</p>);
}

/** 410 with the withdrawal notice in the reader's language. */
export function withdrawnPage(
  context: RequestContext,
  item: LibraryItem,
  settings: LibraryRecord | undefined,
): Promise<Response> {
  const reader = readerOf(languageOfRequest(context), settings);
  const { withdrawn } = reader.strings;
  const text = <WithdrawalNotice item={item} reader={reader} />;
  return errorPage(context, 410, reader, settings, withdrawn, text);
}

/** 500 or 503 without details of the error. It doesn't read from D1, which may be what failed. */
export function serverErrorPage(context: RequestContext, status: 500 | 503): Promise<Response> {
  const reader = readerOf(languageOfRequest(context), undefined);
  const { serverError, serverErrorHelp } = reader.strings;
  return errorPage(context, status, reader, undefined, serverError, <p>{serverErrorHelp}</p>);
}

function errorPage(
  context: RequestContext,
  status: 404 | 410 | 500 | 503,
  reader: Reader,
  settings: LibraryRecord | undefined,
  title: string,
  text: Child,
): Promise<Response> {
  return respondWithError(
    context,
    status,
    <Layout
      reader={reader}
      settings={settings}
      origin={originOf(context)}
      pathIn={(other) => translatePath(context.req.path, other)}
      title={title}
      isIndexed={false}
      hasSearchForm={false}
    >
      <div class="column error-page">
        <h1>{title}</h1>
        {text}
        <SearchForm
          reader={reader}
          query={status === 404 ? searchQueryFrom(context.req.path) : undefined}
        />
        <LibraryLink reader={reader} />
      </div>
    </Layout>,
  );
}

/** The same path in another language if it begins with a language, otherwise the home page. */
function translatePath(path: string, language: string): string {
  const [, first, ...rest] = path.split("/");
  return isInterfaceLanguage(first) ? `/${language}/${rest.join("/")}` : homePath(language);
}

/** What to search for if an address isn't found: `…/watch/two-doors` → “two doors”. */
function searchQueryFrom(path: string): string | undefined {
  const [, , section, slug = ""] = path.split("/");
  if (!["watch", "read", "series"].includes(section ?? "")) return undefined;
  return /^[\p{L}\p{N}]/u.test(slug) ? slug.replace(/[-_]+/g, " ").slice(0, 100) : undefined;
}
