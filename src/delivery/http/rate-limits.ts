import type { RequestContext } from "./environment.ts";
import { problem } from "./problem.ts";

/**
 * Counts a request and tells whether its IP address has made too many. Cloudflare counts in memory, for a
 * minute, at the location that the request reaches; nothing is stored or passed on (docs/search.md).
 * Requests without an address, as in tests, aren't counted.
 */
export async function isRateLimited(context: RequestContext, limit: RateLimit): Promise<boolean> {
  const key = context.req.header("CF-Connecting-IP");
  if (key === undefined) return false;
  const { success } = await limit.limit({ key });
  return !success;
}

/** The period of the limits in wrangler.toml, for `Retry-After`. */
export const retryAfterSeconds = "60";

/** 429 as a problem document. */
export function tooManyRequests(context: RequestContext): Response {
  context.header("Retry-After", retryAfterSeconds);
  const detail = `Wait ${retryAfterSeconds} seconds and try again.`;
  return problem(context, 429, "too-many-requests", "Too many requests", detail);
}
