import type { ApplyOutcome } from "../../plans/apply-works.ts";
import { blobsToUpload, changedWorks } from "../../plans/plan-works.ts";
import { isBehind } from "../../plans/sync-state.ts";
import { createClient } from "../api/client.ts";
import type { ConfirmOptions } from "../commands/common.ts";
import { readSettings } from "../config/settings.ts";
import { print, printJson } from "../output/print.ts";
import { printChanges } from "../output/print-changes.ts";
import { printOutcome, printPage, printPlan } from "../output/print-plan.ts";
import { createProgress, noProgress } from "../output/progress.ts";
import { confirmChange } from "../output/questions.ts";
import { planInStep, rememberOutcomes } from "../sync/plan-in-step.ts";
import { describeStopped, printStop } from "../sync/print-sync.ts";
import { applyPlanned } from "../upload/apply-planned.ts";
import { readCheckedManifests } from "./check.ts";

export interface ApplyOptions extends ConfirmOptions {
  /** Publish even if this undoes later changes. */
  readonly overwrite?: boolean;
}

/**
 * `videoteca apply`: checks the manifests, shows the plan, asks, sends missing files and publishes.
 * Nothing is sent if any manifest has an error, or if a later change would be undone. @returns the exit code
 */
export async function apply(paths: readonly string[], options: ApplyOptions): Promise<number> {
  const { json = false, overwrite = false } = options;
  const loaded = await readCheckedManifests(paths, json);
  if (loaded === undefined) return 1;

  const client = createClient(readSettings(process.env));
  const plan = await planInStep(client, loaded.works);
  const { planned, states } = plan;
  const hasChanges = changedWorks(planned).length > 0;
  if (!json) {
    print("");
    printPlan(planned, states);
  }
  if (!overwrite && [...states.values()].some(isBehind)) {
    if (json) printJson({ problems: loaded.problems, works: describeStopped(plan), sent: [] });
    else printStop(plan);
    return 1;
  }
  if (hasChanges && !(await confirmChange("Publish?", "Nothing was published.", options))) return 1;
  const bytes = blobsToUpload(planned).reduce((sum, blob) => sum + blob.size, 0);
  const progress = json || bytes === 0 ? noProgress : createProgress(bytes);
  const report = (outcome: ApplyOutcome) => {
    // If nothing changes, the plan has already said so.
    if (json || !hasChanges) return;
    progress.clear();
    printOutcome(outcome);
    printChanges(outcome.changes ?? [], " ".repeat(11));
  };
  const { outcomes, sent } = await applyPlanned(client, planned, report, progress);
  await rememberOutcomes(plan, outcomes);
  const [only, ...others] = outcomes;
  if (!json && !hasChanges && only !== undefined && others.length === 0) printPage(only);
  if (json) printJson({ problems: loaded.problems, works: outcomes, sent });
  return outcomes.some(({ result }) => result === "failed") ? 1 : 0;
}
