import type { RevisionConflictMembers } from "../api/contract/problems.ts";
import { diffRecords } from "../records/diff/diff.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import type { Database } from "../storage/database.ts";
import { readHistory, readRevision } from "../storage/history.ts";
import { PublishingError } from "./publishing-error.ts";

/**
 * The refusal of a change that was planned against another revision than the current one: who made the
 * current one, when, and what they changed.
 * @param planned the digest that the change was planned against; undefined for a new work
 */
export async function revisionConflict(
  database: Database,
  slug: string,
  planned: string | undefined,
): Promise<PublishingError> {
  const history = await readHistory(database, slug);
  if (history === undefined) {
    return new PublishingError(
      "moved",
      `${slug} isn't in the library: plan again, look, and apply.`,
    );
  }
  const before = history.revisions.find(({ digest }) => digest === planned)?.number;
  const [old, current] = await Promise.all([
    before === undefined ? undefined : readRevision(database, slug, before),
    readRevision(database, slug, history.current),
  ]);
  const [last] = history.events;
  const by = last === undefined ? "someone" : last.actor;
  const at = last === undefined ? "" : ` at ${last.at}`;
  const members: RevisionConflictMembers = {
    current: {
      revision: history.current,
      digest: history.digest,
      at: last?.at ?? null,
      by,
      action: last?.action ?? null,
    },
    planned:
      before === undefined || planned === undefined ? null : { revision: before, digest: planned },
    changes:
      current === undefined
        ? []
        : diffRecords(old && upgradeRecord(old.record), upgradeRecord(current.record)),
  };
  return new PublishingError(
    "moved",
    `Someone else changed ${slug} meanwhile: ${by} made revision ${history.current} the current one${at}. Plan again, look, and apply.`,
    members,
  );
}
