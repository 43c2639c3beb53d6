import type { RevisionConflictMembers } from "../api/contract/problems.ts";
import { diffRecords } from "../records/diff/diff.ts";
import { upgradeRecord } from "../records/schema/versions.ts";
import type { Database } from "../storage/database.ts";
import { readHistory, readRevision } from "../storage/history.ts";
import { PublishingError } from "./publishing-error.ts";

/**
 * The error for a change that was planned against another revision than the current one. It says who made the
 * current revision, when, and what they changed.
 * @param planned the digest that the change was planned against; undefined for a new work
 */
export async function revisionConflictError(
  database: Database,
  slug: string,
  planned: string | undefined,
): Promise<PublishingError> {
  const history = await readHistory(database, slug);
  if (history === undefined) {
    return new PublishingError(
      "moved",
      `${slug} isn't in the library: plan again, check the plan, and apply it.`,
    );
  }
  const plannedNumber = history.revisions.find(({ digest }) => digest === planned)?.number;
  const [before, current] = await Promise.all([
    plannedNumber === undefined ? undefined : readRevision(database, slug, plannedNumber),
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
      plannedNumber === undefined || planned === undefined
        ? null
        : { revision: plannedNumber, digest: planned },
    changes:
      current === undefined
        ? []
        : diffRecords(before && upgradeRecord(before.record), upgradeRecord(current.record)),
  };
  return new PublishingError(
    "moved",
    `Someone else changed ${slug} meanwhile: ${by} made revision ${history.current} the current one${at}. Plan again, check the plan, and apply it.`,
    members,
  );
}
