import { and, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { scopes as knownScopes, type Scope } from "../records/schema/publishing-fields.ts";
import type { Database } from "./database.ts";
import { tokens } from "./tables.ts";

export interface Token {
  /** The first digits of the secret's SHA-256: they name the token and tell nothing of the secret. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** ISO 8601 in UTC, as are the others. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** Who made it and who ended it, by the names of their tokens; null where nobody is known. */
  readonly createdBy: string | null;
  readonly revokedBy: string | null;
}

/** 64 bits: two tokens that share them are not to be expected in any library's life. */
const idDigits = 16;

export function isTokenId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/**
 * The token with a secret's SHA-256, or undefined where there is none that still holds.
 * @param now ISO 8601 in UTC
 */
export async function findToken(
  database: Database,
  sha256: string,
  now: string,
): Promise<Token | undefined> {
  const row = await database.select().from(tokens).where(eq(tokens.sha256, sha256)).get();
  if (row === undefined || row.revokedAt !== null || row.expiresAt <= now) return undefined;
  return toToken(row);
}

/** Every token there ever was, the newest first: those that ended tell who could do what, and when. */
export async function listTokens(database: Database): Promise<Token[]> {
  const rows = await database.select().from(tokens).orderBy(desc(tokens.createdAt), tokens.sha256);
  return rows.map(toToken);
}

/** A new token, which is told from the secret by its digest only. */
export interface NewToken {
  readonly sha256: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly createdBy: string;
}

/** Keeps a new token. */
export async function insertToken(database: Database, token: NewToken): Promise<Token> {
  const row = { ...token, scopes: token.scopes.join(" "), revokedAt: null, revokedBy: null };
  await database.insert(tokens).values(row);
  return toToken(row);
}

/**
 * Ends a token, unless it is the last one with the scope admin that still holds: nobody could make
 * another then. One statement decides and writes, so two at once can't end the last two.
 * @param revokedBy who ends it
 * @param now ISO 8601 in UTC
 * @returns the token as it is now: `revokedAt` is null where it was kept; undefined where none has the id
 */
export async function markTokenRevoked(
  database: Database,
  id: string,
  revokedBy: string,
  now: string,
): Promise<Token | undefined> {
  const holds = sql`revoked_at is null and expires_at > ${now}`;
  const isAdmin = sql`' ' || scopes || ' ' like '% admin %'`;
  const another = sql`exists (select 1 from tokens as other where other.sha256 <> tokens.sha256
    and other.revoked_at is null and other.expires_at > ${now}
    and ' ' || other.scopes || ' ' like '% admin %')`;
  const [, rows] = await database.batch([
    database
      .update(tokens)
      .set({ revokedAt: now, revokedBy })
      .where(
        and(
          hasId(id),
          isNull(tokens.revokedAt),
          sql`(not (${holds} and ${isAdmin}) or ${another})`,
        ),
      ),
    database.select().from(tokens).where(hasId(id)),
  ]);
  return rows[0] && toToken(rows[0]);
}

/** By a range, so that the primary key is sought. */
function hasId(id: string): SQL | undefined {
  return and(gte(tokens.sha256, id), lt(tokens.sha256, `${id}g`));
}

function toToken({ sha256, scopes, ...row }: typeof tokens.$inferSelect): Token {
  const named = scopes.split(" ");
  return {
    id: sha256.slice(0, idDigits),
    ...row,
    scopes: knownScopes.filter((scope) => named.includes(scope)),
  };
}
