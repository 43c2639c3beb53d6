import type { WorkHistory } from "../api/contract.ts";
import type { FileTree } from "../inspection/file-tree.ts";
import { type FolderMemory, rememberedRevisions } from "../inspection/folder-memory.ts";
import type { Change } from "../records/diff/change.ts";
import { diffRecords } from "../records/diff/diff.ts";
import { isSameField, undoneChanges } from "../records/diff/undone.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { PlannedWork } from "./plan-works.ts";

type AuditEvent = WorkHistory["events"][number];

/** A later change that publishing would undo, with who made it, when and how. */
export interface UndoneChange extends Change, Omit<AuditEvent, "actor"> {
  readonly by: string;
}

/** How a manifest's folder stands to the library. */
export interface SyncState {
  /**
   * `new`: the library doesn't have the work. `in-step`: nobody's later change would be undone. `behind`: later
   * changes would be undone. `unknown`: the folder was never in step with the work, and has something else.
   */
  readonly state: "new" | "in-step" | "behind" | "unknown";
  /** The revision that the folder was last in step with. */
  readonly revision: number | null;
  readonly undoes: readonly UndoneChange[];
  /** The last change in the library; null if nothing was looked up. */
  readonly last: AuditEvent | null;
}

/** Whether publishing needs --overwrite. */
export const isBehind = ({ state }: SyncState): boolean =>
  state === "behind" || state === "unknown";

/** What a library has had before. */
export interface Revisions {
  /** A work's revisions and audit trail. @throws if no work has the slug */
  history(slug: string): Promise<WorkHistory>;
  /** The record of one revision, in the current version. */
  record(slug: string, revision: number): Promise<LibraryItem>;
}

/** Compares planned works with what their folders remember. @param library the library's own id */
export async function readSyncStates(
  revisions: Revisions,
  tree: Pick<FileTree, "folderOf" | "readMemory">,
  library: string,
  planned: readonly PlannedWork[],
): Promise<Map<PlannedWork, SyncState>> {
  const memories = new Map<string, FolderMemory>();
  const states = new Map<PlannedWork, SyncState>();
  for (const work of planned) {
    const folder = tree.folderOf(work.work.file);
    const memory = memories.get(folder) ?? (await tree.readMemory(folder));
    memories.set(folder, memory);
    states.set(work, await readSyncState(revisions, library, work, memory));
  }
  return states;
}

async function readSyncState(
  revisions: Revisions,
  library: string,
  { work: { record, digest }, change, renamedFrom, replaces, revision }: PlannedWork,
  memory: FolderMemory,
): Promise<SyncState> {
  const nothing = { revision, undoes: [], last: null };
  if (change === "create" || replaces === null) return { ...nothing, state: "new" };
  if (change === "none") return { ...nothing, state: "in-step" };
  const slugs = [record.slug, ...(renamedFrom === null ? [] : [renamedFrom])];
  const { own, others } = rememberedRevisions(memory, library, slugs);
  if (own?.digest === replaces) return { ...nothing, state: "in-step" };

  const history = await revisions.history(renamedFrom ?? record.slug);
  const [last = null] = history.events;
  const find = (wanted: string | undefined) =>
    history.revisions.find((one) => one.digest === wanted)?.number;
  const base =
    find(own?.digest) ??
    history.revisions.find((one) => others.some((other) => other.digest === one.digest))?.number ??
    find(digest);
  if (base === undefined) return { state: "unknown", revision: null, undoes: [], last };
  const undoes = await findUndoneChanges(revisions, history, base, record);
  return { state: undoes.length === 0 ? "in-step" : "behind", revision: base, undoes, last };
}

/** How many changes of a work are looked through for who made them: each costs a request or two. */
const maxEvents = 50;

/** The changes since a revision that publishing a record would undo, and who made each of them last. */
async function findUndoneChanges(
  revisions: Revisions,
  history: WorkHistory,
  base: number,
  record: LibraryItem,
): Promise<UndoneChange[]> {
  const records = new Map<number, LibraryItem>();
  const read = async (number: number) => {
    const known = records.get(number);
    if (known !== undefined) return known;
    const found = await revisions.record(history.slug, number);
    records.set(number, found);
    return found;
  };
  const current = await read(history.current);
  const pending = undoneChanges(await read(base), current, record);
  const found = new Map<Change, AuditEvent>();
  const sinceBase = history.events.findIndex(({ toRevision }) => toRevision === base);
  const events = history.events.slice(0, sinceBase === -1 ? maxEvents : sinceBase);
  for (const event of events.slice(0, maxEvents)) {
    if (found.size === pending.length) break;
    const before = event.fromRevision === null ? undefined : await read(event.fromRevision);
    const changes = diffRecords(before, await read(event.toRevision));
    for (const change of pending) {
      if (!found.has(change) && changes.some((one) => isSameField(one, change))) {
        found.set(change, event);
      }
    }
  }
  const [newest] = history.events;
  return pending.flatMap((change) => {
    const event = found.get(change) ?? newest;
    if (event === undefined) return [];
    const { actor, ...rest } = event;
    return [{ ...change, ...rest, by: actor }];
  });
}
