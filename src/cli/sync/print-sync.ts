import type { WorkHistory } from "../../api/contract.ts";
import { formatChange } from "../output/format-change.ts";
import { print, styled } from "../output/print.ts";
import { formatTimestamp } from "../output/table.ts";
import type { PlanInStep } from "./plan-in-step.ts";
import { isBehind, type SyncState } from "./sync-state.ts";

/** Prints how a work's folder stands to the library: nothing for a new or unchanged work. */
export function printSyncState({ state, revision, undoes, last }: SyncState, indent: string): void {
  if (state === "in-step") print(`${indent}in step with revision ${revision}`);
  for (const { by, at, action, fromRevision, toRevision, ...change } of undoes) {
    const event = describeEvent({ actor: by, at, action, fromRevision, toRevision });
    print(`${indent}${styled("red", "would undo")}  ${formatChange(change)} (${event})`);
  }
  if (state === "unknown") {
    const who = last === null ? "" : ` (${describeEvent(last)})`;
    print(
      `${indent}${styled("red", "not in step")}  this folder never had the library's revision${who}`,
    );
  }
}

/** What `apply` says when it stops. */
function describeStop(slug: string, { state, undoes, last }: SyncState): string {
  const what =
    state === "unknown"
      ? `this folder was never in step with ${slug} in the library, and differs from it`
      : `publishing this folder would undo later changes of ${slug}`;
  const events = undoes.map(({ by, ...event }) => describeEvent({ actor: by, ...event }));
  const who = new Set(events.length > 0 ? events : last === null ? [] : [describeEvent(last)]);
  const reasons = who.size === 0 ? "" : ` (${[...who].join("; ")})`;
  return `${what}${reasons}. Get the library's state with \`videoteca pull ${slug}\` into another folder and compare, or publish this folder all the same with --overwrite.`;
}

/** Prints why nothing was published. */
export function printStop({ planned, states }: PlanInStep): void {
  for (const work of planned) {
    const state = states.get(work);
    if (state === undefined || !isBehind(state)) continue;
    print(`${styled("red", "stopped")}  ${describeStop(work.work.record.slug, state)}`);
  }
  print("Nothing was published.");
}

/** The same for `--json`: what became of each work. */
export function describeStopped({ planned, states }: PlanInStep): object[] {
  return planned.map((work) => {
    const { slug } = work.work.record;
    const state = states.get(work);
    if (state === undefined || !isBehind(state)) return { slug, result: "skipped" };
    return { slug, result: "failed", message: describeStop(slug, state), sync: state };
  });
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
