/** Undo and redo. Documents share what stayed, so that a step costs one list of rows. */
import type { CaptionsDocument } from "./document.ts";

interface Step {
  readonly document: CaptionsDocument;
  /** The row that the step was about. */
  readonly rowId: string | undefined;
}

export interface EditHistory {
  readonly past: readonly Step[];
  readonly present: CaptionsDocument;
  readonly future: readonly Step[];
  /** What is written without a pause in one text is one step. */
  readonly typing: string | undefined;
}

/** How many steps can be undone. Our choice: each of 2,000 rows takes 16 kB. */
const maxSteps = 500;

export function startHistory(document: CaptionsDocument): EditHistory {
  return { past: [], present: document, future: [], typing: undefined };
}

/**
 * Makes a document the present one.
 * @param typing names the text that is being written; further changes with the same name join this step
 */
export function record(
  history: EditHistory,
  document: CaptionsDocument,
  rowId?: string,
  typing?: string,
): EditHistory {
  if (document === history.present) return history;
  const isSameStep = typing !== undefined && typing === history.typing;
  const step = { document: history.present, rowId };
  const past = isSameStep ? history.past : [...history.past, step].slice(-maxSteps);
  return { past, present: document, future: [], typing };
}

/** What is written next is a step of its own. */
export function endTyping(history: EditHistory): EditHistory {
  return history.typing === undefined ? history : { ...history, typing: undefined };
}

/** A history after a step back or forth, and the row to show. */
export interface Moved {
  readonly history: EditHistory;
  readonly rowId: string | undefined;
}

/** Takes the last step back; undefined if there is none. */
export function undo({ past, present, future }: EditHistory): Moved | undefined {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  const { document, rowId } = last;
  const step = { document: present, rowId };
  const history = { past: past.slice(0, -1), present: document, future: [step, ...future] };
  return { history: { ...history, typing: undefined }, rowId };
}

/** Makes the last step that was taken back again; undefined if there is none. */
export function redo({ past, present, future }: EditHistory): Moved | undefined {
  const [next, ...rest] = future;
  if (next === undefined) return undefined;
  const { document, rowId } = next;
  const history = {
    past: [...past, { document: present, rowId }],
    present: document,
    future: rest,
  };
  return { history: { ...history, typing: undefined }, rowId };
}
