import { type Handler, Hono } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import { maxOptionsBytes, maxReportBytes } from "./api/contract/body-limits.ts";
import { getHealth } from "./api/public/health.ts";
import { getLanguages } from "./api/public/languages.ts";
import { getSeriesList, getWorks } from "./api/public/lists.ts";
import { getOpenApi } from "./api/public/openapi.ts";
import { getSearch } from "./api/public/search.ts";
import { getSeries } from "./api/public/series.ts";
import { getWork } from "./api/public/works.ts";
import { getAccent } from "./delivery/accent.ts";
import { getChapters } from "./delivery/chapters.ts";
import { getCitation } from "./delivery/citations.ts";
import { getCorrections } from "./delivery/corrections.ts";
import { getText } from "./delivery/documents/texts.ts";
import { getLanguageFeed, getSeriesFeed } from "./delivery/feeds.ts";
import { limitBody } from "./delivery/http/body-limit.ts";
import type { Environment, RequestContext } from "./delivery/http/environment.ts";
import { guardStores } from "./delivery/http/guard-stores.ts";
import { allowAnyOrigin, secureHeaders } from "./delivery/http/headers.ts";
import { methodNotAllowed } from "./delivery/http/method-not-allowed.ts";
import { previewMiddleware } from "./delivery/http/preview.ts";
import { languageOfRequest } from "./delivery/http/request-language.ts";
import { getIiifCollection, getIiifManifest } from "./delivery/iiif/manifest.ts";
import { getIiifSearch } from "./delivery/iiif/search.ts";
import { getLlms } from "./delivery/llms.ts";
import { getCartridge } from "./delivery/lms/film.ts";
import { getSeriesCartridge } from "./delivery/lms/series.ts";
import { getMedia } from "./delivery/media.ts";
import { getOai } from "./delivery/oai/oai.ts";
import { getOEmbed } from "./delivery/oembed.ts";
import { getOpenSearch } from "./delivery/opensearch.ts";
import { getPack } from "./delivery/pack.ts";
import { getSchema } from "./delivery/schemas.ts";
import { getSecurityContact } from "./delivery/security-contact.ts";
import { getRobots, getSitemap } from "./delivery/sitemap.ts";
import { getCaptions, getTranscript } from "./delivery/transcripts.ts";
import { type InterfaceLanguage, interfaceLanguages } from "./i18n/interface-languages.ts";
import { aboutPage } from "./pages/about/about.tsx";
import { problemsPage } from "./pages/about/problems.tsx";
import { apiPage } from "./pages/api/api.tsx";
import { homePage } from "./pages/home/home.tsx";
import { redirectToHome } from "./pages/home/language-redirect.ts";
import { answerAnyFailure, notFound, serverError } from "./pages/layout/failures.ts";
import { libraryPage } from "./pages/library/library.tsx";
import { readPage } from "./pages/read/read.tsx";
import { postReport, reportPage } from "./pages/report/report.tsx";
import { searchPage } from "./pages/search/search.tsx";
import { seriesPage } from "./pages/series/series.tsx";
import { watchPage } from "./pages/watch/watch.tsx";
import { getEmbed } from "./player/embed/embed.tsx";
import { getSeriesEmbed } from "./player/embed/series.tsx";
import { getHostPageScript, getLazyScript } from "./player/server/scripts.ts";
import { homePath } from "./records/addresses.ts";
import { staffRoutes } from "./staff-routes.ts";

/** Every address of the library, one line for each (DESIGN 3). */
export const routes = new Hono<Environment>({ router: new TrieRouter() });

routes.use(secureHeaders, answerAnyFailure, guardStores);
routes.notFound(notFound);
routes.onError(serverError);

// In a group, because Hono puts ^ and $ around the pattern, and `^en|es$` would match `…es`.
const lang = `/:lang{(?:${interfaceLanguages.join("|")})}`;

