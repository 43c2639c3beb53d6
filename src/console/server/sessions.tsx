import type { RequestContext } from "../../delivery/http/environment.ts";
import { allows } from "../../records/schema/roles.ts";
import { listSessions, revokeSession } from "../../storage/access/sessions.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { respondWithColumn } from "./column.tsx";
import { consoleViewOf, FormToken } from "./layout.tsx";
import { formatTime } from "./time.tsx";

/** Whose sessions a person may see and end: an admin everybody's, others those of their own token. */
function ownTokenOf(context: RequestContext): string | undefined {
  const { scopes, session } = context.get("identity");
  return allows(scopes, "admin") ? undefined : (session?.tokenId ?? "none");
}

/** `GET /staff/sessions`: which browsers are signed in. */
export async function sessionsPage(context: RequestContext): Promise<Response> {
  const database = openDatabase(context.env.DB);
  const now = new Date().toISOString();
  const [library, sessions] = await Promise.all([
    readLibrary(database),
    listSessions(database, now, ownTokenOf(context)),
  ]);
  const view = await consoleViewOf(context, library?.record);
  const { strings, reader, identity } = view;
  return respondWithColumn(context, view, {
    title: strings.sessions,
    content: (
      <>
        <p class="help">{strings.sessionsHelp}</p>
        <ul class="rows">
          {sessions.map(({ id, token, createdAt, expiresAt }) => (
            <li>
              <p>
                <strong>{token.name}</strong>{" "}
                {id === identity?.session?.id && <span class="label">{strings.thisBrowser}</span>}
              </p>
              <p class="facts">
                <span>{strings.signedIn(formatTime(createdAt, reader.language))}</span>
                <span>{strings.validUntil(formatTime(expiresAt, reader.language))}</span>
              </p>
              <form method="post" action={`/staff/sessions/${id}/end`}>
                <FormToken view={view} />
                <button type="submit">
                  {strings.endSession}
                  <span class="visually-hidden">: {token.name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

/** `POST /staff/sessions/{id}/end`: signs a browser out, from anywhere. */
export async function postEndSession(context: RequestContext): Promise<Response> {
  await revokeSession(openDatabase(context.env.DB), context.req.param("id") ?? "", {
    by: context.get("staff"),
    now: new Date().toISOString(),
    tokenId: ownTokenOf(context),
  });
  return context.redirect("/staff/sessions", 303);
}
