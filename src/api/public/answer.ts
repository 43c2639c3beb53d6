import type { RequestContext } from "../../delivery/http/environment.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";

/**
 * Answers with JSON made from records, or with 304.
 * @param digests the digests of every record that the answer shows
 */
export function respondWithJson<Answer>(
  context: RequestContext,
  digests: readonly (string | undefined)[],
  makeAnswer: () => Answer,
): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return respondWithEtag(context, [context.req.url, ...digests], headers, () =>
    JSON.stringify(makeAnswer()),
  );
}

/** Names the address of a list's next page in the `Link` header (RFC 8288). @param next its cursor */
export function linkToNextPage(context: RequestContext, next: string | undefined): void {
  if (next === undefined) return;
  const address = new URL(context.req.url);
  address.searchParams.set("cursor", next);
  context.header("Link", `<${address.href}>; rel="next"`);
}
