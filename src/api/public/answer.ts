import { cachedRender } from "../../delivery/http/cached-render.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";

/**
 * Answers with JSON made from records, or with 304. The Worker remembers it by its ETag.
 * @param parts everything that the answer depends on in addition to its address: the versions of every record
 */
export function respondWithJson<Answer>(
  context: RequestContext,
  parts: readonly (string | undefined)[],
  makeAnswer: () => Answer,
): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return respondWithEtag(context, [context.req.url, ...parts], headers, (etag) =>
    cachedRender(etag, () => JSON.stringify(makeAnswer())),
  );
}

/** Names the address of a list's next page in the `Link` header (RFC 8288). @param next its cursor */
export function linkToNextPage(context: RequestContext, next: string | undefined): void {
  if (next === undefined) return;
  const address = new URL(context.req.url);
  address.searchParams.set("cursor", next);
  context.header("Link", `<${address.href}>; rel="next"`);
}
