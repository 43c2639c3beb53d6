import type { MiddlewareHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { isRateLimited, tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { sha256 } from "../../records/digest.ts";
import type { Scope } from "../../records/schema/publishing-fields.ts";
import { openDatabase } from "../../storage/database.ts";
import { findToken } from "../../storage/tokens.ts";

/** What a door asks for: a scope, or just any token that holds. */
export type RequiredScope = Scope | "any";

/**
 * The staff door: lets through who bears a token with the scope. The secret is hashed before it is
 * looked up, so how long a wrong one takes says nothing about the right one.
 */
export function requireScope(scope: RequiredScope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const [, secret] =
      /^Bearer +(\S{1,500})$/i.exec(context.req.header("Authorization") ?? "") ?? [];
    const now = new Date().toISOString();
    const token = await findToken(openDatabase(context.env.DB), await sha256(secret ?? ""), now);
    if (secret === undefined || token === undefined) {
      if (await isRateLimited(context, context.env.STAFF_LIMIT)) return tooManyRequests(context);
      context.header("WWW-Authenticate", 'Bearer realm="staff"');
      const detail = "Send a staff token as `Authorization: Bearer …`; it may have expired.";
      return problem(context, 401, "unauthorized", "Who are you?", detail);
    }
    if (scope !== "any" && !enough[scope].some((sufficient) => token.scopes.includes(sufficient))) {
      const detail = `This token may not do that: it lacks the scope ${scope}.`;
      return problem(context, 403, "forbidden", "Not with this token", detail);
    }
    context.set("staff", token.name);
    context.set("token", token);
    await next();
    context.res.headers.set("Cache-Control", "no-store");
    return undefined;
  };
}

/** The scopes that each let through: who may publish sees drafts, and an administrator may do all. */
const enough: Readonly<Record<Scope, readonly Scope[]>> = {
  "read-drafts": ["read-drafts", "publish", "admin"],
  publish: ["publish", "admin"],
  admin: ["admin"],
};
