/** The keyboard: Enter and Tab go on, Shift+Alt with a letter acts, Ctrl+Z takes back. */
import type { Action } from "./actions.ts";
import { indexOfRow } from "./core/rows.ts";
import type { Editor } from "./editor.ts";

/** @param page the element that hears the keys; the body hears them before anything has the focus */
export function listenToKeys(page: HTMLElement, editor: Editor, actions: readonly Action[]): void {
  page.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { code, key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
    const isInRows =
      target === document.body ||
      (target instanceof HTMLElement && target.closest(".cue") !== null);
    if (shiftKey && altKey && !ctrlKey && !metaKey) {
      const action = actions.find((one) => one.code === code);
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    } else if ((ctrlKey || metaKey) && !altKey && isInRows) {
      const letter = key.toLowerCase();
      if (letter !== "z" && letter !== "y") return;
      event.preventDefault();
      if (letter === "y" || shiftKey) editor.redo();
      else editor.undo();
    } else if (target instanceof HTMLTextAreaElement && isInRows && !altKey && !shiftKey) {
      // In the last row Tab leaves the rows, so that nobody is caught in them (WCAG 2.1.2).
      if ((key === "Enter" || key === "Tab") && goToNext(editor, target)) event.preventDefault();
      else if (key === "Enter") event.preventDefault();
    }
  });
}

function goToNext(editor: Editor, { dataset }: HTMLElement): boolean {
  const { rows } = editor.document;
  const next = rows[indexOfRow(editor.document, dataset.row ?? "") + 1];
  if (next !== undefined) editor.goTo(next.id, true);
  return next !== undefined;
}
