import type { ImportRequest, StaffWork } from "../../api/contract.ts";
import { blobsOf } from "../../records/blobs.ts";
import { digestOf } from "../../records/digest.ts";
import { publicRecord } from "../../records/public-record.ts";
import { toStored } from "../../records/schema/versions.ts";
import { visibilityOf } from "../../records/visibility.ts";
import { fetchHistory, fetchRevision, fetchStoredRevision } from "../api/works.ts";
import type { Settings } from "../config/settings.ts";

/** A file that a work needs. */
export interface NeededBlob {
  readonly sha256: string;
  readonly extension: string;
  /** In bytes. */
  readonly size: number;
}

/** Reads a work with every revision and event, as it is. */
export async function fetchWholeWork(
  settings: Settings,
  { slug }: StaffWork,
): Promise<{ work: ImportRequest; blobs: NeededBlob[] }> {
  const history = await fetchHistory(settings, slug);
  const revisions: ImportRequest["revisions"][number][] = [];
  for (const { number } of history.revisions.toReversed()) {
    revisions.push(await fetchStoredRevision(settings, slug, number));
  }
  const removed = history.blobs.flatMap((blob) =>
    blob.removedAt === null ? [] : [{ ...blob, removedAt: blob.removedAt }],
  );
  const { current, events } = history;
  return {
    work: { slug, current, revisions, events, removed },
    blobs: history.blobs.filter((blob) => blob.removedAt === null),
  };
}

/**
 * Reads a work as the public may see it: its current revision alone, without the people who aren't
 * public, and nobody's name of those who published it.
 * @returns undefined where it isn't public
 */
export async function fetchPublicWork(
  settings: Settings,
  { slug, revision }: StaffWork,
  now: string,
): Promise<{ work: ImportRequest; blobs: NeededBlob[] } | undefined> {
  const { record, createdAt } = await fetchRevision(settings, slug, revision);
  if (visibilityOf(record, now) !== "public") return undefined;
  const shown = publicRecord(record);
  const only = { number: 1, digest: await digestOf(shown), createdAt, record: toStored(shown) };
  return {
    work: { slug, current: 1, revisions: [only], events: [], removed: [] },
    blobs: blobsOf(shown),
  };
}
