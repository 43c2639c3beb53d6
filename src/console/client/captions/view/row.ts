/** One row of the captions editor: its times, the text that is read, the text that is written, and what is wrong. */
import { maxCharactersPerSecond } from "../../../../captions/lint/readability.ts";
import { plainText } from "../../../../captions/webvtt/plain-text.ts";
import { directionOf } from "../../../../i18n/direction.ts";
import { leadOf, type Row, type Side } from "../core/document.ts";
import { type RowFinding, readingSpeed } from "../core/findings.ts";
import { setText } from "../core/rows.ts";
import { speakerOfText, voiceOf } from "../core/speakers.ts";
import { formatTime, parseTime } from "../core/times.ts";
import { setTimes } from "../core/timing.ts";
import { isBlank } from "../core/track.ts";
import type { Editor } from "../editor.ts";
import type { EditorStrings } from "../strings.ts";
import { element, setAttribute } from "./element.ts";

/** What all rows share. */
export interface RowContext {
  readonly editor: Editor;
  readonly strings: EditorStrings;
  /** The BCP 47 tags of both sides; without `beside` there is one column. */
  readonly languages: { readonly edited: string; readonly beside: string | undefined };
  readonly nameOf: (language: string) => string;
  /** Plays a row of the film. */
  readonly play: (rowId: string) => void;
  /** Called when somebody writes. */
  readonly onTyping: () => void;
}

export interface RowView {
  readonly element: HTMLElement;
  readonly text: HTMLTextAreaElement;
  readonly start: HTMLInputElement;
  /** Shows the row as it is now. */
  update(row: Row, number: number): void;
  showFindings(findings: readonly RowFinding[]): void;
}

/** How far the arrow keys move a time, in seconds. Our choice: what can just be noticed in speech. */
const nudge = 0.1;

export function createRow(rowId: string, context: RowContext): RowView {
  const { editor, strings, languages } = context;
  const play = element("button", { type: "button", class: "play" });
  play.addEventListener("click", () => context.play(rowId));
  const start = timeField(rowId, "startTime", context);
  const end = timeField(rowId, "endTime", context);
  const speed = element("span", { class: "speed" });
  const text = textField(rowId, "edited", context);
  const besideText =
    languages.beside === undefined
      ? undefined
      : element("div", { class: "read-text", ...langAttributes(languages.beside) });
  const who = element("span", { class: "who", lang: languages.edited });
  const findings = element("ul", { class: "findings", id: `findings-${rowId}` });
  text.setAttribute("aria-describedby", findings.id);
  const whole = element("div", { class: "cue", role: "group" }, [
    element("div", { class: "when" }, [
      play,
      element("span", { class: "times" }, [start, " – ", end]),
      speed,
    ]),
    besideText,
    element("div", { class: "written" }, [who, text, findings]),
  ]);
  whole.addEventListener("focusin", () => editor.goTo(rowId));
  let shown: Row | undefined;
  let shownNumber = 0;
  let besideField: HTMLTextAreaElement | undefined;

  return {
    element: whole,
    text,
    start,
    update(row, number) {
      if (number !== shownNumber) {
        shownNumber = number;
        play.textContent = String(number);
        setAttribute(play, "aria-label", strings.playCue(number));
        setAttribute(whole, "aria-label", strings.cue(number));
        setAttribute(text, "aria-label", strings.textOf(number, context.nameOf(languages.edited)));
        setAttribute(start, "aria-label", strings.startOf(number));
        setAttribute(end, "aria-label", strings.endOf(number));
      }
      const isOpen = editor.open.includes("beside");
      if (besideText !== undefined && isOpen !== (besideField !== undefined)) {
        besideField = isOpen ? textField(rowId, "beside", context) : undefined;
        besideText.replaceChildren(...(besideField === undefined ? [] : [besideField]));
        shown = undefined;
      }
      if (row === shown) return;
      shown = row;
      const { startTime, endTime } = leadOf(row);
      if (document.activeElement !== start) start.value = formatTime(startTime);
      if (document.activeElement !== end) end.value = formatTime(endTime);
      showText(text, row.edited?.text ?? "");
      const speaker = speakerOfText(row.edited?.text ?? "");
      if (who.textContent !== speaker) who.textContent = speaker;
      if (besideField !== undefined) {
        showText(besideField, row.beside?.text ?? "");
        const name = context.nameOf(languages.beside ?? "");
        setAttribute(besideField, "aria-label", strings.textOf(number, name));
      } else if (besideText !== undefined) {
        const said = row.beside === undefined ? "" : plainText(row.beside.text);
        const name = speakerOfText(row.beside?.text ?? "");
        besideText.replaceChildren(
          ...(name === "" ? [] : [element("span", { class: "who" }, [name])]),
          said,
        );
      }
      whole.classList.toggle("missing", isBlank(row.edited) && !isBlank(row.beside));
      showSpeed(speed, row, context);
    },
    showFindings(list) {
      const isMissing = whole.classList.contains("missing");
      const messages = list.map(({ severity, message }) =>
        element("li", { class: severity, lang: "en", dir: "ltr" }, [message]),
      );
      const items = isMissing ? [element("li", {}, [strings.missing]), ...messages] : messages;
      if (items.length > 0 || findings.childElementCount > 0) findings.replaceChildren(...items);
    },
  };
}

