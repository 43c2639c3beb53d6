import * as z from "zod";
import type { Settings } from "../config/settings.ts";
import { parseAnswer, requestStaffApi } from "./client.ts";

/** The library's tokens, and who bears ours: what the command line asks of them. */

const token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  createdBy: z.string().nullable(),
  revokedBy: z.string().nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});
const created = token.extend({ secret: z.string() });
const listed = z.object({ items: z.array(token) });
const whoami = token.pick({ id: true, name: true, scopes: true, expiresAt: true }).extend({
  build: z.string(),
  now: z.string(),
});

export type Token = z.infer<typeof token>;
export type Whoami = z.infer<typeof whoami>;

/** What our own token is. */
export async function fetchWhoami(settings: Settings): Promise<Whoami> {
  return parseAnswer(whoami, await requestStaffApi(settings, "whoami"), settings.url);
}

/** Every token there ever was, the newest first. */
export async function listTokens(settings: Settings): Promise<Token[]> {
  return parseAnswer(listed, await requestStaffApi(settings, "tokens"), settings.url).items;
}

/** Makes a token; its secret is in this answer and nowhere else. */
export async function createToken(
  settings: Settings,
  wanted: { name: string; scopes: string[]; days: number },
): Promise<z.infer<typeof created>> {
  const answer = await requestStaffApi(settings, "tokens", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wanted),
  });
  return parseAnswer(created, answer, settings.url);
}

/** Ends a token. */
export async function revokeToken(settings: Settings, id: string): Promise<Token> {
  const path = `tokens/${encodeURIComponent(id)}`;
  return parseAnswer(
    token,
    await requestStaffApi(settings, path, { method: "DELETE" }),
    settings.url,
  );
}
