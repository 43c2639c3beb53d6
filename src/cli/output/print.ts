import { styleText } from "node:util";
import { formatLocation, type Problem } from "../../manifest/errors/problem.ts";
import type { ApplyOutcome } from "../upload/apply-works.ts";

/** What commands print to standard output. Colors only on a terminal, and never if NO_COLOR is set. */

type Style = Parameters<typeof styleText>[0];

/** Styles a text if standard output shows colors. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a command's result for `--json`. */
export function printJson(result: unknown): void {
  print(JSON.stringify(result, null, 2));
}

const severityColors = { error: "red", warning: "yellow", note: "dim" } as const;

/** Prints problems, one a line, and a summary. @param manifests how many manifests were read */
export function printProblems(problems: readonly Problem[], manifests: number): void {
  for (const problem of problems) {
    const severity = styled(severityColors[problem.severity], problem.severity);
    print(`${styled("bold", formatLocation(problem))}  ${severity}  ${problem.message}`);
  }
  if (problems.length > 0) print("");
  print(summarize(problems, manifests));
}

function summarize(problems: readonly Problem[], manifests: number): string {
  const countOf = (wanted: Problem["severity"]) =>
    problems.filter(({ severity }) => severity === wanted).length;
  const errors = countOf("error");
  const counts = [formatCount(errors, "error"), formatCount(countOf("warning"), "warning")].join(
    ", ",
  );
  const result =
    errors > 0 ? styled("red", "Not ready to publish") : styled("green", "Ready to publish");
  return `${result}: ${formatCount(manifests, "manifest")}, ${counts}.`;
}

const outcomeColors = {
  created: "green",
  updated: "green",
  unchanged: "dim",
  failed: "red",
} as const;

/** Prints the result of publishing a work, in one line. */
export function printOutcome({ slug, result, revision, message }: ApplyOutcome): void {
  const number = revision === undefined ? "" : ` (revision ${revision})`;
  const reason = message === undefined ? "" : `: ${message}`;
  print(`${styled(outcomeColors[result], result.padEnd(9))}  ${slug}${number}${reason}`);
}

/** A number with its noun in the singular or plural: `1 file`, `2 files`. */
export function formatCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
