import type { CaptionProblem } from "./cue.ts";

/** Our own limit: a file with more problems than this is probably not in the format it was read as. */
const maxProblems = 200;

/** The longest quotation in a message, in UTF-16 code units, so that a message stays one line. */
const maxQuoteLength = 60;

/** Adds a problem to the list. Once the list is full, adds one last problem that says so. */
export function reportProblem(
  problems: CaptionProblem[],
  line: number,
  message: string,
  severity?: CaptionProblem["severity"],
): void {
  if (problems.length < maxProblems) {
    problems.push({ line, message, ...(severity === undefined ? {} : { severity }) });
  } else if (problems.length === maxProblems) {
    problems.push({ line, message: "There are more problems after this one. Fix these first." });
  }
}

/** The first line of a text in quotation marks, shortened for a message. */
export function quote(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > maxQuoteLength ? `“${line.slice(0, maxQuoteLength - 1)}…”` : `“${line}”`;
}
