import type { CaptionProblem } from "./cue.ts";

/** A file with more problems than this is of another kind: listing the rest would help nobody. */
const maxProblems = 200;

/** Adds a problem to the list; after the two-hundredth only says that there are more. */
export function reportProblem(
  problems: CaptionProblem[],
  line: number,
  message: string,
  severity?: CaptionProblem["severity"],
): void {
  const kind = severity === undefined ? {} : { severity };
  if (problems.length < maxProblems) problems.push({ line, message, ...kind });
  else if (problems.length === maxProblems) {
    problems.push({ line, message: "There are more problems after this one. Mend these first." });
  }
}

/** A piece of the file, short enough to stand in a message. */
export function quote(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 60 ? `“${line.slice(0, 59)}…”` : `“${line}”`;
}
