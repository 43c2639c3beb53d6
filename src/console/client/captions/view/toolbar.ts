/** The buttons above the rows, who speaks, and two choices. */
import type { Action } from "../actions.ts";
import { setText } from "../core/rows.ts";
import { namesOfSpeakers, speakerOfText, withSpeaker } from "../core/speakers.ts";
import type { Editor } from "../editor.ts";
import type { EditorStrings } from "../strings.ts";
import { button, element, labelled } from "./element.ts";

export interface ToolbarView {
  readonly element: HTMLElement;
  /** What is chosen once; it doesn't stay in sight as the toolbar does. */
  readonly choices: HTMLElement;
  readonly speaker: HTMLInputElement;
  /** Whether the film pauses while somebody writes. */
  readonly pausesTyping: boolean;
  /** Shows what can be undone, and who speaks in the current row. */
  update(): void;
}

interface ToolbarOptions {
  readonly editor: Editor;
  readonly strings: EditorStrings;
  readonly actions: readonly Action[];
  /** The language beside, if it may be written too. */
  readonly besideName: string | undefined;
}

export function createToolbar({
  editor,
  strings,
  actions,
  besideName,
}: ToolbarOptions): ToolbarView {
  const undo = button(strings.undo, () => editor.undo());
  const redo = button(strings.redo, () => editor.redo());
  const names = element("datalist", { id: "speakers" });
  const speaker = element("input", { type: "text", list: names.id, autocomplete: "off" });
  speaker.addEventListener("change", () => {
    const id = editor.currentId ?? "";
    const row = editor.document.rows.find((one) => one.id === id);
    const text = withSpeaker(row?.edited?.text ?? "", speaker.value);
    editor.change((captions) => setText(captions, id, "edited", text));
  });
  speaker.addEventListener("focus", () => {
    const options = namesOfSpeakers(editor.document).map((name) =>
      element("option", { value: name }),
    );
    names.replaceChildren(...options);
  });
  const pause = element("input", { type: "checkbox" });
  pause.checked = true;
  const open = element("input", { type: "checkbox" });
  open.addEventListener("change", () => editor.setOpen(open.checked));
  const buttons = actions
    .filter(({ hasButton }) => hasButton)
    .map(({ name, run }) => button(strings.actions[name], run, { "data-action": name }));
  const choice = (field: HTMLInputElement, label: string) =>
    element("label", { class: "choice" }, [field, ` ${label}`]);
  const whole = element("div", { class: "tools", role: "group", "aria-label": strings.tools }, [
    element("div", { class: "buttons" }, [...buttons, undo, redo]),
    element("div", { class: "speaker" }, [labelled(strings.speaker, speaker), names]),
  ]);
  const choices = element("div", { class: "choices" }, [
    choice(pause, strings.pauseTyping),
    besideName === undefined ? undefined : choice(open, strings.openBeside(besideName)),
  ]);
  return {
    element: whole,
    choices,
    speaker,
    get pausesTyping() {
      return pause.checked;
    },
    update() {
      // A disabled button that has the focus would lose it.
      undo.setAttribute("aria-disabled", String(!editor.canUndo));
      redo.setAttribute("aria-disabled", String(!editor.canRedo));
      const row = editor.document.rows.find(({ id }) => id === editor.currentId);
      if (document.activeElement !== speaker)
        speaker.value = speakerOfText(row?.edited?.text ?? "");
    },
  };
}
