/** Finds the numbers of WebVTT cues that are shown, because no blank line is above them. */
import type { Cue } from "../cue.ts";
import type { LintFinding } from "./finding.ts";

/**
 * Warns of a cue whose last line is the next cue's number: WebVTT ends a cue at a blank line or a timing only (§6.1),
 * so viewers read the number as text.
 * @param cues in the order of the file
 */
export function lintNumbers(cues: readonly Cue[]): LintFinding[] {
  return cues.flatMap((cue, index): LintFinding[] => {
    const lines = cue.text.split("\n");
    const number = lines.at(-1) ?? "";
    const line = cue.sourceLine + lines.length;
    const isNextNumber = /^[0-9]{1,9}$/.test(cue.id) && Number(number) === Number(cue.id) + 1;
    const next = cues[index + 1];
    if (!isNextNumber || next?.id !== "" || next.sourceLine !== line + 1) return [];
    const message = `${number} is shown as text of this cue, but is probably the next one's number. Write a blank line above it.`;
    return [{ line, severity: "warning", code: "number-in-text", message }];
  });
}
