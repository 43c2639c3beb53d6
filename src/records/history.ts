import type { AuditAction, WorkStatus } from "./schema/publishing-fields.ts";

/** What a work's history says: whether readers ever saw it, and what each change did. */

/** A revision, as far as it says who could read it. */
export interface RevisionState {
  readonly number: number;
  readonly status: WorkStatus;
  /** ISO 8601 in UTC; empty if the record has no date. */
  readonly datePublished: string;
}

/** An entry of the audit trail. */
export interface ChangeEvent {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly action: AuditAction;
  readonly fromRevision: number | null;
  readonly toRevision: number;
}

export interface ChangeHistory {
  readonly revisions: readonly RevisionState[];
  /** The newest first. */
  readonly events: readonly ChangeEvent[];
}

/**
 * Whether readers could ever see a work: whether a revision was current and published at a time after its date. A
 * work that was withdrawn counts, because its address says so.
 * @param now ISO 8601 in UTC
 */
export function wasEverPublic({ revisions, events }: ChangeHistory, now: string): boolean {
  const inOrder = events.toReversed();
  return revisions.some(({ number, status, datePublished }) => {
    if (status !== "published") return status === "withdrawn";
    const ends = inOrder.flatMap(({ toRevision }, index) =>
      toRevision === number ? [inOrder[index + 1]?.at ?? now] : [],
    );
    // Without events, as in an export for the public, it may have been current until now.
    if (ends.length === 0) return datePublished <= now;
    return ends.some((end) => datePublished <= end);
  });
}

/** What a change did, in a word or two for staff. */
export function describeChange(
  { action, at, fromRevision, toRevision }: ChangeEvent,
  revisions: readonly RevisionState[],
): string {
  const find = (wanted: number | null) => revisions.find(({ number }) => number === wanted);
  const before = stateAt(find(fromRevision), at);
  const after = stateAt(find(toRevision), at);
  switch (action) {
    case "apply":
      if (after === "draft" && before === "published") return "unpublished";
      return after === "draft" ? "saved as draft" : after;
    case "rollback":
      return after === before ? "rolled back" : `rolled back, ${after}`;
    case "restore":
      return after === "published" ? "restored" : `restored, ${after}`;
    case "withdraw":
      return before === "withdrawn" ? "notice changed" : "withdrawn";
    case "delete":
      return "deleted";
  }
}

/** @param at ISO 8601 in UTC */
function stateAt(revision: RevisionState | undefined, at: string): WorkStatus | "scheduled" {
  if (revision === undefined) return "draft";
  const { status, datePublished } = revision;
  return status === "published" && datePublished > at ? "scheduled" : status;
}
