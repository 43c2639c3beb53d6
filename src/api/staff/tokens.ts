import { buildId } from "../../../build/browser.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { createToken, revokeToken } from "../../publishing/access/tokens.ts";
import { isTokenId, listTokens, type Token as StoredToken } from "../../storage/access/tokens.ts";
import { openDatabase } from "../../storage/database.ts";
import {
  type CreatedToken,
  type Token,
  type TokenList,
  tokenRequest,
  type Whoami,
} from "../contract.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `GET /api/v1/staff/tokens`: every token, without its secret, which the library doesn't store. */
export async function getTokens(context: RequestContext): Promise<Response> {
  const now = new Date().toISOString();
  const tokens = await listTokens(openDatabase(context.env.DB));
  return context.json<TokenList>({ items: tokens.map((token) => withState(token, now)) });
}

/** `POST /api/v1/staff/tokens`: creates a token; its secret is in this answer and nowhere else. */
export async function postToken(context: RequestContext): Promise<Response> {
  const request = tokenRequest.safeParse(await readJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const { token, secret } = await createToken(
    openDatabase(context.env.DB),
    request.data,
    context.get("staff"),
    new Date(),
  );
  return context.json<CreatedToken>({ ...token, state: "active", secret }, 201, {
    Location: `/api/v1/staff/tokens/${token.id}`,
  });
}

/** `DELETE /api/v1/staff/tokens/{id}`: revokes a token. */
export async function deleteToken(context: RequestContext): Promise<Response> {
  const id = context.req.param("id") ?? "";
  const now = new Date();
  try {
    const database = openDatabase(context.env.DB);
    const staff = context.get("staff");
    const token = isTokenId(id) ? await revokeToken(database, id, staff, now) : undefined;
    if (token === undefined) {
      const detail = "No token has this id: `videoteca token list` lists them.";
      return problem(context, 404, "not-found", "There is no such token", detail);
    }
    return context.json<Token>(withState(token, now.toISOString()));
  } catch (error) {
    return publishingProblem(context, error);
  }
}

/** `GET /api/v1/staff/whoami`: what the request's own token allows, and which build answers. */
export async function getWhoami(context: RequestContext): Promise<Response> {
  const { id, name, scopes, expiresAt } = context.get("token");
  const now = new Date().toISOString();
  return context.json<Whoami>({ id, name, scopes, expiresAt, build: buildId, now });
}

function withState(token: StoredToken, now: string): Token {
  const { revokedAt, expiresAt } = token;
  const state = revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "active";
  return { ...token, state };
}
