import { formatSize } from "../i18n/format.ts";
import { formatCount, type StyledLine } from "../inspection/lines.ts";
import { languagesOf } from "../records/tracks.ts";
import type { ApplyOutcome } from "./apply-works.ts";
import { formatChange } from "./format-change.ts";
import { formatSyncState } from "./format-sync.ts";
import { blobsToUpload, changedWorks, type PlannedWork } from "./plan-works.ts";
import { isBehind, type SyncState } from "./sync-state.ts";

const workLabels = { create: "+ create", update: "~ update", none: "= unchanged" } as const;
const workStyles = { create: "green", update: "yellow", none: "dim" } as const;
const indentation = " ".repeat(13);

/**
 * What would change, in lines: for each work its changes by language, the files to send and warnings;
 * then a summary.
 */
export function formatPlan(
  planned: readonly PlannedWork[],
  states: ReadonlyMap<PlannedWork, SyncState>,
): StyledLine[] {
  const listed = new Set<string>();
  const lines: StyledLine[] = [];
  const addIndented = (line: StyledLine) => lines.push([indentation, ...line]);
  for (const plannedWork of planned) {
    const { work, change, renamedFrom, changes, missing, warnings } = plannedWork;
    const { kind, slug } = work.record;
    const languages =
      kind === "Library" ? "" : `  ${kind} (${languagesOf(work.record).join(", ")})`;
    const renamed = renamedFrom === null ? "" : `  renamed from ${renamedFrom}`;
    const details = change === "create" ? languages : renamed;
    const text = `${workLabels[change].padEnd(11)}  ${slug}`;
    lines.push([{ style: workStyles[change], text }, details]);
    // In a new work everything is new: listing it would only repeat the manifest.
    if (change === "update") for (const one of changes) addIndented(formatChange(one));
    const state = states.get(plannedWork);
    if (change === "update" && state !== undefined) {
      for (const line of formatSyncState(state)) addIndented(line);
    }
    for (const blob of missing) {
      if (listed.has(blob.sha256)) continue;
      listed.add(blob.sha256);
      addIndented([`send ${sentName(blob)}, ${formatSize(blob.size, "en")}`]);
    }
    for (const { message } of warnings) {
      addIndented([{ style: "yellow", text: "warning" }, `  ${message}`]);
    }
  }
  lines.push([""], [summarizePlan(planned)]);
  const known = [...states.values()].filter(({ state }) => state !== "new");
  if (known.length > 0 && !known.some(isBehind)) lines.push(["In step with the library."]);
  return lines;
}

const outcomeStyles = {
  created: "green",
  updated: "green",
  unchanged: "dim",
  failed: "red",
} as const;

/** The result of publishing a work, in a line. */
export function formatOutcome({ slug, result, revision, message }: ApplyOutcome): StyledLine {
  const number = revision === undefined ? "" : ` (revision ${revision})`;
  const reason = message === undefined ? "" : `: ${message}`;
  const text = result.padEnd(9);
  return [{ style: outcomeStyles[result], text }, `  ${slug}${number}${reason}`];
}

function summarizePlan(planned: readonly PlannedWork[]): string {
  const changed = changedWorks(planned).length;
  if (changed === 0) {
    return `Nothing to publish: ${formatCount(planned.length, "work")}, all up to date in the library.`;
  }
  const blobs = blobsToUpload(planned);
  const bytes = blobs.reduce((sum, blob) => sum + blob.size, 0);
  const size = formatSize(bytes, "en");
  return `To publish: ${formatCount(changed, "work")}, ${formatCount(blobs.length, "file")} to send (${size}).`;
}

function sentName({ path, extension, madeText }: PlannedWork["missing"][number]): string {
  if (extension === "txt") return `${path} as text, for search`;
  return madeText === undefined || /\.vtt$/i.test(path) ? path : `${path} as WebVTT`;
}
