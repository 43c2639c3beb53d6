import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { WorkStatus } from "../records/schema/publishing-fields.ts";
import type { Database } from "./database.ts";
import { isRefused, type RefusedFile } from "./files/withdrawn-files.ts";
import { withdrawnFiles, works } from "./tables.ts";

/** What `videoteca doctor` asks: whether withdrawn works and files came back by another way than `restore`. */

/** Reads the works that readers find though their last event is a withdrawal, or though they are marked as withdrawn. */
export async function readWorksPublicAgain(
  database: Database,
  marked: readonly string[],
): Promise<string[]> {
  const rows = await database
    .select({ slug: works.slug })
    .from(works)
    .where(
      sql`(status = 'published' or public_record ->> '$.status' = 'published')
        and (slug in (select value from json_each(${JSON.stringify(marked)}))
          or (select action from events where events.slug = ${works.slug}
            order by events.id desc limit 1) = 'withdraw')`,
    )
    .orderBy(asc(works.slug));
  return rows.map(({ slug }) => slug);
}

/**
 * Reads refused files in the order of their digests.
 * @param after the list begins after this digest
 * @param now ISO 8601 in UTC: the files of a work that is being restored are left out
 */
export function listRefusedFiles(
  database: Database,
  after: string,
  limit: number,
  now: string,
): Promise<RefusedFile[]> {
  return database
    .select({ sha256: withdrawnFiles.sha256, slug: withdrawnFiles.slug })
    .from(withdrawnFiles)
    .where(and(gt(withdrawnFiles.sha256, after), isRefused(now)))
    .orderBy(asc(withdrawnFiles.sha256))
    .limit(limit);
}

/** Reads which works are withdrawn. */
export async function readWithdrawnWorks(database: Database): Promise<string[]> {
  const status: WorkStatus = "withdrawn";
  const rows = await database
    .select({ slug: works.slug })
    .from(works)
    .where(eq(works.status, status))
    .orderBy(asc(works.slug));
  return rows.map(({ slug }) => slug);
}
