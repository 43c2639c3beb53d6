/** The state of the captions editor: one document with its history, and which row a person is at. */
import { type CaptionsDocument, type Side, sides } from "./core/document.ts";
import { type EditHistory, endTyping, record, redo, startHistory, undo } from "./core/history.ts";
import { type CueConflict, keepMine, mergeTrack, takeTheirs } from "./core/merge.ts";
import { indexOfRow, type OpenSides } from "./core/rows.ts";
import type { Track } from "./core/track.ts";

type Change = (document: CaptionsDocument, open: OpenSides) => CaptionsDocument;

/** What the parts of the page share. */
export interface Editor {
  readonly document: CaptionsDocument;
  /** The row that a person is at; undefined if there is none. */
  readonly currentId: string | undefined;
  /** The sides that are written; `beside` only after it was opened. */
  readonly open: OpenSides;
  readonly conflicts: readonly CueConflict[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Changes the document, as one step.
   * @param typing names the text that is being written, so that it becomes one step
   */
  change(make: Change, typing?: string): void;
  undo(): void;
  redo(): void;
  /** @param isFocused whether its text gets the focus */
  goTo(rowId: string | undefined, isFocused?: boolean): void;
  setOpen(isOpen: boolean): void;
  /**
   * Takes over what somebody else changed; what can't be decided is in `conflicts`. What was before can't be undone.
   */
  merge(side: Side, base: Track, theirs: Track): void;
  decide(conflict: CueConflict, choice: "mine" | "theirs"): void;
  /** Called after each change with what changed. */
  subscribe(listener: (event: EditorEvent) => void): void;
}

export type EditorEvent = "document" | "place" | "focus" | "open" | "conflicts";

export function createEditor(start: CaptionsDocument): Editor {
  let history: EditHistory = startHistory(start);
  let currentId: string | undefined = start.rows[0]?.id;
  let open: OpenSides = ["edited"];
  let conflicts: readonly CueConflict[] = [];
  const listeners: ((event: EditorEvent) => void)[] = [];
  const tell = (event: EditorEvent) => {
    for (const listener of listeners) listener(event);
  };
  const show = (next: EditHistory) => {
    if (next === history) return;
    const before = history.present;
    history = next;
    if (history.present !== before) {
      currentId = nearestRow(before, history.present, currentId);
      tell("document");
    }
  };
  const step = (moved: ReturnType<typeof undo>) => {
    if (moved === undefined) return;
    show(moved.history);
    if (moved.rowId !== undefined && indexOfRow(history.present, moved.rowId) >= 0) {
      currentId = moved.rowId;
    }
    tell("focus");
  };
  return {
    get document() {
      return history.present;
    },
    get currentId() {
      return currentId;
    },
    get open() {
      return open;
    },
    get conflicts() {
      return conflicts;
    },
    get canUndo() {
      return history.past.length > 0;
    },
    get canRedo() {
      return history.future.length > 0;
    },
    change(make, typing) {
      show(record(history, make(history.present, open), currentId, typing));
    },
    undo: () => step(undo(history)),
    redo: () => step(redo(history)),
    goTo(rowId, isFocused = false) {
      if (rowId !== currentId) {
        history = endTyping(history);
        currentId = rowId;
        tell("place");
      }
      if (isFocused) tell("focus");
    },
    setOpen(isOpen) {
      open = isOpen ? sides : ["edited"];
      tell("open");
    },
    merge(side, base, theirs) {
      const before = history.present;
      const merged = mergeTrack(before, side, base, theirs);
      // Not a step: taking it back would take the other person's lines away.
      history = startHistory(merged.document);
      currentId = nearestRow(before, merged.document, currentId);
      tell("document");
      conflicts = [...conflicts, ...merged.conflicts];
      tell("conflicts");
    },
    decide(conflict, choice) {
      const decided = choice === "mine" ? keepMine : takeTheirs;
      conflicts = conflicts.filter((one) => one !== conflict);
      show(record(endTyping(history), decided(history.present, conflict), conflict.rowId));
      tell("conflicts");
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** The row that a person is at after a change: the same, or the one in its place if it is gone. */
function nearestRow(
  before: CaptionsDocument,
  { rows }: CaptionsDocument,
  rowId: string | undefined,
): string | undefined {
  if (rows.some(({ id }) => id === rowId)) return rowId;
  const index = before.rows.findIndex(({ id }) => id === rowId);
  return (rows[Math.max(0, index)] ?? rows.at(-1))?.id;
}