for (const path of [
  `${lang}/watch/:slug`,
  `${lang}/read/:slug`,
  "/embed/:slug",
  "/captions/:slug/:file",
  "/media/:file",
  "/texts/:slug/:file",
  "/transcripts/:slug/:file",
  "/transcripts/:slug/:language/corrections",
]) {
  routes.use(path, previewMiddleware);
}

read("/", redirectToHome);
read(lang, (context) => context.redirect(homePath(context.req.param("lang") ?? "en"), 301));
page("/", homePage);
page("/library", libraryPage);
page("/search", searchPage);
page("/about/:name", aboutPage);
page("/series/:slug", seriesPage);
page("/watch/:slug", watchPage);
page("/report/:slug", reportPage, { handler: postReport, maxBytes: maxReportBytes });
page("/read/:slug", readPage);

open("/embed/series/:slug", getSeriesEmbed);
open("/embed/:slug", getEmbed);
open("/oembed", getOEmbed);
// OAI-PMH takes its arguments in a form too.
routes.post("/oai", allowAnyOrigin, limitBody(maxOptionsBytes), getOai);
open("/oai", getOai, ["GET", "HEAD", "POST", "OPTIONS"]);
open("/player/:file", getLazyScript);
open("/embed.js", getHostPageScript);
open("/captions/:slug/:file", getCaptions);
open("/transcripts/:slug/pack.zip", getPack);
open("/transcripts/:slug/:file", getTranscript);
open("/transcripts/:slug/:language/corrections", getCorrections);
open("/chapters/:slug/:file", getChapters);
open("/feeds/:file", getLanguageFeed);
open("/feeds/:slug/:file", getSeriesFeed);
open("/texts/:slug/:file", getText);
open("/media/:file", getMedia);
open("/api/v1/openapi.json", getOpenApi);
open("/api/v1/works", getWorks);
open("/api/v1/works/:slug", getWork);
open("/api/v1/series", getSeriesList);
open("/api/v1/series/:slug", getSeries);
open("/api/v1/languages", getLanguages);
open("/api/v1/search", getSearch);
open("/schemas/:file", getSchema);
open("/cite/:file", getCitation);
open("/lms/series/:file", getSeriesCartridge);
open("/lms/:file", getCartridge);
open("/iiif/series/:slug/collection.json", getIiifCollection);
open("/iiif/:slug/manifest.json", getIiifManifest);
open("/iiif/:slug/search", getIiifSearch);
read("/opensearch.xml", getOpenSearch);
read("/sitemap.xml", getSitemap);
read("/robots.txt", getRobots);
read("/llms.txt", getLlms);
read("/accent/:file", getAccent);
read("/.well-known/security.txt", getSecurityContact);
read("/healthz", getHealth);
read("/docs/problems", problemsPage);
read("/api", apiPage);

routes.route("/", staffRoutes);

/** An address that only accepts GET and HEAD. @param allowed what its answer to other methods lists */
function read(
  path: string,
  handler: Handler<Environment>,
  allowed: readonly string[] = ["GET", "HEAD"],
): void {
  routes.get(path, handler);
  routes.all(path, methodNotAllowed(allowed));
}

type PageHandler = (context: RequestContext, language: InterfaceLanguage) => Promise<Response>;

/** A page of the site, at an address for each interface language. @param form what its form is sent to */
function page(
  path: string,
  handler: PageHandler,
  form?: { readonly handler: PageHandler; readonly maxBytes: number },
): void {
  const handle =
    (used: PageHandler) =>
    (context: RequestContext): Promise<Response> =>
      used(context, languageOfRequest(context));
  if (form !== undefined) {
    routes.post(lang + path, limitBody(form.maxBytes), handle(form.handler));
  }
  const methods = ["GET", "HEAD", ...(form === undefined ? [] : ["POST"])];
  read(lang + path, handle(handler), methods);
}

/** An address that scripts on any other site may read. */
function open(
  path: string,
  handler: Handler<Environment>,
  allowed: readonly string[] = ["GET", "HEAD", "OPTIONS"],
): void {
  routes.use(path, allowAnyOrigin);
  read(path, handler, allowed);
}
