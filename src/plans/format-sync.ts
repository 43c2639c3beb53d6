import type { WorkHistory } from "../api/contract.ts";
import type { StyledLine } from "../inspection/lines.ts";
import { formatChange } from "./format-change.ts";
import type { SyncState } from "./sync-state.ts";
import { formatTimestamp } from "./timestamp.ts";

/** How a work's folder stands to the library, in lines: none for a new or unchanged work. */
export function formatSyncState({ state, revision, undoes, last }: SyncState): StyledLine[] {
  const lines: StyledLine[] = [];
  if (state === "in-step") lines.push([`in step with revision ${revision}`]);
  for (const { by, at, action, fromRevision, toRevision, ...change } of undoes) {
    const event = describeEvent({ actor: by, at, action, fromRevision, toRevision });
    lines.push([
      { style: "red", text: "would undo" },
      "  ",
      ...formatChange(change),
      ` (${event})`,
    ]);
  }
  if (state === "unknown") {
    const who = last === null ? "" : ` (${describeEvent(last)})`;
    lines.push([
      { style: "red", text: "not in step" },
      `  this folder never had the library's revision${who}`,
    ]);
  }
  return lines;
}

/** Why publishing stops, without what to do about it. */
export function describeStop(slug: string, { state, undoes, last }: SyncState): string {
  const what =
    state === "unknown"
      ? `this folder was never in step with ${slug} in the library, and differs from it`
      : `publishing this folder would undo later changes of ${slug}`;
  const events = undoes.map(({ by, ...event }) => describeEvent({ actor: by, ...event }));
  const who = new Set(events.length > 0 ? events : last === null ? [] : [describeEvent(last)]);
  const reasons = who.size === 0 ? "" : ` (${[...who].join("; ")})`;
  return `${what}${reasons}.`;
}

const actions = {
  apply: "published",
  rollback: "rolled back",
  withdraw: "withdrawn",
  restore: "restored",
  delete: "deleted",
} as const;

/** `rolled back from revision 3 to 2 by Ana, 2026-11-28 09:12 UTC` */
function describeEvent({
  action,
  actor,
  at,
  fromRevision,
  toRevision,
}: WorkHistory["events"][number]): string {
  const revisions =
    action === "rollback" && fromRevision !== null
      ? ` from revision ${fromRevision} to ${toRevision}`
      : ` as revision ${toRevision}`;
  return `${actions[action]}${revisions} by ${actor}, ${formatTimestamp(at)}`;
}
