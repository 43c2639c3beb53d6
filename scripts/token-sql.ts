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

/** What an admin token is inserted with. */
export interface AdminToken {
  readonly sha256: string;
  readonly name: string;
  /** How long it is valid, in days. */
  readonly days: number;
  readonly now: Date;
  /** Insert it only if no other admin token is valid. */
  readonly onlyIfFirst?: boolean;
}

/** The statement that inserts a token with every scope. It returns the inserted row's `sha256`. */
export function adminTokenSql({ sha256, name, days, now, onlyIfFirst }: AdminToken): string {
  const expires = new Date(now.getTime() + days * 86_400_000);
  const values = [sha256, name, "admin", now.toISOString(), expires.toISOString()].map(quoted);
  const condition = onlyIfFirst === true ? noAdminToken(now) : "true";
  return `insert or ignore into tokens (sha256, name, scopes, created_at, expires_at)
    select ${values.join(", ")} where ${condition} returning sha256`;
}

/** A condition: no admin token is valid. @param now the time at which it would be used */
function noAdminToken(now: Date): string {
  return `not exists (select 1 from tokens where revoked_at is null
    and expires_at > ${quoted(now.toISOString())} and ' ' || scopes || ' ' like '% admin %')`;
}

/** A text as an SQL literal. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
