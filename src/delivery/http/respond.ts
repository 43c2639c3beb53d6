import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { cachedRender, type Rendered } from "./cached-render.ts";
import { failedPrecondition, makeEtag, pageCaching, preconditionAnswer } from "./conditional.ts";
import type { RequestContext } from "./environment.ts";
import { withInlineStyles } from "./inline-styles.ts";

/**
 * Answers with a body made from records, or with 304 if the client has it already, or 412 if it isn't what the
 * client expects: then nothing is rendered and no blob is read.
 * @param parts everything that the body depends on in addition to the build
 * @param render gives the body, or undefined for 404
 */
export async function respondWithEtag(
  context: RequestContext,
  parts: readonly (string | undefined)[],
  headers: Record<string, string>,
  render: (etag: string) => Rendered | Promise<Rendered | undefined>,
): Promise<Response> {
  const etag = await makeEtag(parts);
  const answer = { ETag: etag, "Cache-Control": pageCaching, ...headers };
  const failed = failedPrecondition(context, etag);
  if (failed !== undefined) return preconditionAnswer(context, failed, answer);
  const body = await render(etag);
  return body === undefined ? context.notFound() : context.body(body, 200, answer);
}

/**
 * Answers with a page made from records. The address is part of its ETag, because parameters change what
 * the page shows.
 * @param digests the digests of every record that the page shows
 */
export function respondWithPage(
  context: RequestContext,
  language: string,
  digests: readonly (string | undefined)[],
  render: () => Child,
): Promise<Response> {
  const headers = { "Content-Language": language, "Content-Type": htmlType };
  return respondWithEtag(context, [context.req.url, ...digests], headers, (etag) =>
    // Don't keep what a reader searched for, not even in the Worker's memory.
    context.req.query("q") === undefined
      ? cachedRender(etag, () => renderPage(context, render()))
      : renderPage(context, render()),
  );
}

/** A page's HTML, with the styles that the Worker's code doesn't carry. Every page that readers see is made by it. */
export async function renderPage({ env }: RequestContext, page: Child): Promise<string> {
  return withInlineStyles(env, String(await page));
}

/** Headers of a text that changes with the library's settings at most. Crawlers ask for it often. */
export const hourlyText = {
  "Content-Type": "text/plain; charset=utf-8",
  "Cache-Control": "public, max-age=3600",
};

const htmlType = "text/html; charset=utf-8";

/** Answers with an error page, which no cache keeps. */
export async function respondWithError(
  context: RequestContext,
  status: ContentfulStatusCode,
  page: Child,
): Promise<Response> {
  const headers = { "Content-Type": htmlType, "Cache-Control": "no-store" };
  return context.body(await renderPage(context, page), status, headers);
}
