import type { MiddlewareHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { isRateLimited, tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { sha256 } from "../../records/digest.ts";
import type { Scope } from "../../records/schema/publishing-fields.ts";
import { openDatabase } from "../../storage/database.ts";
import { findToken } from "../../storage/tokens.ts";

/** A scope, or any valid token. */
export type RequiredScope = Scope | "any";

/**
 * Lets requests through that have a token with the scope. The secret is hashed before it is looked up, so
 * how long a wrong one takes says nothing about a right one. Hono's bearerAuth isn't used: it answers a
 * missing or malformed header before any lookup, which makes the cost differ, and by exceptions.
 */
export function requireScope(scope: RequiredScope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const secret = parseBearer(context.req.header("Authorization"));
    const now = new Date().toISOString();
    const token = await findToken(openDatabase(context.env.DB), await sha256(secret ?? ""), now);
    if (secret === undefined || token === undefined) {
      if (await isRateLimited(context, context.env.STAFF_LIMIT)) return tooManyRequests(context);
      context.header("WWW-Authenticate", 'Bearer realm="staff"');
      const detail =
        "Send a valid staff token as `Authorization: Bearer …`. It may be wrong, expired or revoked.";
      return problem(context, 401, "unauthorized", "A staff token is needed", detail);
    }
    if (scope !== "any" && !sufficientScopes[scope].some((one) => token.scopes.includes(one))) {
      const detail = `The token doesn't have the scope ${scope}, which this request needs.`;
      return problem(context, 403, "forbidden", "The token doesn't allow this", detail);
    }
    context.set("staff", token.name);
    context.set("token", token);
    await next();
    context.res.headers.set("Cache-Control", "no-store");
    return undefined;
  };
}

/** How long a secret may be: the library's own have 42 characters. */
const maxSecretLength = 500;

/** The secret in an `Authorization` header (RFC 6750 §2.1); undefined if it has none. */
function parseBearer(header: string | undefined): string | undefined {
  const [, secret] = /^Bearer +(\S+)$/i.exec(header ?? "") ?? [];
  return secret !== undefined && secret.length <= maxSecretLength ? secret : undefined;
}

/** The scopes that each allow it: `publish` includes `read-drafts`, and `admin` includes both. */
const sufficientScopes: Readonly<Record<Scope, readonly Scope[]>> = {
  "read-drafts": ["read-drafts", "publish", "admin"],
  publish: ["publish", "admin"],
  admin: ["admin"],
};
