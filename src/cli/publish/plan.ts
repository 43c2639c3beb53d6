import { createClient } from "../api/client.ts";
import type { JsonOption } from "../commands/common.ts";
import { readSettings } from "../config/settings.ts";
import { print, printJson } from "../output/print.ts";
import { printPlan } from "../output/print-plan.ts";
import { changedWorks, type PlannedWork, planWorks } from "../upload/plan-works.ts";
import { readCheckedManifests } from "./check.ts";

/** `videoteca plan`: shows what publishing would change, and changes nothing. @returns the exit code */
export async function plan(
  paths: readonly string[],
  { json = false }: JsonOption,
): Promise<number> {
  const loaded = await readCheckedManifests(paths, json);
  if (loaded === undefined) return 1;

  const planned = await planWorks(createClient(readSettings(process.env)), loaded.works);
  if (json) {
    printJson({ problems: loaded.problems, works: planned.map(describePlannedWork) });
  } else {
    print("");
    printPlan(planned);
  }
  return changedWorks(planned).length === 0 ? 0 : 2;
}

/** A work in the result of `plan --json`. */
function describePlannedWork(planned: PlannedWork): object {
  const { work, change, renamedFrom, changes, warnings, replaces, revision, missing } = planned;
  return {
    slug: work.record.slug,
    file: work.file,
    change,
    renamedFrom,
    digest: work.digest,
    replaces,
    revision,
    changes,
    warnings,
    missingBlobs: missing.map(({ sha256, extension, size }) => ({ sha256, extension, size })),
  };
}
