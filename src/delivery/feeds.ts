import { formatCursor, parseCursor } from "../api/contract.ts";
import { type InterfaceLanguage, isInterfaceLanguage } from "../i18n/interface-languages.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { feedPath } from "../records/addresses.ts";
import { readerOf } from "../records/reader.ts";
import type { SeriesRecord } from "../records/schema/record.ts";
import type { FeedView } from "../records/views.ts";
import { openDatabase } from "../storage/database.ts";
import { readFeed } from "../storage/lists/feeds.ts";
import { feedType, writeFeed } from "../syndication/feeds/feed.ts";
import { cachedRender } from "./http/cached-render.ts";
import { originOf, type RequestContext, requestTime } from "./http/environment.ts";
import { redirectToCurrentPath } from "./http/redirects.ts";
import { respondWithEtag } from "./http/respond.ts";
import { answerWithout, lookUp } from "./load-work.ts";

/** How many works a page of a feed has: programs fetch a feed often, and few works are new. Our choice. */
const pageSize = 50;
/** By language each work costs two rows, one of them in the facet index: 47 keep the cost under 100 rows. */
const languagePageSize = 47;

/** `GET /feeds/{lang}.rss?cursor=`: every new film and document that can be followed in a language. */
export async function getLanguageFeed(context: RequestContext): Promise<Response> {
  const language = languageOfFeed(context, (other) => feedPath(other));
  if (language === undefined) return context.notFound();
  if (language instanceof Response) return language;
  const now = requestTime();
  const view = await readFeed(openDatabase(context.env.DB), {
    inLanguage: language,
    after: parseCursor(context.req.query("cursor")),
    limit: languagePageSize,
    now,
  });
  return respondWithFeed(context, view, language, undefined);
}

/** `GET /feeds/{series}/{lang}.rss?cursor=`: the episodes of a series as a podcast. */
export async function getSeriesFeed(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const language = languageOfFeed(context, (other) => feedPath(other, slug));
  if (language === undefined) return context.notFound();
  if (language instanceof Response) return language;
  const now = requestTime();
  const view = await readFeed(openDatabase(context.env.DB), {
    series: slug,
    after: parseCursor(context.req.query("cursor")),
    limit: pageSize,
    now,
  });
  const found = lookUp(slug, view.series?.record, ["Series"], now);
  if (found.outcome !== "found") return answerWithout(context, found, ["Series"], language);
  return respondWithFeed(context, view, language, found.record);
}

function respondWithFeed(
  context: RequestContext,
  { library, series: current, items, next }: FeedView,
  language: InterfaceLanguage,
  series: SeriesRecord | undefined,
): Promise<Response> {
  const after = parseCursor(context.req.query("cursor"));
  const source = {
    reader: readerOf(language, library?.record),
    settings: library?.record,
    series,
    items,
    cursor: after && formatCursor(after),
    next: next && formatCursor(next),
    origin: originOf(context),
  };
  const headers = { "Content-Type": `${feedType}; charset=utf-8`, "Content-Language": language };
  const digests = [library, current, ...items].map((item) => item?.digest);
  return respondWithEtag(context, [context.req.url, source.next, ...digests], headers, (etag) =>
    cachedRender(etag, () => writeFeed(source)),
  );
}

/**
 * The language of `{lang}.rss`. A variety of a language (`es-MX`) and capitals lead on to the feed's own address.
 * @returns undefined if the address isn't a feed's
 */
function languageOfFeed(
  context: RequestContext,
  pathIn: (language: InterfaceLanguage) => string,
): InterfaceLanguage | Response | undefined {
  const [, tag = ""] = /^([A-Za-z0-9-]{2,35})\.rss$/.exec(context.req.param("file") ?? "") ?? [];
  const language = baseLanguage(tag.toLowerCase());
  if (!isInterfaceLanguage(language)) return undefined;
  return tag === language ? language : redirectToCurrentPath(context, pathIn(language));
}
