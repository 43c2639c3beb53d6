import { formatSize } from "../../i18n/format.ts";
import { languagesOf } from "../../records/tracks.ts";
import { printSyncState } from "../sync/print-sync.ts";
import { isBehind, type SyncState } from "../sync/sync-state.ts";
import type { ApplyOutcome } from "../upload/apply-works.ts";
import { blobsToUpload, changedWorks, type PlannedWork } from "../upload/plan-works.ts";
import { printChanges } from "./format-change.ts";
import { formatCount, print, styled } from "./print.ts";

const workLabels = { create: "+ create", update: "~ update", none: "= unchanged" } as const;
const workColors = { create: "green", update: "yellow", none: "dim" } as const;
const indentation = " ".repeat(13);

/**
 * Prints what would change: for each work its changes by language, the files to send and warnings;
 * then a summary.
 */
export function printPlan(
  planned: readonly PlannedWork[],
  states: ReadonlyMap<PlannedWork, SyncState>,
): void {
  const listed = new Set<string>();
  for (const plannedWork of planned) {
    const { work, change, renamedFrom, changes, missing, warnings } = plannedWork;
    const { kind, slug } = work.record;
    const languages =
      kind === "Library" ? "" : `  ${kind} (${languagesOf(work.record).join(", ")})`;
    const renamed = renamedFrom === null ? "" : `  renamed from ${renamedFrom}`;
    const details = change === "create" ? languages : renamed;
    print(styled(workColors[change], `${workLabels[change].padEnd(11)}  ${slug}`) + details);
    // In a new work everything is new: listing it would only repeat the manifest.
    if (change === "update") printChanges(changes, indentation);
    const state = states.get(plannedWork);
    if (change === "update" && state !== undefined) printSyncState(state, indentation);
    for (const blob of missing) {
      if (listed.has(blob.sha256)) continue;
      listed.add(blob.sha256);
      print(`${indentation}send ${fileNameOf(blob)}, ${formatSize(blob.size, "en")}`);
    }
    for (const { message } of warnings)
      print(`${indentation}${styled("yellow", "warning")}  ${message}`);
  }
  print("");
  print(summarize(planned));
  const known = [...states.values()].filter(({ state }) => state !== "new");
  if (known.length > 0 && !known.some(isBehind)) print("In step with the library.");
}

const outcomeColors = {
  created: "green",
  updated: "green",
  unchanged: "dim",
  failed: "red",
} as const;

/** Prints the result of publishing a work, and where its page is if it changed. */
export function printOutcome(outcome: ApplyOutcome): void {
  const { slug, result, revision, message } = outcome;
  const number = revision === undefined ? "" : ` (revision ${revision})`;
  const reason = message === undefined ? "" : `: ${message}`;
  print(`${styled(outcomeColors[result], result.padEnd(9))}  ${slug}${number}${reason}`);
  if (result !== "unchanged") printPage(outcome);
}

/** Prints the address of a work's page, and whether anyone can read it. */
export function printPage({ slug, url, visibility }: ApplyOutcome): void {
  if (url === undefined) return;
  const note = visibility === "hidden" ? ` (not public yet: videoteca preview ${slug})` : "";
  print(`           ${url}${note}`);
}

function summarize(planned: readonly PlannedWork[]): string {
  const changed = changedWorks(planned).length;
  if (changed === 0) {
    return `Nothing to publish: ${formatCount(planned.length, "work")}, all up to date in the library.`;
  }
  const blobs = blobsToUpload(planned);
  const bytes = blobs.reduce((sum, blob) => sum + blob.size, 0);
  const size = formatSize(bytes, "en");
  return `To publish: ${formatCount(changed, "work")}, ${formatCount(blobs.length, "file")} to send (${size}).`;
}

function fileNameOf({ path, webVtt }: PlannedWork["missing"][number]): string {
  return webVtt === undefined || /\.vtt$/i.test(path) ? path : `${path} as WebVTT`;
}
