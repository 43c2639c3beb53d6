import type { MiddlewareHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { isRateLimited, tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { sha256 } from "../../records/digest.ts";
import type { Scope } from "../../records/schema/publishing-fields.ts";
import { allows, draftLanguagesOf } from "../../records/schema/roles.ts";
import { findToken } from "../../storage/access/tokens.ts";
import { openDatabase } from "../../storage/database.ts";
import { rememberValidSecrets } from "../access/valid-secrets.ts";

/** A scope, or any valid token. */
export type RequiredScope = Scope | "any";

/**
 * Lets requests through that have a token with the scope. Requests are counted by network before D1 is asked,
 * except for those with a token that was valid a moment ago. The secret is hashed before it is
 * looked up, so how long a wrong one takes says nothing about a right one. Hono's bearerAuth isn't used: it
 * answers a missing or malformed header before any lookup, which makes the cost differ, and by exceptions.
 */
export function requireScope(scope: RequiredScope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const secret = parseBearer(context.req.header("Authorization"));
    const now = new Date();
    const digest = await sha256(secret ?? "");
    if (
      !validTokens.wasValid(digest, now) &&
      (await isRateLimited(context, context.env.STAFF_LIMIT))
    ) {
      return tooManyRequests(context);
    }
    const token = await findToken(openDatabase(context.env.DB), digest, now.toISOString());
    if (secret === undefined || token === undefined) {
      validTokens.remove(digest);
      context.header("WWW-Authenticate", 'Bearer realm="staff"');
      const detail =
        "Send a valid staff token as `Authorization: Bearer …`. It may be wrong, expired or revoked.";
      return problem(context, 401, "unauthorized", "A staff token is needed", detail);
    }
    validTokens.add(digest, now);
    if (scope !== "any" && !allows(token.scopes, scope)) {
      const detail = `The token doesn't have the scope ${scope}, which this request needs.`;
      return problem(context, 403, "forbidden", "The token doesn't allow this", detail);
    }
    context.set("staff", token.name);
    context.set("token", { ...token, draftLanguages: draftLanguagesOf(token) });
    await next();
    context.res.headers.set("Cache-Control", "no-store");
    return undefined;
  };
}

const validTokens = rememberValidSecrets();

/** How long a secret may be: the library's own have 42 characters. */
const maxSecretLength = 500;

/** The secret in an `Authorization` header (RFC 6750 §2.1); undefined if it has none. */
function parseBearer(header: string | undefined): string | undefined {
  const [, secret] = /^Bearer +(\S+)$/i.exec(header ?? "") ?? [];
  return secret !== undefined && secret.length <= maxSecretLength ? secret : undefined;
}
