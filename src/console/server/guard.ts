import type { MiddlewareHandler } from "hono";
import { hasFormToken } from "../../api/access/form-token.ts";
import { identify } from "../../api/access/identify.ts";
import { foreignRequest, isFromOwnPage, isUnsafe } from "../../api/access/own-origin.ts";
import {
  maxDraftFormBytes,
  maxFormBytes,
  maxOptionsBytes,
} from "../../api/contract/body-limits.ts";
import { limitBody } from "../../delivery/http/body-limit.ts";
import type { Environment, RequestContext } from "../../delivery/http/environment.ts";
import { isForm } from "../../delivery/http/form.ts";
import { problem } from "../../delivery/http/problem.ts";
import { tooManyRequests } from "../../delivery/http/rate-limits.ts";
import { expiredFormPage, sentFields } from "./resend.tsx";
import { signInPage } from "./sign-in.tsx";

/** The one address that changes something before anybody is signed in. */
export const signInPath = "/staff/sign-in";

/**
 * Stands before every address of the console, of its pages and of `/staff/api/…`. Nobody but a signed-in person gets
 * anything but the sign-in page or 401, and no change is made that another site's page asked for.
 */
export const guardConsole: MiddlewareHandler<Environment> = async (context, next) => {
  const refusal = await refuse(context);
  if (refusal !== undefined) context.res = refusal;
  else await next();
  context.res.headers.set("Cache-Control", "no-store");
  context.res.headers.set("X-Robots-Tag", "noindex, nofollow");
};

/** Nobody is signed in yet: it has a token alone. */
const limitSignIn = limitBody(maxOptionsBytes);
const limitDraft = limitBody(maxDraftFormBytes);
const limitForm = limitBody(maxFormBytes);

/** Refuses a form that is too large, before it is read. */
export const limitForms: MiddlewareHandler<Environment> = (context, next) => {
  if (!isForm(context)) return next();
  const { path } = context.req;
  if (path === signInPath) return limitSignIn(context, next);
  const isDraft = /^\/staff\/works\/[^/]+\/drafts\//.test(path);
  return (isDraft ? limitDraft : limitForm)(context, next);
};

async function refuse(context: RequestContext): Promise<Response | undefined> {
  const { method, path } = context.req;
  const changes = isUnsafe(method);
  const isForeign = changes && !isFromOwnPage(context);
  if (path === signInPath && method === "POST")
    return isForeign ? foreignRequest(context) : undefined;
  const identity = await identify(context);
  if (identity === "limited") return tooManyRequests(context);
  if (identity === undefined) return askToSignIn(context, isForeign);
  if (isForeign) return foreignRequest(context);
  context.set("identity", identity);
  if (changes && !(await hasFormToken(context, identity.formToken))) {
    const fields = await sentFields(context);
    if (fields !== undefined) return expiredFormPage(context, fields);
    const detail =
      "The form isn't of this session: go back, load the page again, and send it once more.";
    return problem(context, 403, "forbidden", "This form is no longer valid", detail);
  }
  context.set("staff", identity.name);
  const { name, scopes, draftLanguages, expiresAt, session } = identity;
  context.set("token", { id: session?.tokenId ?? "", name, scopes, draftLanguages, expiresAt });
  return undefined;
}

async function askToSignIn(context: RequestContext, isForeign: boolean): Promise<Response> {
  const { method, path } = context.req;
  if (!isUnsafe(method) && method !== "OPTIONS" && !path.startsWith("/staff/api/")) {
    return signInPage(context, { status: path === "/staff" ? 200 : 401 });
  }
  // What another site's page sent must never be offered to be sent again.
  const fields = isForeign ? undefined : await sentFields(context);
  if (fields !== undefined) return signInPage(context, { status: 401, fields, next: "/staff" });
  const detail = "Sign in at /staff with a staff token. Your session may have ended.";
  return problem(context, 401, "unauthorized", "You aren't signed in", detail);
}
