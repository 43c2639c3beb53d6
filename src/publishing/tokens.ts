import * as z from "zod";
import { sha256 } from "../records/digest.ts";
import type { Database } from "../storage/database.ts";
import { insertToken, markTokenRevoked, scopes, type Token } from "../storage/tokens.ts";
import { PublishingError } from "./publishing-error.ts";
import { randomSecret } from "./secret.ts";

/** How long a token holds where nobody says otherwise, and at most; in days. */
const usualDays = 90;
const mostDays = 366;

/** What a new token needs. */
export const tokenRequest = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "say whose it is, or what it is for")
    .max(80, "takes 80 characters at most")
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, "takes no control characters"),
  scopes: z
    .array(z.enum(scopes, `takes ${scopes.join(", ")}`))
    .min(1, `name at least one of ${scopes.join(", ")}`)
    .transform((named) => scopes.filter((scope) => named.includes(scope))),
  days: z
    .int("takes a whole number of days")
    .min(1, "takes 1 day at least")
    .max(mostDays, `takes ${mostDays} days at most`)
    .default(usualDays),
});

/**
 * Makes a token. Its secret is in this answer and nowhere else: the library keeps its SHA-256.
 * The secret has 192 random bits, so a plain digest is as good as a slow one (nobody can guess it).
 * @param createdBy who makes it, for the audit trail
 */
export async function createToken(
  database: Database,
  { name, scopes, days }: z.infer<typeof tokenRequest>,
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
