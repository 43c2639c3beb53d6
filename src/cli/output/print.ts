import { styleText } from "node:util";
import { formatLocation, type Problem } from "../../manifest/errors/problem.ts";
import type { ApplyOutcome } from "../upload/apply-works.ts";

/** What the commands print. Colour only on a terminal, and never where NO_COLOR is set. */

type Style = Parameters<typeof styleText>[0];

/** Text in a colour, where standard output takes colours. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const severityColours = { error: "red", warning: "yellow", note: "dim" } as const;

/** The list of problems, and a line that sums them up. */
export function printProblems(problems: readonly Problem[], manifests: number): void {
  for (const problem of problems) {
    const severity = styled(severityColours[problem.severity], problem.severity);
    print(`${styled("bold", formatLocation(problem))}  ${severity}  ${problem.message}`);
  }
  if (problems.length > 0) print("");
  print(summary(problems, manifests));
}

function summary(problems: readonly Problem[], manifests: number): string {
  const of = (wanted: Problem["severity"]) =>
    problems.filter(({ severity }) => severity === wanted).length;
  const errors = of("error");
  const counts = [count(errors, "error"), count(of("warning"), "warning")].join(", ");
  const state =
    errors > 0 ? styled("red", "Nothing can be published yet") : styled("green", "All is well");
  return `${state}: ${count(manifests, "manifest")}, ${counts}.`;
}

/** What became of a work, in a line. */
export function printOutcome({ slug, result, revision, message }: ApplyOutcome): void {
  const colour = { created: "green", updated: "green", unchanged: "dim", failed: "red" } as const;
  const number = revision === undefined ? "" : ` (revision ${revision})`;
  const why = message === undefined ? "" : `: ${message}`;
  print(`${styled(colour[result], result.padEnd(9))}  ${slug}${number}${why}`);
}

/** A number with its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
