import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { cachedRender, type Rendered } from "./cached-render.ts";
import { makeEtag, matchesEtag, pageCaching } from "./conditional.ts";
import type { RequestContext } from "./environment.ts";

/**
 * Answers with what is made from records, or with 304 where the reader has it already: then nothing is
 * made, and no blob is read.
 * @param parts all that the answer depends on, beside the build
 * @param make the answer's text or bytes, undefined where there is none after all
 */
export async function respondWithEtag(
  context: RequestContext,
  parts: readonly (string | undefined)[],
  headers: Record<string, string>,
  make: (etag: string) => Rendered | Promise<Rendered | undefined>,
): Promise<Response> {
  const etag = await makeEtag(parts);
  const answer = { ETag: etag, "Cache-Control": pageCaching, ...headers };
  if (matchesEtag(context.req.header("If-None-Match"), etag))
    return context.body(null, 304, answer);
  const body = await make(etag);
  return body === undefined ? context.notFound() : context.body(body, 200, answer);
}

/**
 * Answers with a page made from records. The address is part of its ETag, as parameters change what is
 * shown.
 * @param digests the digests of all that the page shows
 */
export function respondWithPage(
  context: RequestContext,
  language: string,
  digests: readonly (string | undefined)[],
  render: () => Child,
): Promise<Response> {
  const headers = { "Content-Language": language, "Content-Type": htmlType };
  return respondWithEtag(context, [context.req.url, ...digests], headers, (etag) =>
    // What somebody looked for is kept nowhere, not even until the Worker ends.
    context.req.query("q") === undefined
      ? cachedRender(etag, async () => String(await render()))
      : Promise.resolve(render()).then(String),
  );
}

const htmlType = "text/html; charset=utf-8";

/** Answers with an error as a page, which nobody keeps. */
export async function respondWithError(
  context: RequestContext,
  status: ContentfulStatusCode,
  page: Child,
): Promise<Response> {
  const headers = { "Content-Type": htmlType, "Cache-Control": "no-store" };
  return context.body(String(await page), status, headers);
}
