import { createHash, randomBytes } from "node:crypto";

/** The token that makes all others: written into D1 by SQL, since no API can be asked without one. */

/** A new secret, of 192 random bits; the library keeps its SHA-256 only. */
export function newSecret(): { secret: string; sha256: string } {
  const secret = `videoteca_${randomBytes(24).toString("base64url")}`;
  return { secret, sha256: digestOfSecret(secret) };
}

export function digestOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The statement that keeps a token with every scope. @param days how long it holds */
export function adminTokenSql(sha256: string, name: string, days: number, now: Date): string {
  const expires = new Date(now.getTime() + days * 86_400_000);
  const values = [sha256, name, "admin", now.toISOString(), expires.toISOString()].map(quoted);
  return `insert or ignore into tokens (sha256, name, scopes, created_at, expires_at) values (${values.join(", ")})`;
}

/** The query that counts the admin tokens that still hold, as `n`. */
export function adminTokensSql(now: Date): string {
  return `select count(*) as n from tokens where revoked_at is null
    and expires_at > ${quoted(now.toISOString())} and ' ' || scopes || ' ' like '% admin %'`;
}

/** A text as an SQL literal. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
