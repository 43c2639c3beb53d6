import type { RequestContext } from "./environment.ts";
import { problem } from "./problem.ts";

/**
 * Whether somebody asks too often. Cloudflare counts by address in memory, for a minute, where the request
 * comes in; nothing of it is stored or told to anyone (docs/search.md). Without an address (in tests) nobody
 * is counted.
 */
export async function isRateLimited(context: RequestContext, limit: RateLimit): Promise<boolean> {
  const key = context.req.header("CF-Connecting-IP");
  if (key === undefined) return false;
  const { success } = await limit.limit({ key });
  return !success;
}

/** The limits' period in seconds, as wrangler.toml has it: for `Retry-After`. */
export const retryAfterSeconds = "60";

/** 429 for a program. */
export function tooManyRequests(context: RequestContext): Response {
  context.header("Retry-After", retryAfterSeconds);
  const detail = `Wait ${retryAfterSeconds} seconds before you ask again.`;
  return problem(context, 429, "too-many-requests", "You ask too often", detail);
}
