import { sql } from "drizzle-orm";
import { blobsOf } from "../records/blobs.ts";
import { canonicalJson } from "../records/digest.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { statusOf } from "../records/visibility.ts";
import type { Database } from "./database.ts";
import { forgetPublicFiles } from "./files/public-files.ts";
import type { HistoryBlob, HistoryEvent, Revision } from "./history.ts";
import { currentRevisionStatements, type IndexedRevision } from "./indexes.ts";
import { formerSlugStatements, withCurrentSlugs } from "./slugs/former-slugs.ts";
import { blobs, events, revisionBlobs, revisions, withdrawnFiles } from "./tables.ts";

/** A work with all its history, as another library had it. */
export interface WorkHistory {
  readonly slug: string;
  readonly revisions: readonly Revision[];
  /** The oldest first. */
  readonly events: readonly HistoryEvent[];
  /** The files that were deleted in that library, although a revision names them. */
  readonly removed: readonly HistoryBlob[];
  readonly current: IndexedRevision;
}

/** Writes a work with its whole history in one batch, or nothing. The slug must not be in use. */
export async function writeWorkHistory(database: Database, work: WorkHistory): Promise<void> {
  const { slug } = work;
  const { record } = work.current;
  const current = { ...work.current, record: await withCurrentSlugs(database, record) };
  const rows = work.revisions.map(({ number, digest, createdAt, record }) => {
    return { number, digest, createdAt, record: canonicalJson(record) };
  });
  const blobReferences = work.revisions.flatMap(({ number, record }) =>
    blobsOf(upgradeRecord(record)).map(({ sha256 }) => ({ number, sha256 })),
  );
  const [first, ...others] = [
    ...splitIntoChunks(work.removed).map((chunk) =>
      database
        .insert(blobs)
        .select(
          sql`select value ->> 'sha256', value ->> 'extension', value ->> 'size',
            value ->> 'removedAt', value ->> 'removedAt' from json_each(${chunk}) where true`,
        )
        .onConflictDoNothing(),
    ),
    ...splitIntoChunks(rows).map((chunk) =>
      database.insert(revisions).select(
        sql`select ${slug}, value ->> 'number', value ->> 'digest', value ->> 'record',
          value ->> 'createdAt' from json_each(${chunk})`,
      ),
    ),
    ...splitIntoChunks(blobReferences).map((chunk) =>
      database
        .insert(revisionBlobs)
        .select(
          sql`select ${slug}, value ->> 'number', value ->> 'sha256' from json_each(${chunk})`,
        ),
    ),
    ...splitIntoChunks(work.events).map((chunk) =>
      database.insert(events).select(
        sql`select null, value ->> 'at', value ->> 'actor', value ->> 'action', ${slug},
          value ->> 'fromRevision', value ->> 'toRevision' from json_each(${chunk})`,
      ),
    ),
    ...currentRevisionStatements(database, current),
    ...formerSlugStatements(database, record),
    ...withdrawnFilesStatements(database, work),
  ];
  if (first !== undefined) await database.batch([first, ...others]);
  forgetPublicFiles();
}

/** The statements that refuse the files which a withdrawal removed in the other library. */
function withdrawnFilesStatements(
  database: Database,
  { slug, removed, current, events: changes }: WorkHistory,
) {
  if (statusOf(current.record) !== "withdrawn") return [];
  const at = changes.findLast(({ action }) => action === "withdraw")?.at;
  return splitIntoChunks(removed).map((chunk) =>
    database
      .insert(withdrawnFiles)
      .select(
        sql`select value ->> 'sha256', ${slug}, coalesce(${at ?? null}, value ->> 'removedAt'), null
          from json_each(${chunk}) where not exists (
            select 1 from public_files used where used.sha256 = value ->> 'sha256')`,
      )
      .onConflictDoNothing(),
  );
}

/** In characters: D1 limits a value to 2 MB (https://developers.cloudflare.com/d1/platform/limits/). */
const maxChunkLength = 500_000;

/** Splits rows into JSON lists to bind as parameters. A list is longer than `maxChunkLength` only if a single row is. */
function splitIntoChunks(rows: readonly object[]): string[] {
  const chunks: string[] = [];
  let items: string[] = [];
  let length = 0;
  for (const row of rows) {
    const item = JSON.stringify(row);
    if (items.length > 0 && length + item.length > maxChunkLength) {
      chunks.push(`[${items.join(",")}]`);
      items = [];
      length = 0;
    }
    items.push(item);
    length += item.length;
  }
  if (items.length > 0) chunks.push(`[${items.join(",")}]`);
  return chunks;
}
