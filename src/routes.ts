import { type Handler, Hono } from "hono";
import { requireSession } from "./api/access/require-session.ts";
import { maxOptionsBytes, maxRecordBytes, maxRecordsBytes } from "./api/contract/body-limits.ts";
import { getHealth } from "./api/public/health.ts";
import { getLanguages } from "./api/public/languages.ts";
import { getSeriesList, getWorks } from "./api/public/lists.ts";
import { getOpenApi } from "./api/public/openapi.ts";
import { getSearch } from "./api/public/search.ts";
import { getSeries } from "./api/public/series.ts";
import { getWork } from "./api/public/works.ts";
import { type RequiredScope, requireScope } from "./api/staff/auth.ts";
import { getBlob, putBlob } from "./api/staff/blobs.ts";
import {
  deleteWork,
  postPreview,
  postRestore,
  postRollback,
  postWithdraw,
} from "./api/staff/changes.ts";
import { getHistory, getRevision, getStaffWorks } from "./api/staff/history.ts";
import { putImport } from "./api/staff/import.ts";
import { postPlan } from "./api/staff/plan.ts";
import { postSearchIndex } from "./api/staff/search-index.ts";
import { postSweep } from "./api/staff/sweep.ts";
import { deleteToken, getTokens, getWhoami, postToken } from "./api/staff/tokens.ts";
import { getWithdrawals } from "./api/staff/withdrawals.ts";
import { putWork } from "./api/staff/works.ts";
import { allowUploaders } from "./api/uploads/cors.ts";
import { uploadHandler, uploadsHandler } from "./api/uploads/uploads.ts";
import { guardConsole, limitForms } from "./console/server/guard.ts";
import { membersPage, postMember, postRemoveMember } from "./console/server/members.tsx";
import { requireRole } from "./console/server/require-role.tsx";
import { postEndSession, sessionsPage } from "./console/server/sessions.tsx";
import { postSignIn, postSignOut } from "./console/server/sign-in.tsx";
import { showDifference } from "./console/server/works/difference.tsx";
import { listPage } from "./console/server/works/list.tsx";
import { postPreviewForm } from "./console/server/works/preview.tsx";
import { confirmRestore, postRestoreForm } from "./console/server/works/restore.tsx";
import { confirmRollback, postRollbackForm } from "./console/server/works/rollback.tsx";
import { editTexts, postTexts } from "./console/server/works/texts.tsx";
import { confirmWithdrawal, postWithdrawalForm } from "./console/server/works/withdraw.tsx";
import { showWork } from "./console/server/works/work.tsx";
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
import { searchPage } from "./pages/search/search.tsx";
import { seriesPage } from "./pages/series/series.tsx";
import { watchPage } from "./pages/watch/watch.tsx";
import { getEmbed } from "./player/embed/embed.tsx";
import { getSeriesEmbed } from "./player/embed/series.tsx";
import { getHostPageScript, getLazyScript } from "./player/server/scripts.ts";
import { homePath } from "./records/addresses.ts";

/** Every address of the library, one line for each (DESIGN 3). */
export const routes = new Hono<Environment>();

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
page("/read/:slug", readPage);

open("/embed/series/:slug", getSeriesEmbed);
open("/embed/:slug", getEmbed);
open("/oembed", getOEmbed);
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

// Each address of the staff API is one of the console's too: /staff/api/plan.
routes.use("/staff/*", limitForms, guardConsole);
staff("/api/v1/staff/plan", { POST: ["publish", postPlan, maxRecordsBytes] });
staff("/api/v1/staff/blobs/:file", {
  GET: ["read-drafts", getBlob],
  PUT: ["publish", putBlob, "file"],
});
staff("/api/v1/staff/import/:slug", { PUT: ["admin", putImport, maxRecordsBytes] });
staff("/api/v1/staff/sweep", { POST: ["admin", postSweep] });
staff("/api/v1/staff/works", { GET: ["read-drafts", getStaffWorks] });
staff("/api/v1/staff/works/:slug", {
  PUT: ["publish", putWork, maxRecordBytes],
  DELETE: ["publish", deleteWork],
});
staff("/api/v1/staff/works/:slug/history", { GET: ["read-drafts", getHistory] });
staff("/api/v1/staff/works/:slug/revisions/:number{[0-9]{1,9}}", {
  GET: ["read-drafts", getRevision],
});
staff("/api/v1/staff/works/:slug/preview", { POST: ["publish", postPreview] });
staff("/api/v1/staff/works/:slug/rollback", { POST: ["publish", postRollback] });
staff("/api/v1/staff/works/:slug/withdraw", { POST: ["publish", postWithdraw] });
staff("/api/v1/staff/works/:slug/restore", { POST: ["publish", postRestore] });
staff("/api/v1/staff/withdrawals", { GET: ["read-drafts", getWithdrawals] });
staff("/api/v1/staff/tokens", { GET: ["admin", getTokens], POST: ["admin", postToken] });
staff("/api/v1/staff/tokens/:id", { DELETE: ["admin", deleteToken] });
staff("/api/v1/staff/whoami", { GET: ["any", getWhoami] });
upload("/api/v1/staff/uploads", uploadsHandler);
upload("/api/v1/staff/uploads/:id", uploadHandler);
staff("/api/v1/staff/search-index", { POST: ["publish", postSearchIndex] });

