import { sha256 } from "../../records/digest.ts";
import { insertSession } from "../../storage/access/sessions.ts";
import { findToken, type Token } from "../../storage/access/tokens.ts";
import type { Database } from "../../storage/database.ts";
import { randomSecret } from "./secret.ts";

/** How long a session lasts, in hours: a working day. */
const sessionHours = 10;
export const sessionSeconds = sessionHours * 3600;

/**
 * Signs somebody in with a staff token.
 * @returns the session's secret, of which only the digest is stored; undefined if the token isn't valid
 */
export async function signIn(
  database: Database,
  tokenSecret: string,
  now: Date,
): Promise<{ readonly secret: string; readonly token: Token } | undefined> {
  const digest = await sha256(tokenSecret);
  const token = await findToken(database, digest, now.toISOString());
  if (tokenSecret === "" || token === undefined) return undefined;
  const secret = randomSecret();
  await insertSession(database, {
    sha256: await sha256(secret),
    token: digest,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + sessionSeconds * 1000).toISOString(),
  });
  return { secret, token };
}
