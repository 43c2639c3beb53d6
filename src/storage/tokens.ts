import { eq } from "drizzle-orm";
import type { Database } from "./database.ts";
import { tokens } from "./tables.ts";

export const scopes = ["read-drafts", "publish", "admin"] as const;
export type Scope = (typeof scopes)[number];

export interface Token {
  readonly name: string;
  readonly scopes: readonly string[];
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
  return { name: row.name, scopes: row.scopes.split(" ") };
}