consolePage("/staff", { GET: ["any", listPage] });
consolePage("/staff/sign-in", { GET: ["any", toConsole], POST: [undefined, postSignIn] });
consolePage("/staff/sign-out", { POST: ["any", postSignOut] });
consolePage("/staff/sessions", { GET: ["any", sessionsPage] });
consolePage("/staff/sessions/:id/end", { POST: ["any", postEndSession] });
consolePage("/staff/members", { GET: ["admin", membersPage], POST: ["admin", postMember] });
consolePage("/staff/members/remove", { POST: ["admin", postRemoveMember] });
consolePage("/staff/works/:slug", { GET: ["read-drafts", showWork] });
consolePage("/staff/works/:slug/difference", { GET: ["read-drafts", showDifference] });
consolePage("/staff/works/:slug/preview", { POST: ["publish", postPreviewForm] });
consolePage("/staff/works/:slug/rollback", {
  GET: ["publish", confirmRollback],
  POST: ["publish", postRollbackForm],
});
consolePage("/staff/works/:slug/texts", {
  GET: ["publish", editTexts],
  POST: ["publish", postTexts],
});
consolePage("/staff/works/:slug/withdraw", {
  GET: ["publish", confirmWithdrawal],
  POST: ["publish", postWithdrawalForm],
});
consolePage("/staff/works/:slug/restore", {
  GET: ["publish", confirmRestore],
  POST: ["publish", postRestoreForm],
});

/** An address that only accepts GET and HEAD. @param allowed what its answer to other methods lists */
function read(
  path: string,
  handler: Handler<Environment>,
  allowed: readonly string[] = ["GET", "HEAD"],
): void {
  routes.get(path, handler);
  routes.all(path, methodNotAllowed(allowed));
}

/** A page of the site, at an address for each interface language. */
function page(
  path: string,
  handler: (context: RequestContext, language: InterfaceLanguage) => Promise<Response>,
): void {
  read(lang + path, (context) => handler(context, languageOfRequest(context)));
}

/** An address that scripts on any other site may read. */
function open(path: string, handler: Handler<Environment>): void {
  routes.use(path, allowAnyOrigin);
  read(path, handler, ["GET", "HEAD", "OPTIONS"]);
}

/** An address of the upload protocol: a page on any origin may use it with a token, and OPTIONS needs none. */
function upload(path: string, handler: (context: RequestContext) => Promise<Response>): void {
  routes.use(path, allowUploaders);
  routes.options(path, handler);
  routes.all(path, requireScope("publish"), handler);
  routes.all(toConsolePath(path), requireSession("publish"), handler);
}

/** How large a request's body may be, in bytes; a file is stored while it arrives. */
type BodySize = number | "file";

/**
 * An address that needs a staff token: for each method the scope it needs, its handler, and the size of a body that
 * is more than options.
 */
function staff(
  path: string,
  methods: Readonly<Record<string, readonly [RequiredScope, Handler<Environment>, BodySize?]>>,
): void {
  const doors = [
    { address: path, require: requireScope },
    { address: toConsolePath(path), require: requireSession },
  ];
  for (const { address, require } of doors) {
    for (const [method, [scope, handler, size = maxOptionsBytes]] of Object.entries(methods)) {
      routes.on(method, address, require(scope));
      if (size !== "file") routes.on(method, address, limitBody(size));
      routes.on(method, address, handler);
    }
    routes.all(address, methodNotAllowed(allowedMethods(methods)));
  }
}

/** The same address of the staff API for a browser that is signed in to the console. */
function toConsolePath(path: string): string {
  return path.replace("/api/v1/staff/", "/staff/api/");
}

/** A page or a form of the console: for each method the scope that it needs, and its handler. */
function consolePage(
  path: string,
  methods: Readonly<Record<string, readonly [RequiredScope | undefined, Handler<Environment>]>>,
): void {
  for (const [method, [scope, handler]] of Object.entries(methods)) {
    if (scope !== undefined) routes.on(method, path, requireRole(scope));
    routes.on(method, path, handler);
  }
  routes.all(path, methodNotAllowed(allowedMethods(methods)));
}

function toConsole(context: RequestContext): Response {
  return context.redirect("/staff", 303);
}

function allowedMethods(methods: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(methods).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}
