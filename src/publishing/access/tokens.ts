import type { TokenRequest } from "../../api/contract/tokens.ts";
import { sha256 } from "../../records/digest.ts";
import { insertToken, markTokenRevoked, type Token } from "../../storage/access/tokens.ts";
import type { Database } from "../../storage/database.ts";
import { PublishingError } from "../publishing-error.ts";
import { randomSecret } from "./secret.ts";

/**
 * Creates a token. Only the secret's SHA-256 is stored, so it can't be read again. A plain digest is safe here,
 * without a slow password hash, as 192 random bits can't be guessed.
 * @param createdBy the name of the creator's token, for the audit trail
 */
export async function createToken(
  database: Database,
  { name, scopes, languages, days }: TokenRequest,
  createdBy: string,
  now: Date,
): Promise<{ token: Token; secret: string }> {
  const secret = `videoteca_${randomSecret()}`;
  const expires = new Date(now.getTime() + days * millisecondsPerDay);
  const token = await insertToken(database, {
    sha256: await sha256(secret),
    name,
    scopes,
    languages,
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
    createdBy,
  });
  return { token, secret };
}

const millisecondsPerDay = 86_400_000;

/**
 * Revokes a token. Does nothing if it is revoked already.
 * @param revokedBy the name of the caller's token, for the audit trail
 * @returns undefined if no token has the id
 * @throws PublishingError if it is the last token that can create tokens
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
    `“${token.name}” is the last token with the scope admin, and only such a token can create others. Create a new one first (videoteca token create --scopes admin), then revoke this one with it.`,
  );
}
