import { changedWorks, type PlannedWork } from "../../plans/plan-works.ts";
import type { SyncState } from "../../plans/sync-state.ts";
import { createClient } from "../api/client.ts";
import type { JsonOption } from "../commands/common.ts";
import { readSettings } from "../config/settings.ts";
import { print, printJson } from "../output/print.ts";
import { printPlan } from "../output/print-plan.ts";
import { planInStep } from "../sync/plan-in-step.ts";
import { readCheckedManifests } from "./check.ts";

/** `videoteca plan`: shows what publishing would change, and changes nothing. @returns the exit code */
export async function plan(
  paths: readonly string[],
  { json = false }: JsonOption,
): Promise<number> {
  const loaded = await readCheckedManifests(paths, json);
  if (loaded === undefined) return 1;

  const { planned, states } = await planInStep(
    createClient(readSettings(process.env)),
    loaded.works,
  );
  if (json) {
    const works = planned.map((work) => describePlannedWork(work, states.get(work)));
    printJson({ problems: loaded.problems, works });
  } else {
    print("");
    printPlan(planned, states);
  }
  return changedWorks(planned).length === 0 ? 0 : 2;
}

/** A work in the result of `plan --json`. */
function describePlannedWork(planned: PlannedWork, sync: SyncState | undefined): object {
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
    sync: sync ?? null,
    missingBlobs: missing.map(({ sha256, extension, size }) => ({ sha256, extension, size })),
  };
}
