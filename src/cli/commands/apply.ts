import { createClient } from "../api/client.ts";
import { CliError } from "../cli-error.ts";
import { readSettings } from "../config/settings.ts";
import { confirm } from "../output/confirm.ts";
import { print, printOutcome } from "../output/print.ts";
import { printChanges, printPlan } from "../output/print-plan.ts";
import { createProgress, noProgress } from "../output/progress.ts";
import { type ApplyOutcome, applyWorks } from "../upload/apply-works.ts";
import { blobsToSend, changedWorks, planWorks } from "../upload/plan-works.ts";
import { checked } from "./check.ts";

/**
 * `videoteca apply`: checks, plans, asks, sends what is missing and publishes. Nothing is written
 * where any manifest is broken. @returns the exit code
 */
export async function apply(
  paths: readonly string[],
  { json = false, yes = false }: { json?: boolean; yes?: boolean },
): Promise<number> {
  const gathered = await checked(paths, json);
  if (gathered === undefined) return 1;

  const client = createClient(readSettings(process.env));
  const planned = await planWorks(client, gathered.works);
  const changed = changedWorks(planned).length > 0;
  if (!json) {
    print("");
    printPlan(planned);
  }
  if (changed && !yes) {
    if (json || !process.stdin.isTTY) {
      throw new CliError("There is nobody to ask here: say --yes to publish without a question.");
    }
    if (!(await confirm("Publish?"))) {
      print("Nothing was published.");
      return 1;
    }
  }
  const bytes = blobsToSend(planned).reduce((sum, blob) => sum + blob.size, 0);
  const progress = json || bytes === 0 ? noProgress : createProgress(bytes);
  // Where nothing changes, the plan has said so already.
  const report = (outcome: ApplyOutcome) => {
    if (json || !changed) return;
    progress.clear();
    printOutcome(outcome);
    printChanges(outcome.changes ?? [], " ".repeat(11));
  };
  const { outcomes, sent } = await applyWorks(client, planned, report, progress);
  if (json) print(JSON.stringify({ problems: gathered.problems, works: outcomes, sent }, null, 2));
  return outcomes.some(({ result }) => result === "failed") ? 1 : 0;
}
