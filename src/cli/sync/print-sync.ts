import { describeStop } from "../../plans/format-sync.ts";
import { isBehind, type SyncState } from "../../plans/sync-state.ts";
import { print, styled } from "../output/print.ts";
import type { PlanInStep } from "./plan-in-step.ts";

/** What `apply` says when it stops. */
function explainStop(slug: string, state: SyncState): string {
  return `${describeStop(slug, state)} Get the library's state with \`videoteca pull ${slug}\` into another folder and compare, or publish this folder all the same with --overwrite.`;
}

/** Prints why nothing was published. */
export function printStop({ planned, states }: PlanInStep): void {
  for (const work of planned) {
    const state = states.get(work);
    if (state === undefined || !isBehind(state)) continue;
    print(`${styled("red", "stopped")}  ${explainStop(work.work.record.slug, state)}`);
  }
  print("Nothing was published.");
}

/** The same for `--json`: what became of each work. */
export function describeStopped({ planned, states }: PlanInStep): object[] {
  return planned.map((work) => {
    const { slug } = work.work.record;
    const state = states.get(work);
    if (state === undefined || !isBehind(state)) return { slug, result: "skipped" };
    return { slug, result: "failed", message: explainStop(slug, state), sync: state };
  });
}
