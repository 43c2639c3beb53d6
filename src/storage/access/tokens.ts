import { and, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { scopes as knownScopes, type Scope } from "../../records/schema/publishing-fields.ts";
import type { Database } from "../database.ts";
import { tokens } from "../tables.ts";

export interface Token {
  /** The first digits of the secret's SHA-256, which reveal nothing about the secret. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The languages in which a token of the scope `read-drafts` alone writes drafts. */
  readonly languages: readonly string[];
  /** ISO 8601 in UTC, as are the other times. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** The names of the tokens that created and revoked this one; null if unknown. */
  readonly createdBy: string | null;
  readonly revokedBy: string | null;
}

/** 64 bits, which no two tokens of a library are likely to share. */
const idDigits = 16;

export function isTokenId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/**
 * Finds the token with a secret's SHA-256; undefined if there is none, or it is revoked or expired.
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

/** Lists all tokens, the newest first. Revoked and expired ones stay, as an audit trail of who had access. */
export async function listTokens(database: Database): Promise<Token[]> {
  const rows = await database.select().from(tokens).orderBy(desc(tokens.createdAt), tokens.sha256);
  return rows.map(toToken);
}

/** A token to store. */
export interface NewToken {
  readonly sha256: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly languages: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly createdBy: string;
}

/** Stores a new token. */
export async function insertToken(database: Database, token: NewToken): Promise<Token> {
  const row = {
    ...token,
    scopes: token.scopes.join(" "),
    languages: token.languages.join(" "),
    revokedAt: null,
    revokedBy: null,
  };
  await database.insert(tokens).values(row);
  return toToken(row);
}

/**
 * Revokes a token, unless it is the last valid one with the scope admin: nobody could create tokens then. The
 * check and the write are one statement, so that two requests can't revoke the last two at the same time.
 * @param revokedBy the name of the caller's token
 * @param now ISO 8601 in UTC
 * @returns the token afterwards: `revokedAt` is null if it was not revoked; undefined if none has the id
 */
export async function markTokenRevoked(
  database: Database,
  id: string,
  revokedBy: string,
  now: string,
): Promise<Token | undefined> {
  const isValid = sql`revoked_at is null and expires_at > ${now}`;
  const isAdmin = sql`' ' || scopes || ' ' like '% admin %'`;
  const hasOtherAdmin = sql`exists (select 1 from tokens as other where other.sha256 <> tokens.sha256
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
          sql`(not (${isValid} and ${isAdmin}) or ${hasOtherAdmin})`,
        ),
      ),
    database.select().from(tokens).where(hasId(id)),
  ]);
  return rows[0] && toToken(rows[0]);
}

/** Compares with a range of digests, so that SQLite uses the primary key. */
function hasId(id: string): SQL | undefined {
  return and(gte(tokens.sha256, id), lt(tokens.sha256, `${id}g`));
}

/** A row as a token, without the digest of its secret. */
export function toToken({ sha256, scopes, languages, ...row }: typeof tokens.$inferSelect): Token {
  const names = scopes.split(" ");
  return {
    id: sha256.slice(0, idDigits),
    ...row,
    scopes: knownScopes.filter((scope) => names.includes(scope)),
    languages: languages.split(" ").filter((tag) => tag !== ""),
  };
}
