import type { TokenRequest } from "../api/contract/tokens.ts";
import { sha256 } from "../records/digest.ts";
import type { Database } from "../storage/database.ts";
import { insertToken, markTokenRevoked, type Token } from "../storage/tokens.ts";
import { PublishingError } from "./publishing-error.ts";
import { randomSecret } from "./secret.ts";

/**
 * Makes a token. Its secret is in this answer and nowhere else: the library keeps its SHA-256.
 * The secret has 192 random bits, so a plain digest is as good as a slow one (nobody can guess it).
 * @param createdBy who makes it, for the audit trail
 */
export async function createToken(
  database: Database,
  { name, scopes, days }: TokenRequest,
  createdBy: string,
  now: Date,
): Promise<{ token: Token; secret: string }> {
  const secret = `videoteca_${randomSecret()}`;
  const expires = new Date(now.getTime() + days * millisecondsADay);
  const token = await insertToken(database, {
    sha256: await sha256(secret),
    name,
    scopes,
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
    createdBy,
  });
  return { token, secret };
}

const millisecondsADay = 86_400_000;

/**
 * Ends a token; one that has ended already stays as it is.
 * @param revokedBy who ends it, for the audit trail
 * @returns undefined where no token has the id
 * @throws Refusal where nobody could make a token afterwards
 */
export async function revokeToken(
  database: Database,
  id: string,
  revokedBy: string,
  now: Date,
): Promise<Token | undefined> {
  const token = await markTokenRevoked(database, id, revokedBy, now.toISOString());
  if (token === undefined || token.revokedAt !== null) return token;
  throw new PublishingError(
    "last-admin",
    `“${token.name}” is the last token with the scope admin: without it nobody could make another. Make a new one first (videoteca token create --scopes admin), then revoke this one with it.`,
  );
}
