import type { ChangeResult } from "../api/contract/changes.ts";
import type { Texts } from "../i18n/fallback.ts";
import { digestOf } from "../records/digest.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { deleteBlobs } from "../storage/blobs.ts";
import { RevisionConflict } from "../storage/constraints.ts";
import type { Database } from "../storage/database.ts";
import { putWithdrawalMarker } from "../storage/files/withdrawal-markers.ts";
import { readWithdrawnFiles } from "../storage/files/withdrawn-files.ts";
import { type History, readRevision } from "../storage/history.ts";
import { writeRevision, writeWithdrawnAgain } from "../storage/publish.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { requireEverPublic } from "./delete.ts";
import { requireNoMentionsInNotice } from "./mentions.ts";
import { PublishingError } from "./publishing-error.ts";

/** How often a withdrawal is tried while others publish the same work. */
const maxAttempts = 5;

/**
 * Withdraws a work: its addresses answer 410 with the notice, and the files of all its revisions are deleted,
 * except those that another published work uses. Nobody can send them again until the work is restored. It is
 * safe to repeat, and then deletes files that came back, or that remain after a broken connection.
 * @param notice the text for the public, by language; undefined to keep the present one
 * @throws PublishingError; nothing is written then
 */
export async function withdraw(
  database: Database,
  bucket: R2Bucket,
  request: ChangeRequest,
  notice: Texts | undefined,
): Promise<ChangeResult> {
  const { slug } = request;
  for (let attempt = 1; ; attempt += 1) {
    const history = await readExpectedHistory(database, request);
    if (history.kind !== "Library") requireEverPublic(history, request.now);
    try {
      const changed = await writeWithdrawal(database, history, request, notice);
      const { removed, usedBy } = await readWithdrawnFiles(database, slug);
      await deleteBlobs(bucket, removed);
      await putWithdrawalMarker(bucket, slug);
      return { ...changed, removed: removed.length, usedBy };
    } catch (error) {
      // A person may be at risk, so the withdrawal is tried again even if someone else published meanwhile.
      if (!(error instanceof RevisionConflict) || attempt === maxAttempts) throw error;
    }
  }
}

async function writeWithdrawal(
  database: Database,
  { slug, current, digest: replaces }: History,
  { actor, now }: ChangeRequest,
  notice: Texts | undefined,
): Promise<ChangeResult> {
  const revision = await readRevision(database, slug, current);
  const before = revision === undefined ? undefined : upgradeRecord(revision.record);
  if (before === undefined || before.kind === "Library") {
    throw new PublishingError(
      "kind-changed",
      "The library's settings can't be withdrawn: change library.yaml instead.",
    );
  }
  const { withdrawalNotice: oldNotice, ...rest } = before;
  const withdrawalNotice = notice ?? oldNotice;
  if (notice !== undefined) requireNoMentionsInNotice(before, notice);
  const record: LibraryItem = {
    ...rest,
    status: "withdrawn",
    ...(withdrawalNotice === undefined ? {} : { withdrawalNotice }),
  };
  const digest = await digestOf(record);
  if (digest === replaces) {
    await writeWithdrawnAgain(database, {
      record,
      digest,
      number: current,
      now: now.toISOString(),
    });
    return { slug, change: "none", revision: current, digest };
  }
  const change = { record, digest, texts: [], replaces, actor, action: "withdraw" } as const;
  const number = await writeRevision(database, { ...change, now: now.toISOString() });
  return { slug, change: "withdraw", revision: number, digest };
}
