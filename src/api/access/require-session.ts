import type { MiddlewareHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { allows } from "../../records/schema/roles.ts";
import type { RequiredScope } from "../staff/auth.ts";

/** Lets a request of `/staff/api/…` through if the person's role allows it; the console's guard has found who it is. */
export function requireSession(scope: RequiredScope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const { scopes } = context.get("identity");
    if (scope !== "any" && !allows(scopes, scope)) {
      const detail = `Your role doesn't have the scope ${scope}, which this request needs.`;
      return problem(context, 403, "forbidden", "Your role doesn't allow this", detail);
    }
    return next();
  };
}
