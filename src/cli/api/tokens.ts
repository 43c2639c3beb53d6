import {
  type CreatedToken,
  createdToken,
  type Token,
  token,
  tokenList,
  type Whoami,
  whoami,
} from "../../api/contract.ts";
import type { Settings } from "../config/settings.ts";
import { fetchStaffApi, sendJson } from "./request.ts";

/** What the command line's own token is. */
export function fetchWhoami(settings: Settings): Promise<Whoami> {
  return fetchStaffApi(settings, "whoami", whoami);
}

/** Lists every token, those that have ended too, the newest first. */
export async function listTokens(settings: Settings): Promise<readonly Token[]> {
  return (await fetchStaffApi(settings, "tokens", tokenList)).items;
}

/**
 * Creates a token. Its secret is in this answer and nowhere else.
 * @param request as the person wrote it; the server checks it and says what is wrong
 */
export function createToken(
  settings: Settings,
  request: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly languages: readonly string[];
    readonly days: number;
  },
): Promise<CreatedToken> {
  return fetchStaffApi(settings, "tokens", createdToken, sendJson("POST", request));
}

/** Revokes a token. */
export function revokeToken(settings: Settings, id: string): Promise<Token> {
  const path = `tokens/${encodeURIComponent(id)}`;
  return fetchStaffApi(settings, path, token, { method: "DELETE" });
}
