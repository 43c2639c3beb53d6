import type { ChangeResult } from "../api/contract/changes.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { statusOf } from "../records/visibility.ts";
import type { Database } from "../storage/database.ts";
import { readRevision } from "../storage/history.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { PublishingError } from "./publishing-error.ts";
import { makeRevisionCurrent } from "./rollback.ts";

/**
 * Restores a withdrawn work to its last revision before the withdrawal. Its files must be stored again first.
 * @throws PublishingError; nothing is written then. `missing-blobs` lists the files to send
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
  // If the work was withdrawn again with another notice, the last revision before all withdrawals is restored.
  for (const { action, fromRevision } of history.events) {
    if (action !== "withdraw" || fromRevision === null) continue;
    const revision = await readRevision(database, slug, fromRevision);
    if (revision === undefined) continue;
    if (statusOf(upgradeRecord(revision.record)) === "withdrawn") continue;
    return makeRevisionCurrent(database, bucket, {
      ...request,
      action: "restore",
      from: history,
      revision,
    });
  }
  throw new PublishingError(
    "no-such-revision",
    `${slug} has no revision from before its withdrawal.`,
  );
}
