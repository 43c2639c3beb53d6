import { dirname } from "node:path";
import type { LoadedWork } from "../../inspection/load-work.ts";
import type { ApplyOutcome } from "../../plans/apply-works.ts";
import { worksInStep } from "../../plans/in-step.ts";
import { type PlannedWork, planWorks, refusalMessage } from "../../plans/plan-works.ts";
import { type Revisions, readSyncStates, type SyncState } from "../../plans/sync-state.ts";
import type { Client } from "../api/client.ts";
import { fetchHistory, fetchLibraryId, fetchRevision } from "../api/works.ts";
import type { Settings } from "../config/settings.ts";
import { nodeFiles } from "../manifests/node-files.ts";
import { printNotice } from "../output/print.ts";
import { rememberInStep } from "./folder-memory.ts";

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
  const states = await readSyncStates(revisionsOf(settings), nodeFiles, id, acceptable);
  return { planned, states, library: { id, url: settings.url } };
}

/** The library's revisions, as its API gives them. */
function revisionsOf(settings: Settings): Revisions {
  return {
    history: (slug) => fetchHistory(settings, slug),
    record: async (slug, number) => (await fetchRevision(settings, slug, number)).record,
  };
}

/** Writes down in the manifests' folders which works are in step with the library now. */
export async function rememberOutcomes(
  { planned, library }: PlanInStep,
  outcomes: readonly ApplyOutcome[],
): Promise<void> {
  const inStep = worksInStep(planned, outcomes, dirname);
  await rememberInStep(library, inStep).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    printNotice(`The works are published, but their folder can't remember it: ${reason}`);
  });
}
