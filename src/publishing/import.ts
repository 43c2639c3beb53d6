import type { Imported, ImportRequest } from "../api/contract/history.ts";
import { blobsOf } from "../records/blobs.ts";
import { lineageOf } from "../records/corrections.ts";
import { formerSlugsOf } from "../records/former-slugs.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { digestOfStored, upgradeRecord } from "../records/schema/versions.ts";
import type { Database } from "../storage/database.ts";
import { writeWorkHistory } from "../storage/import.ts";
import { readCurrentRevisions } from "../storage/publish.ts";
import { readFormerSlugs } from "../storage/slugs/former-slugs.ts";
import { addCorrections } from "./corrections.ts";
import { PublishingError } from "./publishing-error.ts";
import { requireBlobs } from "./requirements/blobs.ts";
import { requireSeries } from "./requirements/series.ts";
import { slugsOf } from "./slugs/identify-work.ts";
import { readTexts } from "./texts.ts";

/**
 * Imports a work with its whole history from an export, with the same revisions, digests and audit trail.
 * @throws PublishingError; nothing is written then
 */
export async function importWork(
  database: Database,
  bucket: R2Bucket,
  work: ImportRequest,
): Promise<Imported> {
  const current = await validateHistory(work);
  const record = upgradeRecord(current.record);
  await requireUnusedSlugs(database, record);
  await requireSeries(database, record);
  const removed = new Set(work.removed.map(({ sha256 }) => sha256));
  const upgraded = work.revisions.map((revision) => ({
    number: revision.number,
    record: upgradeRecord(revision.record),
  }));
  const referenced = upgraded.flatMap((revision) => blobsOf(revision.record));
  const required = [...new Map(referenced.map((blob) => [blob.sha256, blob])).values()].filter(
    ({ sha256 }) => !removed.has(sha256),
  );
  await requireBlobs(database, work.slug, required);
  const episodes = upgraded.flatMap((revision) =>
    revision.record.kind === "Episode" ? [[revision.number, revision.record] as const] : [],
  );
  const lineage = lineageOf(current.number, new Map(episodes), work.events.toReversed());
  const uncorrected = await readTexts(bucket, record);
  const texts = await addCorrections(bucket, record, uncorrected, lineage);
  const now = new Date().toISOString();
  try {
    await writeWorkHistory(database, {
      ...work,
      events: work.events.toReversed(),
      current: { record, digest: current.digest, number: current.number, texts, now },
    });
  } catch (error) {
    await requireUnusedSlugs(database, record);
    throw error;
  }
  return { slug: work.slug, revisions: work.revisions.length };
}

/** @returns the current revision. @throws PublishingError if the history contradicts itself */
async function validateHistory({ slug, current, revisions, events }: ImportRequest) {
  const historyError = (detail: string) =>
    new PublishingError("broken-history", `${slug}: ${detail}`);
  const formerSlugs = new Set(
    revisions.flatMap((revision) => formerSlugsOf(upgradeRecord(revision.record))),
  );
  const numbers = new Set(revisions.map((revision) => revision.number));
  if (numbers.size < revisions.length) throw historyError("two revisions have the same number.");
  for (const revision of revisions) {
    if (revision.record.slug !== slug && !formerSlugs.has(revision.record.slug)) {
      throw historyError(
        `revision ${revision.number} belongs to another work, ${revision.record.slug}.`,
      );
    }
    if ((await digestOfStored(revision.record)) !== revision.digest) {
      throw historyError(`revision ${revision.number} doesn't match its digest: was it edited?`);
    }
  }
  for (const { fromRevision, toRevision } of events) {
    if (!numbers.has(toRevision) || (fromRevision !== null && !numbers.has(fromRevision))) {
      throw historyError("an event names a revision that doesn't exist.");
    }
  }
  const currentRevision = revisions.find((revision) => revision.number === current);
  if (currentRevision === undefined) {
    throw historyError(`its current revision, ${current}, doesn't exist.`);
  }
  return currentRevision;
}

async function requireUnusedSlugs(database: Database, record: LibraryItem): Promise<void> {
  const slugs = slugsOf(record);
  const [works, former] = await Promise.all([
    readCurrentRevisions(database, slugs),
    readFormerSlugs(database, slugs),
  ]);
  const used = works[0]?.slug ?? [...former.keys()][0];
  if (used === undefined) return;
  throw new PublishingError(
    "slug-in-use",
    `${used} is in this library already: import into an empty library.`,
  );
}
