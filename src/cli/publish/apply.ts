import { createClient } from "../api/client.ts";
import type { ConfirmOptions } from "../commands/common.ts";
import { readSettings } from "../config/settings.ts";
import { print, printJson } from "../output/print.ts";
import { printChanges, printOutcome, printPage, printPlan } from "../output/print-plan.ts";
import { createProgress, noProgress } from "../output/progress.ts";
import { confirmChange } from "../output/questions.ts";
import { type ApplyOutcome, applyWorks } from "../upload/apply-works.ts";
import { blobsToUpload, changedWorks, planWorks } from "../upload/plan-works.ts";
import { readCheckedManifests } from "./check.ts";

/**
 * `videoteca apply`: checks the manifests, shows the plan, asks, sends missing files and publishes.
 * Nothing is sent if any manifest has an error. @returns the exit code
 */
export async function apply(paths: readonly string[], options: ConfirmOptions): Promise<number> {
  const { json = false } = options;
  const loaded = await readCheckedManifests(paths, json);
  if (loaded === undefined) return 1;

  const client = createClient(readSettings(process.env));
  const planned = await planWorks(client, loaded.works);
  const hasChanges = changedWorks(planned).length > 0;
  if (!json) {
    print("");
    printPlan(planned);
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
  const { outcomes, sent } = await applyWorks(client, planned, report, progress);
  const [only, ...others] = outcomes;
  if (!json && !hasChanges && only !== undefined && others.length === 0) printPage(only);
  if (json) printJson({ problems: loaded.problems, works: outcomes, sent });
  return outcomes.some(({ result }) => result === "failed") ? 1 : 0;
}
