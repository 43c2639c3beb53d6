import type { ChangeResult } from "../api/contract/changes.ts";
import { missingBlobs } from "../api/contract/problems.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { statusOf } from "../records/visibility.ts";
import type { Database } from "../storage/database.ts";
import { deleteWithdrawalMarker } from "../storage/files/withdrawal-markers.ts";
import { acceptFilesUntil } from "../storage/files/withdrawn-files.ts";
import { readRevision } from "../storage/history.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { PublishingError } from "./publishing-error.ts";
import { makeRevisionCurrent } from "./rollback.ts";

/** How long a restoration accepts the withdrawn files that are missing, in milliseconds: as long as an upload lasts. */
const acceptedFor = 6 * 86_400_000;

/**
 * Restores a withdrawn work to its last revision before the withdrawal. Its files must be stored again first.
 * @throws PublishingError; the work is unchanged then. `missing-blobs` lists the files to send, which are
 *   accepted from now on for some days
 */
export async function restore(
  database: Database,
  bucket: R2Bucket,
  request: ChangeRequest,
): Promise<ChangeResult> {
  const { slug } = request;
  const history = await readExpectedHistory(database, request);
  if (history.status !== "withdrawn") {
    // A restoration may have ended before it removed the marker: the same command finishes it.
    const last = history.events.find(({ action }) => action === "withdraw" || action === "restore");
    if (last?.action === "restore") await deleteWithdrawalMarker(bucket, slug);
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
    const move = { ...request, action: "restore", from: history, revision } as const;
    const restored = await makeRevisionCurrent(database, bucket, move).catch(
      async (cause: unknown) => {
        await acceptMissingFiles(database, request, cause);
        throw cause;
      },
    );
    await deleteWithdrawalMarker(bucket, slug);
    return restored;
  }
  throw new PublishingError(
    "no-such-revision",
    `${slug} has no revision from before its withdrawal.`,
  );
}

/** Lets the files be sent again that a restoration is missing. */
async function acceptMissingFiles(
  database: Database,
  { slug, now }: ChangeRequest,
  error: unknown,
): Promise<void> {
  if (!(error instanceof PublishingError) || error.reason !== "missing-blobs") return;
  const { blobs } = missingBlobs.parse(error.members);
  const until = new Date(now.getTime() + acceptedFor).toISOString();
  const digests = blobs.map(({ sha256 }) => sha256);
  await acceptFilesUntil(database, slug, digests, until);
}