function langAttributes(language: string) {
  return { lang: language, dir: directionOf(language) };
}

function textField(
  rowId: string,
  side: Side,
  { editor, languages, onTyping }: RowContext,
): HTMLTextAreaElement {
  const language = side === "edited" ? languages.edited : (languages.beside ?? "");
  const attributes = { rows: 2, spellcheck: "true", autocapitalize: "sentences" };
  const field = element("textarea", {
    ...attributes,
    class: side === "edited" ? "edited" : "edited-beside",
    "data-row": rowId,
    ...langAttributes(language),
  });
  field.addEventListener("input", () => {
    const row = editor.document.rows.find(({ id }) => id === rowId);
    onTyping();
    // Who speaks stands above the text; the tag isn't written by hand.
    const text = voiceOf(row?.[side]?.text ?? "") + field.value;
    editor.change((document) => setText(document, rowId, side, text), `${rowId} ${side}`);
  });
  return field;
}

function showText(field: HTMLTextAreaElement, whole: string): void {
  const text = whole.slice(voiceOf(whole).length);
  if (field.value !== text) field.value = text;
  const lines = Math.max(2, text.split("\n").length);
  if (field.rows !== lines) field.rows = lines;
}

function timeField(
  rowId: string,
  which: "startTime" | "endTime",
  { editor }: RowContext,
): HTMLInputElement {
  const field = element("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    size: 9,
  });
  const read = () => {
    const row = editor.document.rows.find(({ id }) => id === rowId);
    return row === undefined ? 0 : leadOf(row)[which];
  };
  const set = (seconds: number) => {
    editor.change((document, open) => setTimes(document, rowId, { [which]: seconds }, open));
    field.value = formatTime(read());
  };
  const commit = () => {
    const seconds = parseTime(field.value);
    if (seconds === undefined || seconds === read()) field.value = formatTime(read());
    else set(seconds);
  };
  field.addEventListener("change", commit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      set(Math.max(0, read() + (event.key === "ArrowUp" ? nudge : -nudge)));
    } else if (event.key === "Enter") commit();
  });
  return field;
}

/** Characters per second, as the lint counts them. */
function showSpeed(speed: HTMLElement, row: Row, { strings, languages }: RowContext): void {
  const value = row.edited === undefined ? undefined : readingSpeed(row.edited);
  const text = value === undefined ? "" : strings.speed(Math.round(value));
  if (speed.textContent !== text) speed.textContent = text;
  const isFast = value !== undefined && value > maxCharactersPerSecond(languages.edited);
  speed.classList.toggle("problem", isFast);
}
