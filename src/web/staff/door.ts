import type { MiddlewareHandler } from "hono";
import { sha256 } from "../../library/digest.ts";
import { openDatabase } from "../../storage/database.ts";
import { findToken, type Scope } from "../../storage/tokens.ts";
import type { Environment } from "../environment.ts";
import { problem } from "../problem.ts";

/**
 * The staff door: lets through who bears a token with the scope. The secret is hashed before it is
 * looked up, so how long a wrong one takes says nothing about the right one.
 */
export function requireScope(scope: Scope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const [, secret] =
      /^Bearer +(\S{1,500})$/i.exec(context.req.header("Authorization") ?? "") ?? [];
    const now = new Date().toISOString();
    const token = await findToken(openDatabase(context.env.DB), await sha256(secret ?? ""), now);
    if (secret === undefined || token === undefined) {
      context.header("WWW-Authenticate", 'Bearer realm="staff"');
      const detail = "Send a staff token as `Authorization: Bearer …`; it may have expired.";
      return problem(context, 401, "unauthorized", "Who are you?", detail);
    }
    if (!token.scopes.includes(scope) && !token.scopes.includes("admin")) {
      const detail = `This token may not do that: it lacks the scope ${scope}.`;
      return problem(context, 403, "forbidden", "Not with this token", detail);
    }
    context.set("staff", token.name);
    await next();
    context.res.headers.set("Cache-Control", "no-store");
    return undefined;
  };
}
