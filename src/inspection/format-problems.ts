import { formatLocation, type Problem } from "../manifest/errors/problem.ts";
import { formatCount, type StyledLine } from "./lines.ts";

const severityStyles = { error: "red", warning: "yellow", note: "dim" } as const;

/** The list of `check`: problems, one a line. */
export function formatProblems(problems: readonly Problem[]): StyledLine[] {
  return problems.map((problem) => [
    { style: "bold", text: formatLocation(problem) },
    "  ",
    { style: severityStyles[problem.severity], text: problem.severity },
    `  ${problem.message}`,
  ]);
}

/** The last line of `check`. @param manifests how many manifests were read */
export function summarizeProblems(problems: readonly Problem[], manifests: number): StyledLine {
  const countOf = (wanted: Problem["severity"]) =>
    problems.filter(({ severity }) => severity === wanted).length;
  const errors = countOf("error");
  const counts = [formatCount(errors, "error"), formatCount(countOf("warning"), "warning")];
  const result: StyledLine[number] =
    errors > 0
      ? { style: "red", text: "Not ready to publish" }
      : { style: "green", text: "Ready to publish" };
  return [result, `: ${formatCount(manifests, "manifest")}, ${counts.join(", ")}.`];
}
