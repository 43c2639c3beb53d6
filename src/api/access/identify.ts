import type { Identity, RequestContext } from "../../delivery/http/environment.ts";
import { isRateLimited } from "../../delivery/http/rate-limits.ts";
import { sha256 } from "../../records/digest.ts";
import { draftLanguagesOf, roleOf, scopesOf } from "../../records/schema/roles.ts";
import { findMember } from "../../storage/access/members.ts";
import { findSession } from "../../storage/access/sessions.ts";
import { openDatabase } from "../../storage/database.ts";
import { assertionHeader, readAssertion } from "./cloudflare-access.ts";
import { formTokenOf } from "./form-token.ts";
import { readSessionCookie } from "./session-cookie.ts";
import { rememberValidSecrets } from "./valid-secrets.ts";

/**
 * Who is signed in: by a session, else by Cloudflare Access. Undefined if nobody is.
 * @returns `"limited"` if the network has sent too many secrets that nobody has
 */
export async function identify(context: RequestContext): Promise<Identity | "limited" | undefined> {
  const now = new Date();
  const secret = readSessionCookie(context);
  if (secret !== undefined) {
    const identity = await identifyBySession(context, secret, now);
    if (identity !== undefined) return identity;
  }
  return identifyByAccess(context);
}

async function identifyBySession(
  context: RequestContext,
  secret: string,
  now: Date,
): Promise<Identity | "limited" | undefined> {
  const digest = await sha256(secret);
  if (
    !validSessions.wasValid(digest, now) &&
    (await isRateLimited(context, context.env.STAFF_LIMIT))
  ) {
    return "limited";
  }
  const session = await findSession(openDatabase(context.env.DB), digest, now.toISOString());
  const role = session && roleOf(session.token.scopes);
  if (session === undefined || role === undefined) {
    validSessions.remove(digest);
    return undefined;
  }
  validSessions.add(digest, now);
  const { id, token, expiresAt } = session;
  return {
    name: token.name,
    scopes: token.scopes,
    role,
    draftLanguages: draftLanguagesOf(token),
    formToken: await formTokenOf(secret),
    expiresAt,
    session: { id, tokenId: token.id },
  };
}

async function identifyByAccess(
  context: RequestContext,
): Promise<Identity | "limited" | undefined> {
  const sent = context.req.header(assertionHeader);
  if (sent === undefined) return undefined;
  const assertion = await readAssertion(context, sent);
  if (assertion === undefined) {
    return (await isRateLimited(context, context.env.STAFF_LIMIT)) ? "limited" : undefined;
  }
  const member = await findMember(openDatabase(context.env.DB), assertion.email);
  if (member === undefined) return undefined;
  return {
    name: member.name,
    scopes: scopesOf(member.role),
    role: member.role,
    draftLanguages:
      member.role !== "translator" || member.languages.length === 0 ? "all" : member.languages,
    formToken: await formTokenOf(sent),
    expiresAt: assertion.expiresAt,
    session: undefined,
  };
}

const validSessions = rememberValidSecrets();
