import type { MiddlewareHandler } from "hono";
import type { RequiredScope } from "../../api/staff/auth.ts";
import type { Environment } from "../../delivery/http/environment.ts";
import { allows } from "../../records/schema/roles.ts";
import { respondWithColumn } from "./column.tsx";
import { consoleViewOf } from "./layout.tsx";

/** Lets a request of a page or form of the console through if the person's role allows it. */
export function requireRole(scope: RequiredScope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    if (scope === "any" || allows(context.get("identity").scopes, scope)) return next();
    const view = await consoleViewOf(context, undefined);
    const { strings } = view;
    return respondWithColumn(context, view, {
      title: strings.notAllowed,
      status: 403,
      content: (
        <>
          <p>
            <a href="/staff">{strings.works}</a>
          </p>
        </>
      ),
    });
  };
}
