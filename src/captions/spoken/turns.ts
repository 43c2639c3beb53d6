/** Signs that the speaker changes: `>>`, `>>>` and a dash at the start of a line. */

/** A part of a line, and whether another speaker begins with it. */
export interface Turn {
  readonly text: string;
  readonly marker: "chevrons" | "dash" | undefined;
}

/**
 * `>>` and `>>>`, once or again, as live captioning writes them: at the start of a line, after white space or after
 * the end of a sentence. Full-width signs are the same.
 */
const chevrons = /(?:^|\s|(?<=[.!?…。！？"”)\]]))(?:[>＞]{2,3}(?![>＞])\s*)+/;
/** Every dash of Unicode, the minus sign and the hyphen bullet; not the wavy ones, which lengthen a sound. */
const anyDash = "(?![〜〰゠])[\\p{Pd}−⁃]";
/** A dash, but not `--`, which continues a sentence, nor the sign of a negative number. */
const dash = new RegExp(`^${anyDash}(?!${anyDash}|>)\\s*(?=\\S)(?!(?<=[-−])[0-9])`, "u");
/** Where another speaker's dash follows a sentence on the same line: “- What? - Nothing.” */
const nextDash = new RegExp(
  `(?<=[.!?…。！？؟"”»)\\]])\\s+(?=${anyDash}\\s?[\\p{Lu}\\p{Lo}¿¡"“[(])`,
  "u",
);

/**
 * Splits the lines of a cue, of one voice or none, where the speaker changes. A single dash before a small letter
 * continues a sentence.
 */
export function splitTurns(lines: readonly string[]): Turn[][] {
  const dashed = lines.filter((line) => dash.test(line));
  return lines.map((line) => {
    if (dash.test(line) && (dashed.length > 1 || !/^\p{Ll}/u.test(line.replace(dash, "")))) {
      return line.split(nextDash).map((part) => ({ text: part.replace(dash, ""), marker: "dash" }));
    }
    if (!/>>|＞＞/.test(line)) return [{ text: line, marker: undefined }];
    const [before = "", ...after] = line.split(chevrons);
    const turns: Turn[] = after.map((text) => ({ text: text.trim(), marker: "chevrons" }));
    return before.trim() === "" && turns.length > 0
      ? turns
      : [{ text: before, marker: undefined }, ...turns];
  });
}

/** A line without the sign at its start. */
export function withoutMarker(line: string): string {
  return line.replace(/^(?:[>＞]{2,3}(?![>＞])\s*)+/, "").replace(dash, "");
}
