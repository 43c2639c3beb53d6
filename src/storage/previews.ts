import { lte } from "drizzle-orm";
import type { Database } from "./database.ts";
import { previews } from "./tables.ts";

/** A link that shows one work before it is public. Its secret is kept nowhere. */
export interface Preview {
  /** Of the link's secret. */
  readonly sha256: string;
  readonly slug: string;
  /** ISO 8601 in UTC, as is the next. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Keeps a link until it expires, or until its work is published or withdrawn. */
export async function storePreview(database: Database, preview: Preview): Promise<void> {
  await database.insert(previews).values(preview);
}

/** @returns how many links had expired, and are gone unless this is a dry run */
export async function removeExpiredPreviews(
  database: Database,
  now: string,
  dryRun: boolean,
): Promise<number> {
  const expired = lte(previews.expiresAt, now);
  const count = await database.$count(previews, expired);
  if (count > 0 && !dryRun) await database.delete(previews).where(expired);
  return count;
}
