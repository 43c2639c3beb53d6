import type { RequestContext } from "../../delivery/http/environment.ts";
import { readSignedToken } from "./signed-token.ts";

/** Cloudflare Access signs who somebody is into this header (Cloudflare One, “Validate JWTs”). */
export const assertionHeader = "Cf-Access-Jwt-Assertion";

interface Assertion {
  readonly email: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/**
 * Reads who Cloudflare Access says it is. Undefined if Access isn't set up, or the assertion is forged, expired, or
 * of another team or application. One for a service has no e-mail address and is refused.
 * @param assertion what the header has
 */
export async function readAssertion(
  { env }: RequestContext,
  assertion: string,
): Promise<Assertion | undefined> {
  const { ACCESS_ISSUER: issuer = "", ACCESS_AUDIENCE: audience = "" } = env;
  // Without an audience the assertions of every application of the team would count.
  if (issuer === "" || audience === "") return undefined;
  try {
    const keys = new URL("/cdn-cgi/access/certs", issuer);
    const expected = { issuer, audience, keys, now: new Date() };
    const claims = await readSignedToken(assertion, expected);
    if (claims === undefined) return undefined;
    return { email: claims.email, expiresAt: new Date(claims.exp * 1000).toISOString() };
  } catch {
    // Whatever is wrong with the assertion; keys that can't be loaded are no reason to let anybody in either.
    return undefined;
  }
}
