import type { ApplyOutcome } from "../../plans/apply-works.ts";
import { formatOutcome, formatPlan } from "../../plans/format-plan.ts";
import type { PlannedWork } from "../../plans/plan-works.ts";
import type { SyncState } from "../../plans/sync-state.ts";
import { print, printLine } from "./print.ts";

/** Prints what would change, and a summary. */
export function printPlan(
  planned: readonly PlannedWork[],
  states: ReadonlyMap<PlannedWork, SyncState>,
): void {
  for (const line of formatPlan(planned, states)) printLine(line);
}

/** Prints the result of publishing a work, and where its page is if it changed. */
export function printOutcome(outcome: ApplyOutcome): void {
  printLine(formatOutcome(outcome));
  if (outcome.result !== "unchanged") printPage(outcome);
}

/** Prints the address of a work's page, and whether anyone can read it. */
export function printPage({ slug, url, visibility }: ApplyOutcome): void {
  if (url === undefined) return;
  const note = visibility === "hidden" ? ` (not public yet: videoteca preview ${slug})` : "";
  print(`           ${url}${note}`);
}
