import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { etagOf, namesEtag, pageCaching } from "./conditional.ts";
import type { RequestContext } from "./environment.ts";
import { renderOnce } from "./rendered.ts";

/**
 * Answers with a page made from records, or with 304 where the reader has it already: then nothing is
 * rendered. The address is part of the ETag, as parameters change what is shown.
 * @param digests the digests of all that the page shows
 */
export async function respondWithPage(
  context: RequestContext,
  language: string,
  digests: readonly (string | undefined)[],
  render: () => Child,
): Promise<Response> {
  const etag = await etagOf([context.req.url, ...digests]);
  const headers = { ETag: etag, "Cache-Control": pageCaching, "Content-Language": language };
  if (namesEtag(context.req.header("If-None-Match"), etag)) {
    return context.body(null, 304, headers);
  }
  const page = await renderOnce(etag, async () => String(await render()));
  return respondWithHtml(context, 200, page, headers);
}

/** Answers with rendered JSX; pages with an error status aren't cached unless `headers` say so. */
export async function respondWithHtml(
  context: RequestContext,
  status: ContentfulStatusCode,
  page: Child,
  headers: Record<string, string> = { "Cache-Control": "no-store" },
): Promise<Response> {
  const text = String(await page);
  return context.body(text, status, { "Content-Type": "text/html; charset=utf-8", ...headers });
}
