import type { MiddlewareHandler } from "hono";
import type { RequiredScope } from "../../api/staff/auth.ts";
import type { Environment } from "../../delivery/http/environment.ts";
import { allows } from "../../records/schema/roles.ts";
import { ConsoleLayout, consoleViewOf } from "./layout.tsx";
import { respondWithConsole } from "./respond.ts";

/** Lets a request of a page or form of the console through if the person's role allows it. */
export function requireRole(scope: RequiredScope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    if (scope === "any" || allows(context.get("identity").scopes, scope)) return next();
    const view = consoleViewOf(context, undefined);
    const { strings, reader } = view;
    return respondWithConsole(
      context,
      reader.language,
      <ConsoleLayout view={view} title={strings.notAllowed}>
        <div class="column">
          <h1>{strings.notAllowed}</h1>
          <p>
            <a href="/staff">{strings.works}</a>
          </p>
        </div>
      </ConsoleLayout>,
      403,
    );
  };
}
