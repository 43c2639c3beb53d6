import { stripVTControlCharacters } from "node:util";

/**
 * Texts that this program didn't write (titles, a server's explanations, file names) can contain characters
 * that a terminal obeys: they write to the clipboard, change the window's title, overwrite lines, or reorder
 * what is read (Unicode Technical Report 36, §3.2 and UAX 9, §2). Nothing is printed with them.
 */

/** The explicit embeddings, overrides and isolates of UAX 9; marks such as U+200F only affect themselves. */
const directionControls = "\\u202a-\\u202e\\u2066-\\u2069";
const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const unsafe = new RegExp(`(?![\\n\\t])[\\p{Cc}${directionControls}]`, "gu");

/** Removes what a terminal would obey, escape sequences as a whole. Tabs and line breaks (LF) stay. */
export function removeControls(text: string): string {
  return stripVTControlCharacters(text.replace(lineBreaks, "\n")).replace(unsafe, "");
}

/** The same in one line, so that a text can't imitate a line of its own. */
export function toSafeLine(text: string): string {
  return removeControls(text).replaceAll("\n", " ");
}

const unsafeInJson = new RegExp(`[\\u007f-\\u009f\\u2028\\u2029${directionControls}]`, "gu");

/** Escapes in JSON (RFC 8259 §7) what `JSON.stringify` leaves as it is, so that parsing gives the same values. */
export function escapeControls(json: string): string {
  return json.replace(
    unsafeInJson,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
