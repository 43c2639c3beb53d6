import { type Handler, Hono } from "hono";
import { type InterfaceLanguage, interfaceLanguages } from "./languages/interface.ts";
import { getAccent } from "./web/accent.ts";
import { homePath } from "./web/addresses.ts";
import { getHealth, getWork, getWorks } from "./web/api.ts";
import { getCitation } from "./web/cite.ts";
import { getCorrections } from "./web/corrections.ts";
import { getEmbed } from "./web/embed.tsx";
import type { Environment, RequestContext } from "./web/environment.ts";
import { fail, notFound, wrongMethod } from "./web/failures.ts";
import { openToAll, secureHeaders } from "./web/headers.ts";
import { getMedia } from "./web/media.ts";
import { getOpenSearch } from "./web/opensearch.ts";
import { getPack } from "./web/pack.ts";
import { getHostScript, getPlayerScript } from "./web/player-script.ts";
import { openPreviews } from "./web/preview.ts";
import { problemsPage } from "./web/problems-page.tsx";
import { getSearch } from "./web/search.ts";
import { aboutPage } from "./web/site/about.tsx";
import { toHome } from "./web/site/entrance.ts";
import { languageOfRequest } from "./web/site/errors.tsx";
import { homePage } from "./web/site/home.tsx";
import { libraryPage } from "./web/site/library.tsx";
import { readPage } from "./web/site/read.tsx";
import { searchPage } from "./web/site/search.tsx";
import { seriesPage } from "./web/site/series.tsx";
import { watchPage } from "./web/site/watch.tsx";
import { getRobots, getSitemap } from "./web/sitemap.ts";
import { putBlob } from "./web/staff/blobs.ts";
import { postPreview, postRestore, postRollback, postWithdraw } from "./web/staff/changes.ts";
import { type Asked, requireScope } from "./web/staff/door.ts";
import { getHistory, getRevision, getStaffWorks } from "./web/staff/history.ts";
import { putImport } from "./web/staff/import.ts";
import { postPlan } from "./web/staff/plan.ts";
import { postSearchIndex } from "./web/staff/search-index.ts";
import { postSweep } from "./web/staff/sweep.ts";
import { deleteToken, getTokens, getWhoami, postToken } from "./web/staff/tokens.ts";
import { atUpload, atUploads } from "./web/staff/uploads.ts";
import { putWork } from "./web/staff/works.ts";
import { getCaptions, getTranscript } from "./web/texts.ts";

/** Every address of the library, a line each (DESIGN 3). */
export const routes = new Hono<Environment>();

routes.use(secureHeaders);
routes.notFound(notFound);
routes.onError(fail);

// In a group: Hono anchors the pattern as it stands, and `^en|es$` would match `…es`.
const lang = `/:lang{(?:${interfaceLanguages.join("|")})}`;

for (const path of [
  `${lang}/watch/:slug`,
  `${lang}/read/:slug`,
  "/embed/:slug",
  "/captions/:slug/:file",
  "/transcripts/:slug/:file",
  "/transcripts/:slug/:language/corrections",
]) {
  routes.use(path, openPreviews);
}

read("/", toHome);
read(lang, (context) => context.redirect(homePath(context.req.param("lang") ?? "en"), 301));
page("/", homePage);
page("/library", libraryPage);
page("/search", searchPage);
page("/about/:name", aboutPage);
page("/series/:slug", seriesPage);
page("/watch/:slug", watchPage);
page("/read/:slug", readPage);

open("/embed/:slug", getEmbed);
open("/player/:file", getPlayerScript);
open("/embed.js", getHostScript);
open("/captions/:slug/:file", getCaptions);
open("/transcripts/:slug/pack.zip", getPack);
open("/transcripts/:slug/:file", getTranscript);
open("/transcripts/:slug/:language/corrections", getCorrections);
open("/media/:file", getMedia);
open("/api/v1/works", getWorks);
open("/api/v1/works/:slug", getWork);
open("/api/v1/search", getSearch);
open("/cite/:file", getCitation);
read("/opensearch.xml", getOpenSearch);
read("/sitemap.xml", getSitemap);
read("/robots.txt", getRobots);
read("/accent/:file", getAccent);
read("/healthz", getHealth);
read("/docs/problems", problemsPage);

staff("/api/v1/staff/plan", { POST: ["publish", postPlan] });
staff("/api/v1/staff/blobs/:file", { PUT: ["publish", putBlob] });
staff("/api/v1/staff/import/:slug", { PUT: ["admin", putImport] });
staff("/api/v1/staff/sweep", { POST: ["admin", postSweep] });
staff("/api/v1/staff/works", { GET: ["read-drafts", getStaffWorks] });
staff("/api/v1/staff/works/:slug", { PUT: ["publish", putWork] });
staff("/api/v1/staff/works/:slug/history", { GET: ["read-drafts", getHistory] });
staff("/api/v1/staff/works/:slug/revisions/:number{[0-9]{1,9}}", {
  GET: ["read-drafts", getRevision],
});
staff("/api/v1/staff/works/:slug/preview", { POST: ["publish", postPreview] });
staff("/api/v1/staff/works/:slug/rollback", { POST: ["publish", postRollback] });
staff("/api/v1/staff/works/:slug/withdraw", { POST: ["publish", postWithdraw] });
staff("/api/v1/staff/works/:slug/restore", { POST: ["publish", postRestore] });
staff("/api/v1/staff/tokens", { GET: ["admin", getTokens], POST: ["admin", postToken] });
staff("/api/v1/staff/tokens/:id", { DELETE: ["admin", deleteToken] });
staff("/api/v1/staff/whoami", { GET: ["any", getWhoami] });
routes.all("/api/v1/staff/uploads", requireScope("publish"), atUploads);
routes.all("/api/v1/staff/uploads/:id", requireScope("publish"), atUpload);
staff("/api/v1/staff/search-index", { POST: ["publish", postSearchIndex] });

/** An address that is read: GET and HEAD, and 405 for anything else. */
function read(path: string, handler: Handler<Environment>, allowed = "GET, HEAD"): void {
  routes.get(path, handler);
  routes.all(path, wrongMethod(allowed));
}

/** A page of the site in a language of the interface. */
function page(
  path: string,
  handler: (context: RequestContext, language: InterfaceLanguage) => Promise<Response>,
): void {
  read(lang + path, (context) => handler(context, languageOfRequest(context)));
}

/** An address that any page on the web may read. */
function open(path: string, handler: Handler<Environment>): void {
  routes.use(path, openToAll);
  routes.options(path, (context) => {
    const methods = { "Access-Control-Allow-Methods": "GET, HEAD" };
    const headers = "Range, If-Range, If-Match, If-None-Match";
    return context.body(null, 204, { ...methods, "Access-Control-Allow-Headers": headers });
  });
  read(path, handler, "GET, HEAD, OPTIONS");
}

/** An address behind the staff door: what each method needs, and does. */
function staff(path: string, methods: Record<string, [Asked, Handler<Environment>]>): void {
  for (const [method, [scope, handler]] of Object.entries(methods)) {
    routes.on(method, path, requireScope(scope), handler);
  }
  const allowed = Object.keys(methods).map((method) => (method === "GET" ? "GET, HEAD" : method));
  routes.all(path, wrongMethod(allowed.join(", ")));
}
