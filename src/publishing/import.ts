import type { Imported, ImportRequest } from "../api/contract/history.ts";
import { blobsOf } from "../records/blobs.ts";
import { lineageOf } from "../records/corrections.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { digestOfStored, upgradeRecord } from "../records/schema/versions.ts";
import type { Database } from "../storage/database.ts";
import { writeWholeWork } from "../storage/import.ts";
import { readCurrentRevisions } from "../storage/publish.ts";
import { addCorrections } from "./corrections.ts";
import { requireBlobs } from "./missing-blobs.ts";
import { PublishingError } from "./publishing-error.ts";
import { readTexts } from "./texts.ts";

/**
 * Takes a work with its whole history from an export: the same revisions, digests and audit trail.
 * @throws Refusal, with nothing written
 */
export async function importWork(
  database: Database,
  bucket: R2Bucket,
  work: ImportRequest,
): Promise<Imported> {
  const current = await check(work);
  const record = upgradeRecord(current.record);
  await requireFree(database, work.slug);
  await requireSeries(database, record);
  const removed = new Set(work.removed.map(({ sha256 }) => sha256));
  const upgraded = work.revisions.map(({ number, record: stored }) => ({
    number,
    record: upgradeRecord(stored),
  }));
  const named = upgraded.flatMap((revision) => blobsOf(revision.record));
  const needed = [...new Map(named.map((blob) => [blob.sha256, blob])).values()].filter(
    ({ sha256 }) => !removed.has(sha256),
  );
  await requireBlobs(database, needed);
  const episodes = upgraded.flatMap(({ number, record: item }) =>
    item.kind === "Episode" ? [[number, item] as const] : [],
  );
  const lineage = lineageOf(current.number, new Map(episodes), work.events.toReversed());
  const said = await readTexts(bucket, record);
  const texts = await addCorrections(bucket, record, said, lineage);
  try {
    await writeWholeWork(database, {
      ...work,
      events: work.events.toReversed(),
      current: { record, digest: current.digest, number: current.number, texts },
    });
  } catch (error) {
    await requireFree(database, work.slug);
    throw error;
  }
  return { slug: work.slug, revisions: work.revisions.length };
}

/** @returns the current revision. @throws Refusal where the parts don't fit together */
async function check({ slug, current, revisions, events }: ImportRequest) {
  const broken = (detail: string) => new PublishingError("broken-history", `${slug}: ${detail}`);
  const numbers = new Set(revisions.map((revision) => revision.number));
  if (numbers.size < revisions.length) throw broken("two revisions have the same number.");
  for (const revision of revisions) {
    if (revision.record.slug !== slug) {
      throw broken(`revision ${revision.number} is of ${revision.record.slug}.`);
    }
    if ((await digestOfStored(revision.record)) !== revision.digest) {
      throw broken(`revision ${revision.number} isn't what its digest says: was it edited?`);
    }
  }
  for (const { fromRevision, toRevision } of events) {
    if (!numbers.has(toRevision) || (fromRevision !== null && !numbers.has(fromRevision))) {
      throw broken("an event names a revision that isn't there.");
    }
  }
  const found = revisions.find((revision) => revision.number === current);
  if (found === undefined) throw broken(`its current revision, ${current}, isn't there.`);
  return found;
}

async function requireFree(database: Database, slug: string): Promise<void> {
  if ((await readCurrentRevisions(database, [slug])).length === 0) return;
  throw new PublishingError(
    "slug-in-use",
    `${slug} is in this library already: import into an empty one.`,
  );
}

async function requireSeries(database: Database, item: LibraryItem): Promise<void> {
  if (item.kind !== "Episode" || item.series === undefined) return;
  const found = await readCurrentRevisions(database, [item.series]);
  if (found.some(({ kind }) => kind === "Series")) return;
  throw new PublishingError("missing-series", `Import the series ${item.series} first.`);
}
