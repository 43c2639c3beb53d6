import { createClient } from "../api/client.ts";
import { readSettings } from "../config/settings.ts";
import { print } from "../output/print.ts";
import { printPlan } from "../output/print-plan.ts";
import { changedWorks, type PlannedWork, planWorks } from "../upload/plan-works.ts";
import { checked } from "./check.ts";

/** `videoteca plan`: says what publishing would change. Writes nothing. @returns the exit code */
export async function plan(
  paths: readonly string[],
  { json = false }: { json?: boolean },
): Promise<number> {
  const gathered = await checked(paths, json);
  if (gathered === undefined) return 1;

  const planned = await planWorks(createClient(readSettings(process.env)), gathered.works);
  if (json) {
    const works = planned.map(describePlanned);
    print(JSON.stringify({ problems: gathered.problems, works }, null, 2));
  } else {
    print("");
    printPlan(planned);
  }
  return changedWorks(planned).length === 0 ? 0 : 2;
}

/** A planned work as `--json` tells it. */
function describePlanned(planned: PlannedWork) {
  const { work, change, changes, warnings, replaces, revision, missing } = planned;
  return {
    slug: work.record.slug,
    file: work.file,
    change,
    digest: work.digest,
    replaces,
    revision,
    changes,
    warnings,
    missingBlobs: missing.map(({ sha256, extension, size }) => ({ sha256, extension, size })),
  };
}
