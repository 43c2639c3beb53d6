import { lte } from "drizzle-orm";
import type { Database } from "../database.ts";
import { previews } from "../tables.ts";

/** A link that shows a work before it is public. */
export interface Preview {
  /** The SHA-256 of the link's secret. The secret itself isn't stored. */
  readonly sha256: string;
  readonly slug: string;
  /** ISO 8601 in UTC, as is the next. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Stores a link. It is deleted when it expires, or when its work is published or withdrawn. */
export async function storePreview(database: Database, preview: Preview): Promise<void> {
  await database.insert(previews).values(preview);
}

/** Deletes expired links, unless this is a dry run. @returns how many have expired */
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
