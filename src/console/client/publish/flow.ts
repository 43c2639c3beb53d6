import type { FileTree } from "../../../inspection/file-tree.ts";
import { memoryFileName, updateMemory } from "../../../inspection/folder-memory.ts";
import { formatProblems, summarizeProblems } from "../../../inspection/format-problems.ts";
import { plainText, type StyledLine } from "../../../inspection/lines.ts";
import { publishedRanges } from "../../../inspection/media/fast-start.ts";
import { type LoadedManifests, readManifests } from "../../../inspection/read-manifests.ts";
import type { MeasuredFiles } from "../../../manifest/to-record.ts";
import { type ApplyOutcome, applyWorks } from "../../../plans/apply-works.ts";
import { formatPlan } from "../../../plans/format-plan.ts";
import { describeStop } from "../../../plans/format-sync.ts";
import { worksInStep } from "../../../plans/in-step.ts";
import {
  blobsToUpload,
  changedWorks,
  type MissingBlob,
  type PlannedWork,
  planWorks,
  refusalMessage,
} from "../../../plans/plan-works.ts";
import { isBehind, readSyncStates, type SyncState } from "../../../plans/sync-state.ts";
import type { Library } from "../shared/library.ts";
import { blobOf, browserFiles, type GivenFiles } from "./files/browser-files.ts";
import { rootsOf } from "./files/given.ts";

/** What a folder in the browser goes through, as with the command line: check, plan, apply. */

export interface CheckedFolder {
  readonly files: GivenFiles;
  readonly tree: FileTree;
  readonly loaded: LoadedManifests;
  /** The lines of `videoteca check`, the last of them a summary. */
  readonly problemLines: readonly StyledLine[];
}

/** `check`: reads manifests and all files that they name. Nothing is sent. */
export async function checkFolder(
  files: GivenFiles,
  digest: (bytes: Blob) => Promise<string>,
  known?: ReadonlyMap<string, MeasuredFiles>,
): Promise<CheckedFolder> {
  const tree = browserFiles(files, digest, known);
  const loaded = await readManifests(tree, rootsOf(files));
  const { problems, manifestCount } = loaded;
  const problemLines = [...formatProblems(problems), summarizeProblems(problems, manifestCount)];
  return { files, tree, loaded, problemLines };
}

export interface PlannedFolder extends CheckedFolder {
  readonly planned: readonly PlannedWork[];
  readonly states: ReadonlyMap<PlannedWork, SyncState>;
  readonly libraryId: string;
  readonly hasChanges: boolean;
  /** The lines of `videoteca plan`. */
  readonly planLines: readonly StyledLine[];
  /** Later changes that publishing would undo, a sentence for each work. */
  readonly undoes: readonly string[];
}

/** `plan`: asks what publishing would change. Nothing is written. */
export async function planFolder(library: Library, folder: CheckedFolder): Promise<PlannedFolder> {
  const planned = await planWorks(library, folder.loaded.works);
  const libraryId = await library.id();
  const acceptable = planned.filter((work) => refusalMessage(work) === undefined);
  const states = await readSyncStates(library, folder.tree, libraryId, acceptable);
  const undoes = [...states].flatMap(([{ work }, state]) =>
    isBehind(state) ? [describeStop(work.record.slug, state)] : [],
  );
  const hasChanges = changedWorks(planned).length > 0;
  const planLines = formatPlan(planned, states).filter((line) => plainText(line) !== "");
  return { ...folder, planned, states, libraryId, hasChanges, planLines, undoes };
}

/** The files to send before the works can be published. */
export function filesToSend({ planned }: PlannedFolder): MissingBlob[] {
  return blobsToUpload(planned.filter((work) => refusalMessage(work) === undefined));
}

/** The bytes of a file as they are published. */
export async function openFile(
  { files, tree }: CheckedFolder,
  { path, realPath = path, extension, madeText }: MissingBlob,
): Promise<Blob> {
  if (madeText !== undefined) return new Blob([madeText]);
  const size = files.get(realPath)?.size ?? 0;
  return blobOf(files, await publishedRanges(tree, realPath, extension, size));
}

/** `apply`: publishes the works in order, each once its files have arrived. */
export function applyFolder(
  library: Library,
  waitFor: (blob: MissingBlob) => Promise<void>,
  { planned }: PlannedFolder,
  report: (outcome: ApplyOutcome) => void,
): Promise<ApplyOutcome[]> {
  const publisher = {
    ...library,
    waitFor,
    refusalOf: (error: unknown) =>
      library.refusalOf(error) ??
      // A file that the library refuses, or that has changed since it was read.
      (error instanceof Error &&
      ["RefusedFileError", "NotReadableError", "NotFoundError"].includes(error.name)
        ? { message: error.message, problem: undefined }
        : undefined),
  };
  return applyWorks(publisher, planned, () => new Date().toISOString(), report);
}

/** What folders remember now: the text of `.videoteca.json` by its path, where it changes. */
export async function memoriesAfter(
  { planned, tree, libraryId }: PlannedFolder,
  url: string,
  outcomes: readonly ApplyOutcome[],
): Promise<Map<string, string>> {
  const inStep = worksInStep(planned, outcomes, tree.folderOf);
  const texts = new Map<string, string>();
  for (const folder of new Set(inStep.map((work) => work.folder))) {
    const own = inStep.filter((work) => work.folder === folder);
    const text = updateMemory(await tree.readMemory(folder), { id: libraryId, url }, own);
    if (text !== undefined) texts.set(tree.join(folder, memoryFileName), text);
  }
  return texts;
}
