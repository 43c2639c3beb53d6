import { dirname } from "node:path";
import type { InStep } from "../../inspection/folder-memory.ts";
import type { LoadedWork } from "../../inspection/load-work.ts";
import { formerSlugsOf } from "../../records/former-slugs.ts";
import type { Client } from "../api/client.ts";
import { fetchLibraryId } from "../api/works.ts";
import { printNotice } from "../output/print.ts";
import type { ApplyOutcome } from "../upload/apply-works.ts";
import { type PlannedWork, planWorks, refusalMessage } from "../upload/plan-works.ts";
import { rememberInStep } from "./folder-memory.ts";
import { readSyncStates, type SyncState } from "./sync-state.ts";

/** A plan, with what the manifests' folders remember. */
export interface PlanInStep {
  readonly planned: PlannedWork[];
  /** None for works that the library refuses whatever the folder remembers. */
  readonly states: ReadonlyMap<PlannedWork, SyncState>;
  /** What the folders call the library. */
  readonly library: { readonly id: string; readonly url: string };
}

/** Asks what publishing would change, and whether it would undo later changes. Writes nothing. */
export async function planInStep(
  client: Client,
  works: readonly LoadedWork[],
): Promise<PlanInStep> {
  const { settings } = client;
  const planned = await planWorks(client, works);
  // A library of an older release has no id.
  const id = (await fetchLibraryId(settings)) ?? settings.url;
  const acceptable = planned.filter((work) => refusalMessage(work) === undefined);
  const states = await readSyncStates(settings, id, acceptable);
  return { planned, states, library: { id, url: settings.url } };
}

/** Writes down in the manifests' folders which works are in step with the library now. */
export async function rememberOutcomes(
  { planned, library }: PlanInStep,
  outcomes: readonly ApplyOutcome[],
): Promise<void> {
  const bySlug = new Map(outcomes.map((outcome) => [outcome.slug, outcome]));
  const inStep = planned.flatMap(({ work, revision, replaces }): InStep[] => {
    const { slug } = work.record;
    const outcome = bySlug.get(slug);
    const place = { folder: dirname(work.file), slug, formerSlugs: formerSlugsOf(work.record) };
    if (outcome === undefined || outcome.result === "failed") return [];
    if (outcome.revision !== undefined) {
      return [{ ...place, revision: outcome.revision, digest: work.digest }];
    }
    if (outcome.result !== "unchanged" || revision === null || replaces === null) return [];
    return [{ ...place, revision, digest: replaces }];
  });
  await rememberInStep(library, inStep).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    printNotice(`The works are published, but their folder can't remember it: ${reason}`);
  });
}
