import { networkOf } from "./client-network.ts";
import type { RequestContext } from "./environment.ts";
import { problem } from "./problem.ts";

/**
 * Counts a request and tells whether its network has made too many. Cloudflare counts in memory, for a
 * minute, at the location that the request reaches; nothing is stored or passed on (docs/search.md).
 * Requests without an address, as in tests, aren't counted.
 */
export async function isRateLimited(context: RequestContext, limit: RateLimit): Promise<boolean> {
  const address = context.req.header("CF-Connecting-IP");
  if (address === undefined) return false;
  // Texts that aren't addresses share a count, so that inventing them doesn't help.
  const { success } = await limit.limit({ key: networkOf(address) ?? "unknown" });
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
