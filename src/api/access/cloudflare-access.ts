import { createRemoteJWKSet, jwtVerify } from "jose";
import type { RequestContext } from "../../delivery/http/environment.ts";

/** Cloudflare Access signs who somebody is into this header (Cloudflare One, “Validate JWTs”). */
export const assertionHeader = "Cf-Access-Jwt-Assertion";

/** What Cloudflare Access signs with; named, so that a token can't choose its own (RFC 8725 §3.1). */
const algorithms = ["RS256", "ES256"];

/** How far our clock may be from Cloudflare's, in seconds: a token made just now isn't refused. */
const clockTolerance = 10;

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
  // Without an audience jose would accept the assertions of every application of the team.
  if (issuer === "" || audience === "") return undefined;
  try {
    const { payload } = await jwtVerify(assertion, keysOf(issuer), {
      algorithms,
      audience,
      issuer,
      clockTolerance,
      requiredClaims: ["exp", "iat", "email"],
    });
    const { email, exp } = payload;
    if (typeof email !== "string" || email === "" || exp === undefined) return undefined;
    return { email, expiresAt: new Date(exp * 1000).toISOString() };
  } catch {
    // Whatever is wrong with the assertion; keys that can't be loaded are no reason to let anybody in either.
    return undefined;
  }
}

/** Cloudflare changes its keys every six weeks: they are loaded once in a Worker's life, then as jose finds new ones. */
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keysOf(issuer: string): ReturnType<typeof createRemoteJWKSet> {
  const known = keySets.get(issuer);
  if (known !== undefined) return known;
  const keys = createRemoteJWKSet(new URL("/cdn-cgi/access/certs", issuer));
  keySets.set(issuer, keys);
  return keys;
}
