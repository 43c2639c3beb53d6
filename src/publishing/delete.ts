import type { ChangeResult } from "../api/contract/changes.ts";
import { wasEverPublic } from "../records/history.ts";
import { deleteBlobs } from "../storage/blobs.ts";
import { RevisionConflict } from "../storage/constraints.ts";
import type { Database } from "../storage/database.ts";
import { deleteBlobRows, deleteWork, readEpisodes } from "../storage/delete.ts";
import type { History } from "../storage/history.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { PublishingError } from "./publishing-error.ts";
import { revisionConflictError } from "./revision-conflict.ts";

/**
 * Deletes a draft that was never public: its revisions, and its files that no other work names. Its address stays
 * 404, its slug can be used again, and only the audit trail says that it existed.
 * @throws PublishingError; nothing is written then
 */
export async function deleteDraftWork(
  database: Database,
  bucket: R2Bucket,
  request: ChangeRequest,
): Promise<ChangeResult> {
  const { slug, actor, now } = request;
  const history = await readExpectedHistory(database, request);
  await requireDeletable(database, history, now);
  const { digest, current } = history;
  const deletion = { slug, replaces: digest, actor, now: now.toISOString() };
  const removed = await deleteWork(database, deletion).catch(async (error: unknown) => {
    if (!(error instanceof RevisionConflict)) throw error;
    throw await revisionConflictError(database, slug, digest);
  });
  await deleteBlobs(bucket, removed);
  await deleteBlobRows(database, removed);
  return { slug, change: "delete", revision: current, digest, removed: removed.length };
}

/** @throws PublishingError if the work was ever public, or is a series that has episodes */
async function requireDeletable(database: Database, history: History, now: Date): Promise<void> {
  const { slug, kind } = history;
  if (kind === "Library") {
    throw new PublishingError(
      "was-public",
      "The library's settings can't be deleted: change library.yaml instead.",
    );
  }
  if (wasEverPublic(history, now.toISOString())) {
    const what = history.status === "withdrawn" ? "was withdrawn" : "has been public";
    throw new PublishingError(
      "was-public",
      `${slug} ${what}, so it can't be deleted: people may have its address. Withdraw it (videoteca withdraw ${slug}): its files are deleted, and its address shows a notice.`,
    );
  }
  const episodes = kind === "Series" ? await readEpisodes(database, slug) : [];
  if (episodes.length > 0) {
    throw new PublishingError(
      "series-in-use",
      `The series ${slug} has works: ${episodes.join(", ")}. Delete them first, or publish them without the series.`,
    );
  }
}

/**
 * Checks that a work was ever public: the address of one that wasn't must not tell that it existed.
 * @throws PublishingError
 */
export function requireEverPublic(history: History, now: Date): void {
  if (wasEverPublic(history, now.toISOString())) return;
  const { slug } = history;
  throw new PublishingError(
    "never-public",
    `${slug} was never public, so there is nothing to withdraw: a notice would tell that it exists. Delete it (videoteca delete ${slug}): its files go too, and its address stays 404.`,
  );
}
