import { buildId } from "../../../build/browser.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { createToken, revokeToken, tokenRequest } from "../../publishing/tokens.ts";
import { openDatabase } from "../../storage/database.ts";
import { isTokenId, listTokens, type Token } from "../../storage/tokens.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `GET /api/v1/staff/tokens`: every token, without its secret, which nobody has but its bearer. */
export async function getTokens(context: RequestContext): Promise<Response> {
  const now = new Date().toISOString();
  const tokens = await listTokens(openDatabase(context.env.DB));
  return context.json({ items: tokens.map((token) => ({ ...token, state: stateOf(token, now) })) });
}

/** `POST /api/v1/staff/tokens`: a new token; the answer is the only place where its secret ever stands. */
export async function postToken(context: RequestContext): Promise<Response> {
  const request = tokenRequest.safeParse(await readJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const { token, secret } = await createToken(
    openDatabase(context.env.DB),
    request.data,
    context.get("staff"),
    new Date(),
  );
  return context.json({ ...token, state: "active", secret }, 201, {
    Location: `/api/v1/staff/tokens/${token.id}`,
  });
}

/** `DELETE /api/v1/staff/tokens/{id}`: ends a token. */
export async function deleteToken(context: RequestContext): Promise<Response> {
  const id = context.req.param("id") ?? "";
  const now = new Date();
  try {
    const database = openDatabase(context.env.DB);
    const staff = context.get("staff");
    const token = isTokenId(id) ? await revokeToken(database, id, staff, now) : undefined;
    if (token === undefined) {
      const detail = "No token has this id: `videoteca token list` shows those there are.";
      return problem(context, 404, "not-found", "There is no such token", detail);
    }
    return context.json({ ...token, state: stateOf(token, now.toISOString()) });
  } catch (error) {
    return publishingProblem(context, error);
  }
}

/** `GET /api/v1/staff/whoami`: what the token that asks may do, and what answers it. */
export async function getWhoami(context: RequestContext): Promise<Response> {
  const { id, name, scopes, expiresAt } = context.get("token");
  return context.json({ id, name, scopes, expiresAt, build: buildId, now: new Date() });
}

function stateOf({ revokedAt, expiresAt }: Token, now: string): "active" | "expired" | "revoked" {
  return revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "active";
}
