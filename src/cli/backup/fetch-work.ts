import * as z from "zod";
import type { ImportRequest, StaffWork } from "../../api/contract.ts";
import { blobsOf } from "../../records/blobs.ts";
import { digestOf } from "../../records/digest.ts";
import { publicRecord } from "../../records/public-record.ts";
import { blob } from "../../records/schema/record.ts";
import { toStored } from "../../records/schema/versions.ts";
import { visibilityOf } from "../../records/visibility.ts";
import { fetchHistory, fetchRevision, fetchStoredRevision } from "../api/works.ts";
import type { Settings } from "../config/settings.ts";

/** A file that a work needs, and that the library has. */
export interface NeededBlob {
  readonly sha256: string;
  readonly extension: string;
  /** In bytes. */
  readonly size: number;
}

/** Fetches a work with all its revisions and events. */
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
  const { current } = history;
  const events = history.events.flatMap(({ action, ...event }) =>
    action === "delete" ? [] : [{ ...event, action }],
  );
  return {
    work: { slug, current, revisions, events, removed },
    blobs: history.blobs.filter((blob) => blob.removedAt === null),
  };
}

/**
 * Fetches what the public may see of a work: only its current revision, without people who aren't public,
 * and without the names of those who published it.
 * @param now the current time, as ISO 8601
 * @returns undefined if the work isn't public
 */
export async function fetchPublicWork(
  settings: Settings,
  { slug, revision }: StaffWork,
  now: string,
): Promise<{ work: ImportRequest; blobs: NeededBlob[] } | undefined> {
  const { record, createdAt } = await fetchRevision(settings, slug, revision);
  if (visibilityOf(record, now) !== "public") return undefined;
  const visible = publicRecord(record);
  const onlyRevision = {
    number: 1,
    digest: await digestOf(visible),
    createdAt,
    record: toStored(visible),
  };
  return {
    work: { slug, current: 1, revisions: [onlyRevision], events: [], removed: [] },
    blobs: z.array(blob).parse(blobsOf(visible)),
  };
}
