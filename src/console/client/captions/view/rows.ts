/** All rows of a document. Each group of rows is laid out only when it is near the window. */
import type { CaptionsDocument } from "../core/document.ts";
import type { RowFinding } from "../core/findings.ts";
import { element } from "./element.ts";
import { createRow, type RowContext, type RowView } from "./row.ts";

/**
 * Rows in a group. Measured with 3,000 cues on a processor slowed four times: a keystroke takes 31 ms with groups of
 * 50, 42 ms with each row alone and 161 ms with none; the browser's own search finds every cue.
 */
const groupSize = 50;

export interface RowsView {
  readonly element: HTMLElement;
  /** Shows a document: only rows that differ from those shown are touched. */
  show(document: CaptionsDocument): void;
  get(rowId: string): RowView | undefined;
  showFindings(findings: ReadonlyMap<string, readonly RowFinding[]>): void;
  /** Marks the row that the film is at. */
  markPlaying(rowId: string | undefined): void;
}

export function createRows(context: RowContext): RowsView {
  const whole = element("div", { class: "cues" });
  const views = new Map<string, RowView>();
  let playing: HTMLElement | undefined;

  const show = (captions: CaptionsDocument) => {
    const ids = new Set(captions.rows.map(({ id }) => id));
    for (const [id, view] of views) {
      if (ids.has(id)) continue;
      const group = view.element.parentElement;
      view.element.remove();
      views.delete(id);
      if (group?.childElementCount === 0) group.remove();
    }
    let previous: HTMLElement | undefined;
    for (const [index, row] of captions.rows.entries()) {
      let view = views.get(row.id);
      if (view === undefined) {
        view = createRow(row.id, context);
        views.set(row.id, view);
      }
      view.update(row, index + 1);
      place(whole, previous, view.element);
      previous = view.element;
    }
  };
  return {
    element: whole,
    show,
    get: (rowId) => views.get(rowId),
    showFindings(findings) {
      for (const [id, view] of views) view.showFindings(findings.get(id) ?? []);
    },
    markPlaying(rowId) {
      const next = rowId === undefined ? undefined : views.get(rowId)?.element;
      if (next === playing) return;
      playing?.classList.remove("playing");
      next?.classList.add("playing");
      playing = next;
    },
  };
}

/** Puts a row after another, or first. One that is there already isn't moved: it would lose the focus. */
function place(whole: HTMLElement, previous: HTMLElement | undefined, row: HTMLElement): void {
  const left = row.parentElement;
  put(whole, previous, row);
  if (left !== null && left.childElementCount === 0) left.remove();
}

function put(whole: HTMLElement, previous: HTMLElement | undefined, row: HTMLElement): void {
  if (previous === undefined) {
    const first = whole.firstElementChild;
    if (first?.firstElementChild === row) return;
    (first ?? whole.appendChild(newGroup())).prepend(row);
    return;
  }
  const group = previous.parentElement;
  const next = previous.nextElementSibling ?? group?.nextElementSibling?.firstElementChild;
  if (next === row || group === null) return;
  const isFull = previous.nextElementSibling === null && group.childElementCount >= groupSize;
  if (!isFull) previous.after(row);
  else {
    const added = newGroup();
    group.after(added);
    added.append(row);
  }
}

function newGroup(): HTMLElement {
  return element("div", { class: "group" });
}
