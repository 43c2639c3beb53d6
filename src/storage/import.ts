import { sql } from "drizzle-orm";
import { blobsOf } from "../records/blobs.ts";
import { canonicalJson } from "../records/digest.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import type { Database } from "./database.ts";
import type { HistoryBlob, HistoryEvent, Revision } from "./history.ts";
import { type IndexedRevision, makeCurrent } from "./indexes.ts";
import { blobs, events, revisionBlobs, revisions } from "./tables.ts";

/** A work with all its history, as another library had it. */
export interface WholeWork {
  readonly slug: string;
  readonly revisions: readonly Revision[];
  /** The oldest first. */
  readonly events: readonly HistoryEvent[];
  /** The files that were deleted there, though a revision names them. */
  readonly removed: readonly HistoryBlob[];
  readonly current: IndexedRevision;
}

/** Writes a work with its whole history in one batch, or nothing. The slug must be free. */
export async function writeWholeWork(database: Database, work: WholeWork): Promise<void> {
  const { slug } = work;
  const rows = work.revisions.map(({ number, digest, createdAt, record }) => {
    return { number, digest, createdAt, record: canonicalJson(record) };
  });
  const named = work.revisions.flatMap(({ number, record }) =>
    blobsOf(upgradeRecord(record)).map(({ sha256 }) => ({ number, sha256 })),
  );
  const [first, ...others] = [
    ...chunked(work.removed).map((some) =>
      database
        .insert(blobs)
        .select(
          sql`select value ->> 'sha256', value ->> 'extension', value ->> 'size',
            value ->> 'removedAt', value ->> 'removedAt' from json_each(${some}) where true`,
        )
        .onConflictDoNothing(),
    ),
    ...chunked(rows).map((some) =>
      database.insert(revisions).select(
        sql`select ${slug}, value ->> 'number', value ->> 'digest', value ->> 'record',
          value ->> 'createdAt' from json_each(${some})`,
      ),
    ),
    ...chunked(named).map((some) =>
      database
        .insert(revisionBlobs)
        .select(
          sql`select ${slug}, value ->> 'number', value ->> 'sha256' from json_each(${some})`,
        ),
    ),
    ...chunked(work.events).map((some) =>
      database.insert(events).select(
        sql`select null, value ->> 'at', value ->> 'actor', value ->> 'action', ${slug},
          value ->> 'fromRevision', value ->> 'toRevision' from json_each(${some})`,
      ),
    ),
    ...makeCurrent(database, work.current),
  ];
  if (first !== undefined) await database.batch([first, ...others]);
}

/** JSON lists of so many characters at the most, unless one item alone is longer: D1 takes 2 MB a value. */
const longest = 500_000;

/** Many rows as few bound parameters. */
function chunked(rows: readonly object[]): string[] {
  const chunks: string[] = [];
  let items: string[] = [];
  let length = 0;
  for (const row of rows) {
    const item = JSON.stringify(row);
    if (items.length > 0 && length + item.length > longest) {
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
