/** What a person can do, with its key: the toolbar, the keyboard and the sheet of keys are made from this list. */
import { leadOf, type Row } from "./core/document.ts";
import { deleteRow, indexOfRow, insertRow, mergeRows, splitRow } from "./core/rows.ts";
import { voiceOf } from "./core/speakers.ts";
import { setTimes } from "./core/timing.ts";
import { isBlank } from "./core/track.ts";
import type { Editor } from "./editor.ts";
import type { EditorStrings } from "./strings.ts";
import type { FilmView } from "./view/film.ts";
import type { RowsView } from "./view/rows.ts";

export type ActionName = keyof EditorStrings["actions"];

export interface Action {
  readonly name: ActionName;
  /** `KeyboardEvent.code`, pressed with Shift and Alt; Ctrl+Alt would be AltGr, which types characters. */
  readonly code: string;
  /** Whether the toolbar has a button for it. */
  readonly hasButton: boolean;
  run(): void;
}

/** How far the film goes back and forward, in seconds. Our choice: a sentence. */
const jumpSeconds = 2;

interface ActionContext {
  readonly editor: Editor;
  readonly film: FilmView;
  readonly rows: RowsView;
  /** Opens a panel of the page and goes into it. */
  readonly openPanel: (name: "find" | "keys" | "speaker") => void;
}

export function createActions({ editor, film, rows, openPanel }: ActionContext): Action[] {
  const withCurrent = (act: (row: Row, rowId: string) => void) => () => {
    const row = editor.document.rows[indexOfRow(editor.document, editor.currentId ?? "")];
    if (row !== undefined) act(row, row.id);
  };
  const playPart = (isLooped: boolean) =>
    withCurrent((row) => {
      const { startTime, endTime } = leadOf(row);
      film.playPart(startTime, endTime, isLooped);
    });
  const button = true;
  const keyOnly = false;
  const list: [ActionName, string, boolean, () => void][] = [
    ["toggle", "Space", keyOnly, () => film.togglePlay()],
    ["play", "KeyP", button, playPart(false)],
    ["loop", "KeyR", button, playPart(true)],
    ["playFrom", "KeyF", button, withCurrent((row) => film.playFrom(leadOf(row).startTime))],
    ["back", "KeyJ", keyOnly, () => film.seek(Math.max(0, film.time - jumpSeconds))],
    ["forward", "KeyL", keyOnly, () => film.seek(film.time + jumpSeconds)],
    ["split", "KeyS", button, withCurrent((row) => splitAtCursor(row, editor, film, rows))],
    [
      "merge",
      "KeyM",
      button,
      withCurrent((_, id) => editor.change((captions, open) => mergeRows(captions, id, open))),
    ],
    ["insert", "KeyI", button, () => insertAfter(editor, film)],
    [
      "delete",
      "Backspace",
      button,
      withCurrent((_, id) => editor.change((captions, open) => deleteRow(captions, id, open))),
    ],
    [
      "startHere",
      "Digit1",
      button,
      withCurrent((_, id) =>
        editor.change((captions, open) => setTimes(captions, id, { startTime: film.time }, open)),
      ),
    ],
    [
      "endHere",
      "Digit2",
      button,
      withCurrent((_, id) =>
        editor.change((captions, open) => setTimes(captions, id, { endTime: film.time }, open)),
      ),
    ],
    ["nextMissing", "KeyN", button, () => goToMissing(editor)],
    ["times", "KeyT", keyOnly, withCurrent((_, id) => rows.get(id)?.start.focus())],
    ["speaker", "KeyK", keyOnly, () => openPanel("speaker")],
    ["find", "KeyG", keyOnly, () => openPanel("find")],
    ["keys", "KeyH", keyOnly, () => openPanel("keys")],
  ];
  return list.map(([name, code, hasButton, run]) => ({ name, code, hasButton, run }));
}

/** Splits the text that has the focus at its cursor; without one the written text in the middle. */
function splitAtCursor(row: Row, editor: Editor, film: FilmView, rows: RowsView): void {
  const { activeElement } = document;
  const written = rows.get(row.id)?.text;
  const isBeside = activeElement instanceof HTMLTextAreaElement && activeElement !== written;
  const field = isBeside && activeElement.dataset.row === row.id ? activeElement : written;
  const side = field === written ? "edited" : "beside";
  const text = row[side]?.text ?? "";
  const position = voiceOf(text).length + (field?.selectionStart ?? 0);
  const place = { side, position, time: film.time } as const;
  editor.change((captions, open) => splitRow(captions, row.id, place, open));
  const next = editor.document.rows[indexOfRow(editor.document, row.id) + 1];
  editor.goTo(next?.id, true);
}

function insertAfter(editor: Editor, film: FilmView): void {
  editor.change((captions) => insertRow(captions, editor.currentId, film.time));
  const { rows } = editor.document;
  const next = rows[indexOfRow(editor.document, editor.currentId ?? "") + 1] ?? rows[0];
  editor.goTo(next?.id, true);
}

/** The next row that isn't written yet, from the beginning after the last one. */
function goToMissing(editor: Editor): void {
  const { rows } = editor.document;
  const at = indexOfRow(editor.document, editor.currentId ?? "");
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const next = inTurn.find(({ edited }) => isBlank(edited));
  if (next !== undefined) editor.goTo(next.id, true);
}
