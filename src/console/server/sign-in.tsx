import type { ContentfulStatusCode } from "hono/utils/http-status";
import { deleteSessionCookie, setSessionCookie } from "../../api/access/session-cookie.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { readForm } from "../../delivery/http/form.ts";
import { isRateLimited, retryAfterSeconds } from "../../delivery/http/rate-limits.ts";
import { sessionSeconds, signIn } from "../../publishing/access/sessions.ts";
import { revokeSession } from "../../storage/access/sessions.ts";
import { openDatabase } from "../../storage/database.ts";
import { respondWithColumn } from "./column.tsx";
import { consoleViewOf } from "./layout.tsx";
import { Resend, type SentFields } from "./resend.tsx";

interface SignInState {
  readonly status: ContentfulStatusCode;
  readonly error?: "wrongToken" | "tooManyTries";
  /** The path to go on to; by default the one that was asked for. */
  readonly next?: string;
  /** What was sent after the session had ended, to be sent again. */
  readonly fields?: SentFields;
}

/** What everybody gets who isn't signed in. It reads nothing from D1, and says nothing about the library. */
export async function signInPage(
  context: RequestContext,
  { status, error, next = context.req.path, fields }: SignInState,
): Promise<Response> {
  const view = await consoleViewOf(context, undefined);
  const { strings } = view;
  return respondWithColumn(context, view, {
    title: strings.signIn,
    isNarrow: true,
    status,
    content: (
      <>
        {error !== undefined && (
          <p class="warning" role="alert" id="sign-in-error">
            {strings[error]}
          </p>
        )}
        {fields !== undefined && (
          <p class="warning" role="alert">
            {strings.sessionEnded}
          </p>
        )}
        <form
          method="post"
          action="/staff/sign-in"
          class="fields"
          target={fields === undefined ? undefined : "_blank"}
        >
          <input type="hidden" name="next" value={next} />
          <label for="secret">{strings.staffToken}</label>
          <input
            id="secret"
            name="secret"
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby={error === undefined ? "sign-in-help" : "sign-in-error sign-in-help"}
          />
          <p id="sign-in-help" class="help">
            {strings.signInHelp}
          </p>
          <button type="submit" class="primary">
            {strings.signIn}
          </button>
        </form>
        {fields !== undefined && <Resend view={view} path={context.req.path} fields={fields} />}
        {error === undefined && next !== "/staff" && (
          <p class="help">
            {strings.openedFromElsewhere} <a href={next}>{strings.openedFromElsewhereLink}</a>.
          </p>
        )}
      </>
    ),
  });
}

/** `POST /staff/sign-in`: a staff token becomes a session. */
export async function postSignIn(context: RequestContext): Promise<Response> {
  const form = await readForm(context);
  const next = pathAfterSignIn(form.next);
  if (await isRateLimited(context, context.env.STAFF_LIMIT)) {
    context.header("Retry-After", retryAfterSeconds);
    return signInPage(context, { status: 429, error: "tooManyTries", next });
  }
  const secret = typeof form.secret === "string" ? form.secret.trim() : "";
  const signedIn = await signIn(openDatabase(context.env.DB), secret, new Date());
  if (signedIn === undefined) {
    return signInPage(context, { status: 401, error: "wrongToken", next });
  }
  setSessionCookie(context, signedIn.secret, sessionSeconds);
  return context.redirect(next, 303);
}

/** A page of the console, and nothing else that a form may name: `//elsewhere.example` is another site. */
function pathAfterSignIn(value: unknown): string {
  return typeof value === "string" && /^\/staff(?:\/(?!api\/)[a-z0-9/-]*)?$/.test(value)
    ? value
    : "/staff";
}

/** `POST /staff/sign-out`: ends this session, in D1 too. */
export async function postSignOut(context: RequestContext): Promise<Response> {
  const { session, name } = context.get("identity");
  if (session !== undefined) {
    const ending = { by: name, now: new Date().toISOString(), tokenId: session.tokenId };
    await revokeSession(openDatabase(context.env.DB), session.id, ending);
  }
  deleteSessionCookie(context);
  return context.redirect("/staff", 303);
}
