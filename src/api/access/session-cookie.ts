import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { RequestContext } from "../../delivery/http/environment.ts";

/** Only addresses under this path get the cookie: no public address ever does (DESIGN 3). */
const path = "/staff";
const name = "videoteca_session";

/** How long a session's secret may be: ours have 32 characters. */
const maxSecretLength = 100;

/** The secret of the session that a request has; undefined if it has none. */
export function readSessionCookie(context: RequestContext): string | undefined {
  const secret = getCookie(context, name);
  return secret !== undefined && secret !== "" && secret.length <= maxSecretLength
    ? secret
    : undefined;
}

/**
 * Gives the browser a session's secret. Scripts can't read it and no other site's page sends it.
 * @param seconds how long the session lasts
 */
export function setSessionCookie(context: RequestContext, secret: string, seconds: number): void {
  setCookie(context, name, secret, { ...attributes(context), maxAge: seconds });
}

/** Makes the browser forget the session. */
export function deleteSessionCookie(context: RequestContext): void {
  deleteCookie(context, name, attributes(context));
}

function attributes(context: RequestContext) {
  const secure = new URL(context.req.url).protocol === "https:";
  return { path, httpOnly: true, sameSite: "Strict", secure } as const;
}
