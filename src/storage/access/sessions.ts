import { and, desc, eq, gt, gte, isNull, lt, lte } from "drizzle-orm";
import type { Database } from "../database.ts";
import { sessions, tokens } from "../tables.ts";
import { isTokenId, type Token, toToken } from "./tokens.ts";

/** A person who is signed in to the console, in one browser. */
export interface Session {
  /** The first digits of the SHA-256 of its secret, which reveal nothing about the secret. */
  readonly id: string;
  /** ISO 8601 in UTC, as is the next. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The token that it was made with, which says who the person is and what they may do. */
  readonly token: Token;
}

export interface NewSession {
  /** Of the session's secret, which isn't stored. */
  readonly sha256: string;
  /** The SHA-256 of the token's secret. */
  readonly token: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Stores a session, and deletes those whose time is over. */
export async function insertSession(database: Database, session: NewSession): Promise<void> {
  await database.batch([
    database.delete(sessions).where(lte(sessions.expiresAt, session.createdAt)),
    database.insert(sessions).values(session),
  ]);
}

/**
 * Finds the session with a secret's SHA-256; undefined if there is none, or it or its token ended.
 * @param now ISO 8601 in UTC
 */
export async function findSession(
  database: Database,
  sha256: string,
  now: string,
): Promise<Session | undefined> {
  const row = await database
    .select()
    .from(sessions)
    .innerJoin(tokens, eq(tokens.sha256, sessions.token))
    .where(and(eq(sessions.sha256, sha256), isActive(now)))
    .get();
  return row && toSession(row);
}

/**
 * Lists the sessions that haven't ended, the newest first.
 * @param tokenId only those of this token; undefined for all
 */
export async function listSessions(
  database: Database,
  now: string,
  tokenId: string | undefined,
): Promise<Session[]> {
  const rows = await database
    .select()
    .from(sessions)
    .innerJoin(tokens, eq(tokens.sha256, sessions.token))
    .where(
      and(isActive(now), tokenId === undefined ? undefined : startsWith(sessions.token, tokenId)),
    )
    .orderBy(desc(sessions.createdAt));
  return rows.map(toSession);
}

/**
 * Ends a session.
 * @param tokenId only if it is of this token; undefined for anybody's
 * @returns whether there was such a session
 */
export async function revokeSession(
  database: Database,
  id: string,
  { by, now, tokenId }: { by: string; now: string; tokenId: string | undefined },
): Promise<boolean> {
  if (!isTokenId(id)) return false;
  const ended = await database
    .update(sessions)
    .set({ revokedAt: now, revokedBy: by })
    .where(
      and(
        startsWith(sessions.sha256, id),
        isNull(sessions.revokedAt),
        tokenId === undefined ? undefined : startsWith(sessions.token, tokenId),
      ),
    )
    .returning({ sha256: sessions.sha256 });
  return ended.length > 0;
}

const isActive = (now: string) =>
  and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now),
    isNull(tokens.revokedAt),
    gt(tokens.expiresAt, now),
  );

/** Compares with a range of digests, so that SQLite uses an index. */
const startsWith = (column: typeof sessions.sha256 | typeof sessions.token, id: string) =>
  and(gte(column, id), lt(column, `${id}g`));

function toSession(row: {
  readonly sessions: typeof sessions.$inferSelect;
  readonly tokens: typeof tokens.$inferSelect;
}): Session {
  const { sha256, createdAt, expiresAt } = row.sessions;
  const token = toToken(row.tokens);
  return { id: sha256.slice(0, token.id.length), createdAt, expiresAt, token };
}
