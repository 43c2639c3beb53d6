import { routePath } from "hono/route";
import { interfaceLanguageOf } from "../../i18n/interface-language-of.ts";
import { pageCaching } from "./conditional.ts";
import type { RequestContext } from "./environment.ts";

/** Redirects for good to the address that a work has today. The query is kept. @param path of that address */
export function redirectToCurrentPath(context: RequestContext, path: string): Response {
  const { search } = new URL(context.req.url);
  // As long as a page is kept, since a work may get its old slug back.
  context.header("Cache-Control", pageCaching);
  return context.redirect(path + search, 301);
}

/** Redirects an address of a renamed work to the same address with the slug that it has today. */
export function redirectToCurrentSlug(context: RequestContext, slug: string): Response {
  const segments = new URL(context.req.url).pathname.split("/");
  const pattern = routePath(context).split("/");
  // `/embed/:slug`, or a file that is called by the slug: `/cite/:file`.
  const ofSlug = pattern.findIndex((segment) => segment.startsWith(":slug"));
  const position = ofSlug === -1 ? pattern.indexOf(":file") : ofSlug;
  const path = segments.map((segment, index) =>
    index === position ? segment.replace(/^[^.]*/, slug) : segment,
  );
  return redirectToCurrentPath(context, path.join("/"));
}

/**
 * Leads on from an address at which nothing is to the one that its reader means, if it was copied with too much
 * (DESIGN 3).
 * @returns undefined if it wasn't
 */
export function redirectFromCopy(context: RequestContext): Response | undefined {
  const { path, method } = context.req;
  const meant = method === "GET" || method === "HEAD" ? pathOfCopy(path) : undefined;
  return meant === undefined ? undefined : redirectToCurrentPath(context, meant);
}

/**
 * The path of a page or an embed without a slash or a sentence's punctuation at its end, and with its language as
 * our addresses have it: `/es-MX/watch/film.` is `/es/watch/film`, and `/EN/` is `/en/`.
 */
function pathOfCopy(path: string): string | undefined {
  const [, first = "", rest = ""] = /^\/([^/]+)(.*)$/.exec(path) ?? [];
  const language = first === "embed" ? first : interfaceLanguageOf(first);
  if (language === undefined) return undefined;
  // The lookbehind keeps it linear in the length of the address.
  const trimmed = rest.replace(/(?<![/.,;:!?)])[/.,;:!?)]+$/, "");
  // A language's home page ends with a slash.
  const meant = `/${language}${trimmed || "/"}`;
  return meant === path ? undefined : meant;
}
