/** What a person must know above the rows: what came back, who changed what, what must be decided. */
import { plainText } from "../../../../captions/webvtt/plain-text.ts";
import { directionOf } from "../../../../i18n/direction.ts";
import type { CueConflict } from "../core/merge.ts";
import { formatTime } from "../core/times.ts";
import type { TrackCue } from "../core/track.ts";
import type { Editor } from "../editor.ts";
import type { EditorStrings } from "../strings.ts";
import { button, element } from "./element.ts";

export interface NoticesView {
  readonly element: HTMLElement;
  /** Says something until it is said otherwise. @param actions buttons or links beside it */
  show(name: string, text: string, actions?: readonly HTMLElement[]): void;
  hide(name: string): void;
  showConflicts(): void;
}

export function createNotices(
  editor: Editor,
  strings: EditorStrings,
  languageOf: (conflict: CueConflict) => string,
): NoticesView {
  const shown = new Map<string, HTMLElement>();
  const list = element("div", { role: "status" });
  const conflicts = element("section", { class: "conflicts", role: "alert", hidden: true });
  const hide = (name: string) => {
    shown.get(name)?.remove();
    shown.delete(name);
  };
  return {
    element: element("div", { class: "notices" }, [list, conflicts]),
    show(name, text, actions = []) {
      hide(name);
      const notice = element("p", { class: "done" }, [text, " ", ...actions]);
      shown.set(name, notice);
      list.append(notice);
    },
    hide,
    showConflicts() {
      conflicts.hidden = editor.conflicts.length === 0;
      conflicts.replaceChildren(
        element("p", {}, [strings.conflicts(editor.conflicts.length)]),
        ...editor.conflicts.map((conflict) => conflictView(conflict, editor, strings, languageOf)),
      );
    },
  };
}

function conflictView(
  conflict: CueConflict,
  editor: Editor,
  strings: EditorStrings,
  languageOf: (conflict: CueConflict) => string,
): HTMLElement {
  const { mine, theirs } = conflict;
  const lang = languageOf(conflict);
  const version = (name: string, cue: TrackCue | undefined) =>
    element("div", {}, [
      element("strong", {}, [name]),
      element("p", { lang, dir: directionOf(lang) }, [
        cue === undefined ? strings.deletedText : plainText(cue.text),
      ]),
      element("p", { class: "help" }, [
        cue === undefined ? "" : `${formatTime(cue.startTime)} – ${formatTime(cue.endTime)}`,
      ]),
    ]);
  const at = () => editor.goTo(conflict.rowId);
  const decide = (choice: "mine" | "theirs") => () => {
    at();
    editor.decide(conflict, choice);
  };
  return element("div", { class: "conflict" }, [
    version(strings.mine, mine),
    version(strings.theirs, theirs),
    element("p", { class: "buttons" }, [
      button(strings.keepMine, decide("mine")),
      button(strings.takeTheirs, decide("theirs")),
    ]),
  ]);
}
