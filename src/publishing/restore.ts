import type { ChangeResult } from "../api/contract/changes.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { statusOf } from "../records/visibility.ts";
import type { Database } from "../storage/database.ts";
import { readRevision } from "../storage/history.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { PublishingError } from "./publishing-error.ts";
import { moveTo } from "./rollback.ts";

/**
 * Brings a withdrawn work back as it was before, once its files are there again.
 * @throws Refusal, with nothing written; `missing-blobs` lists the files to send
 */
export async function restore(
  database: Database,
  bucket: R2Bucket,
  request: ChangeRequest,
): Promise<ChangeResult> {
  const { slug } = request;
  const history = await readExpectedHistory(database, request);
  if (history.status !== "withdrawn") {
    throw new PublishingError(
      "not-withdrawn",
      `${slug} isn't withdrawn: there is nothing to restore.`,
    );
  }
  // Withdrawn twice, for another notice: the work stands before the first of them.
  for (const { action, fromRevision } of history.events) {
    if (action !== "withdraw" || fromRevision === null) continue;
    const revision = await readRevision(database, slug, fromRevision);
    if (revision === undefined || statusOf(upgradeRecord(revision.record)) === "withdrawn")
      continue;
    return moveTo(database, bucket, { ...request, action: "restore", from: history, revision });
  }
  throw new PublishingError(
    "no-such-revision",
    `${slug} has no revision from before its withdrawal.`,
  );
}
