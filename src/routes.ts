import { type Handler, Hono } from "hono";
import { type InterfaceLanguage, interfaceLanguages } from "./languages/interface.ts";
import { homePath } from "./web/addresses.ts";
import { getHealth, getWork, getWorks } from "./web/api.ts";
import { getEmbed } from "./web/embed.tsx";
import type { Environment, RequestContext } from "./web/environment.ts";
import { fail, notFound, wrongMethod } from "./web/failures.ts";
import { openToAll, secureHeaders } from "./web/headers.ts";
import { getMedia } from "./web/media.ts";
import { problemsPage } from "./web/problems-page.tsx";
import { languageOfRequest } from "./web/site/errors.tsx";
import { homePage } from "./web/site/home.tsx";
import { libraryPage } from "./web/site/library.tsx";
import { readPage } from "./web/site/read.tsx";
import { seriesPage } from "./web/site/series.tsx";
import { watchPage } from "./web/site/watch.tsx";
import { putBlob } from "./web/staff/blobs.ts";
import { requireScope } from "./web/staff/door.ts";
import { postPlan } from "./web/staff/plan.ts";
import { putWork } from "./web/staff/works.ts";
import { getCaptions, getTranscript } from "./web/texts.ts";

/** Every address of the library, a line each (DESIGN 3). */
export const routes = new Hono<Environment>();

routes.use(secureHeaders);
routes.notFound(notFound);
routes.onError(fail);

// In a group: Hono anchors the pattern as it stands, and `^en|es$` would match `…es`.
const lang = `/:lang{(?:${interfaceLanguages.join("|")})}`;

read("/", toHome);
read(lang, (context) => context.redirect(homePath(context.req.param("lang") ?? "en"), 301));
page("/", homePage);
page("/library", libraryPage);
page("/series/:slug", seriesPage);
page("/watch/:slug", watchPage);
page("/read/:slug", readPage);

open("/embed/:slug", getEmbed);
open("/captions/:slug/:file", getCaptions);
open("/transcripts/:slug/:file", getTranscript);
open("/media/:file", getMedia);
open("/api/v1/works", getWorks);
open("/api/v1/works/:slug", getWork);
read("/healthz", getHealth);
read("/docs/problems", problemsPage);

staff("POST", "/api/v1/staff/plan", postPlan);
staff("PUT", "/api/v1/staff/blobs/:file", putBlob);
staff("PUT", "/api/v1/staff/works/:slug", putWork);

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

/** An address behind the staff door. */
function staff(method: "POST" | "PUT", path: string, handler: Handler<Environment>): void {
  routes.on(method, path, requireScope("publish"), handler);
  routes.all(path, wrongMethod(method));
}

/** `/`: to the home page in the browser's language. */
function toHome(context: RequestContext): Response {
  context.header("Vary", "Accept-Language");
  return context.redirect(homePath(languageOfRequest(context)), 302);
}
