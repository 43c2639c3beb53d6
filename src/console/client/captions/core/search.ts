import type { CaptionsDocument } from "./document.ts";

/** A place in the edited language where a text was found. */
export interface Found {
  readonly rowId: string;
  readonly position: number;
}

/** Finds a text in the edited language, whatever its capital letters. An empty text is found nowhere. */
export function findText(document: CaptionsDocument, wanted: string): Found[] {
  const pattern = patternOf(wanted);
  if (pattern === undefined) return [];
  return document.rows.flatMap(({ id, edited }) =>
    edited === undefined
      ? []
      : [...edited.text.matchAll(pattern)].map((found) => ({ rowId: id, position: found.index })),
  );
}

/** Replaces a text everywhere in the edited language, as it is written. */
export function replaceText(
  document: CaptionsDocument,
  wanted: string,
  replacement: string,
): CaptionsDocument {
  const pattern = patternOf(wanted);
  if (pattern === undefined) return document;
  let isSame = true;
  const rows = document.rows.map((row) => {
    const text = row.edited?.text.replace(pattern, () => replacement);
    if (row.edited === undefined || text === undefined || text === row.edited.text) return row;
    isSame = false;
    return { ...row, edited: { ...row.edited, text } };
  });
  return isSame ? document : { ...document, rows };
}

function patternOf(wanted: string): RegExp | undefined {
  return wanted === "" ? undefined : new RegExp(escapePattern(wanted), "giu");
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
