import type { ChangeResult } from "../api/contract/changes.ts";
import type { Texts } from "../i18n/fallback.ts";
import { digestOf } from "../records/digest.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import { deleteBlobs } from "../storage/blobs.ts";
import type { Database } from "../storage/database.ts";
import { type History, readRevision } from "../storage/history.ts";
import { RevisionConflict, writeRevision } from "../storage/publish.ts";
import { readRemoved } from "../storage/removal.ts";
import { type ChangeRequest, readExpectedHistory } from "./change.ts";
import { PublishingError } from "./publishing-error.ts";

/** How often a withdrawal is tried against others who publish the same work at that moment. */
const attempts = 5;

/**
 * Takes a work out of the library at once: its addresses answer 410 with the notice, and its files, of
 * all its revisions, are deleted where no other published work shows them. To repeat it does no harm,
 * and deletes what a broken line left.
 * @param notice what the public is told, by language
 * @throws Refusal, with nothing written
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
    try {
      const changed = await writeWithdrawal(database, history, request, notice);
      const removed = await readRemoved(database, slug);
      await deleteBlobs(bucket, removed);
      return { ...changed, removed: removed.length };
    } catch (error) {
      // A person may be at risk: whoever publishes meanwhile, the withdrawal goes on.
      if (!(error instanceof RevisionConflict) || attempt === attempts) throw error;
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
      "The library's own face can't be withdrawn: change library.yaml.",
    );
  }
  const { withdrawalNotice: old, ...rest } = before;
  const said = notice ?? old;
  const record: LibraryItem = {
    ...rest,
    status: "withdrawn",
    ...(said === undefined ? {} : { withdrawalNotice: said }),
  };
  const digest = await digestOf(record);
  if (digest === replaces) return { slug, change: "none", revision: current, digest };
  const change = { record, digest, texts: [], replaces, actor, action: "withdraw" } as const;
  const number = await writeRevision(database, { ...change, now: now.toISOString() });
  return { slug, change: "withdraw", revision: number, digest };
}
