import { routePath } from "hono/route";
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
