import type { CaptionsDocument } from "./document.ts";
import { markup } from "./markup.ts";
import { voiceOf } from "./speakers.ts";

/** A place in the edited language where a text was found. */
export interface Found {
  readonly rowId: string;
  readonly position: number;
}

/**
 * Finds a text in what the fields of the edited language show, whatever its capital letters. Tags and character
 * references count only if the text is one; an empty text is found nowhere.
 */
export function findText(document: CaptionsDocument, wanted: string): Found[] {
  const find = createFinder(wanted);
  if (find === undefined) return [];
  return document.rows.flatMap(({ id, edited }) =>
    edited === undefined
      ? []
      : find(edited.text).map(({ index }) => ({ rowId: id, position: index })),
  );
}

/** Replaces a text everywhere where `findText` finds it, as it is written. */
export function replaceText(
  document: CaptionsDocument,
  wanted: string,
  replacement: string,
): CaptionsDocument {
  const find = createFinder(wanted);
  if (find === undefined) return document;
  let isSame = true;
  const rows = document.rows.map((row) => {
    if (row.edited === undefined) return row;
    const text = replaceAt(row.edited.text, find(row.edited.text), replacement);
    if (text === row.edited.text) return row;
    isSame = false;
    return { ...row, edited: { ...row.edited, text } };
  });
  return isSame ? document : { ...document, rows };
}

interface Place {
  readonly index: number;
  readonly length: number;
}

/** Finds a text in a cue's text; undefined if there is nothing to find. */
function createFinder(wanted: string): ((text: string) => Place[]) | undefined {
  if (wanted === "") return undefined;
  // Letters with their marks in one character or in several look the same (Unicode, annex 15).
  const spellings = [wanted, wanted.normalize("NFC"), wanted.normalize("NFD")];
  const found = [...new Set(spellings)].map(escapePattern).join("|");
  const isMarkup = /[<>&]/.test(wanted);
  const pattern = new RegExp(isMarkup ? found : `${markup}|${found}`, "giu");
  return (text) => {
    // The speaker's tag isn't shown in the field.
    const shown = voiceOf(text).length;
    return [...text.slice(shown).matchAll(pattern)]
      .filter(([one]) => isMarkup || !isMarkupWhole.test(one))
      .map(({ index, 0: one }) => ({ index: shown + index, length: one.length }));
  };
}

const isMarkupWhole = new RegExp(`^(?:${markup})$`, "u");

function replaceAt(text: string, places: readonly Place[], replacement: string): string {
  let [result, end] = ["", 0];
  for (const { index, length } of places) {
    result += text.slice(end, index) + replacement;
    end = index + length;
  }
  return result + text.slice(end);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
