/** What is opened when it is needed: find and replace, moved times, the sheet of keys. */
import type { Action } from "../actions.ts";
import { leadOf } from "../core/document.ts";
import { indexOfRow } from "../core/rows.ts";
import { findText, replaceText } from "../core/search.ts";
import { parseTime } from "../core/times.ts";
import { shiftRows, stretchRows } from "../core/timing.ts";
import type { Editor } from "../editor.ts";
import type { EditorStrings } from "../strings.ts";
import { button, element, labelled } from "./element.ts";

interface PanelView {
  readonly element: HTMLElement;
  /** Opens it, and goes to its first field. */
  open(): void;
}

export function createFindPanel(editor: Editor, strings: EditorStrings): PanelView {
  const wanted = element("input", { type: "search" });
  const replacement = element("input", { type: "text" });
  const count = element("span", { role: "status" });
  const tell = () => {
    const found = findText(editor.document, wanted.value).length;
    count.textContent = wanted.value === "" ? "" : strings.foundCount(found);
  };
  const findNext = () => {
    tell();
    const at = indexOfRow(editor.document, editor.currentId ?? "");
    const found = findText(editor.document, wanted.value);
    const next = found.find(({ rowId }) => indexOfRow(editor.document, rowId) > at) ?? found[0];
    if (next !== undefined) editor.goTo(next.rowId, true);
  };
  wanted.addEventListener("input", tell);
  wanted.addEventListener("keydown", ({ key }) => key === "Enter" && findNext());
  const replaceAll = () => {
    editor.change((captions) => replaceText(captions, wanted.value, replacement.value));
    tell();
  };
  return panel(strings.find, [
    labelled(strings.findText, wanted),
    labelled(strings.replaceBy, replacement),
    element("p", { class: "buttons" }, [
      button(strings.findNext, findNext),
      button(strings.replaceAll, replaceAll),
      count,
    ]),
  ]);
}

export function createTimingPanel(editor: Editor, strings: EditorStrings): PanelView {
  const seconds = element("input", { type: "text", inputmode: "decimal", value: "0" });
  const shift = (fromId: string | undefined) => {
    const text = seconds.value.trim().replace(",", ".").replace("−", "-");
    const by = text === "" ? Number.NaN : Number(text);
    if (isRight(seconds, Number.isFinite(by), strings.notSeconds))
      editor.change((captions, open) => shiftRows(captions, fromId, by, open));
  };
  const numberField = () => element("input", { type: "text", inputmode: "numeric" });
  const timeField = () => element("input", { type: "text", placeholder: "1:02.3" });
  const [first, second] = [numberField(), numberField()];
  const [firstTime, secondTime] = [timeField(), timeField()];
  const readPoint = (number: HTMLInputElement, heardAt: HTMLInputElement) => {
    const { rows } = editor.document;
    const row = rows[Number(number.value) - 1];
    const to = parseTime(heardAt.value);
    const isFound = isRight(number, row !== undefined, strings.noCue(rows.length));
    if (!isFound || !isRight(heardAt, to !== undefined, strings.notTime)) return undefined;
    return row && to !== undefined ? { from: leadOf(row).startTime, to } : undefined;
  };
  const stretch = () => {
    const from = readPoint(first, firstTime);
    const to = from && readPoint(second, secondTime);
    if (from === undefined || to === undefined) return;
    const isLater = to.from > from.from && to.to > from.to;
    if (!isRight(second, isLater, strings.notLater)) return;
    editor.change((captions, open) => stretchRows(captions, [from, to], open));
  };
  return panel(strings.timing, [
    labelled(strings.shiftBy, seconds),
    element("p", { class: "buttons" }, [
      button(strings.shiftAll, () => shift(undefined)),
      button(strings.shiftFrom, () => shift(editor.currentId)),
    ]),
    element("p", { class: "help" }, [strings.stretchHelp]),
    labelled(strings.stretchFirst, first),
    labelled(strings.heardAt, firstTime),
    labelled(strings.stretchSecond, second),
    labelled(strings.heardAt, secondTime),
    element("p", { class: "buttons" }, [button(strings.stretch, stretch)]),
  ]);
}

/** Tells at a field what is wrong with it, until it is written again. @returns whether it is right */
function isRight(field: HTMLInputElement, isValid: boolean, message: string): boolean {
  field.setCustomValidity(isValid ? "" : message);
  field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
  return field.reportValidity();
}

export function createKeysPanel(actions: readonly Action[], strings: EditorStrings): PanelView {
  const keyOf = (code: string) =>
    strings.shiftAlt + (strings.keyNames[code] ?? code.replace(/^(?:Key|Digit)/, ""));
  const keys: [string, string][] = [
    [strings.enterKey, strings.enterDoes],
    [strings.breakKey, strings.breakDoes],
    [strings.undoKey, strings.undoDoes],
    [strings.arrowKey, strings.arrowDoes],
    ...actions.map(({ code, name }): [string, string] => [keyOf(code), strings.actions[name]]),
  ];
  const rows = keys.flatMap(([key, does]) => [
    element("dt", {}, [element("kbd", {}, [key])]),
    element("dd", {}, [does]),
  ]);
  return panel(strings.keys, [element("dl", { class: "keys" }, rows)]);
}

function panel(title: string, children: readonly HTMLElement[]): PanelView {
  const summary = element("summary", {}, [title]);
  const whole = element("details", { class: "tool-panel" }, [
    summary,
    element("div", { class: "panel-content" }, children),
  ]);
  return {
    element: whole,
    open() {
      whole.open = true;
      const field = whole.querySelector<HTMLElement>("input") ?? summary;
      field.focus();
      whole.scrollIntoView({ block: "nearest" });
    },
  };
}
