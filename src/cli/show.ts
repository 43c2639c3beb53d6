import { styleText } from "node:util";
import { formatSize } from "../languages/format.ts";
import { formatPlace, type Problem } from "../manifest/problem.ts";
import type { Outcome } from "./apply.ts";
import { blobsToSend, changedWorks, type PlannedWork } from "./plan.ts";

/** What the commands print. Colour only on a terminal, and never where NO_COLOR is set. */

type Style = Parameters<typeof styleText>[0];

function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The list of problems, and a line that sums them up. */
export function showProblems(problems: readonly Problem[], manifests: number): void {
  for (const problem of problems) {
    const severity = styled(problem.severity === "error" ? "red" : "yellow", problem.severity);
    print(`${styled("bold", formatPlace(problem))}  ${severity}  ${problem.message}`);
  }
  if (problems.length > 0) print("");
  print(summary(problems, manifests));
}

function summary(problems: readonly Problem[], manifests: number): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = [count(errors, "error"), count(problems.length - errors, "warning")].join(", ");
  const state =
    errors > 0 ? styled("red", "Nothing can be published yet") : styled("green", "All is well");
  return `${state}: ${count(manifests, "manifest")}, ${counts}.`;
}

const signs = { create: "+ create", update: "~ update", none: "= unchanged" } as const;
const colours = { create: "green", update: "yellow", none: "dim" } as const;

/** What would change, a work a line with the blobs to send for it, and a line that sums it up. */
export function showPlan(planned: readonly PlannedWork[]): void {
  const listed = new Set<string>();
  for (const { work, change, missing } of planned) {
    print(styled(colours[change], `${signs[change].padEnd(11)}  ${work.record.slug}`));
    for (const blob of missing) {
      if (listed.has(blob.sha256)) continue;
      listed.add(blob.sha256);
      print(`               send ${nameOfBlob(blob)}, ${size(blob.size)}`);
    }
  }
  const changed = changedWorks(planned).length;
  const blobs = blobsToSend(planned);
  const bytes = blobs.reduce((sum, blob) => sum + blob.size, 0);
  print("");
  print(
    changed === 0
      ? `Nothing to publish: ${count(planned.length, "work")}, all as they are in the library.`
      : `To publish: ${count(changed, "work")}, ${count(blobs.length, "file")} to send (${size(bytes)}).`,
  );
}

function nameOfBlob({ path, webVtt }: PlannedWork["missing"][number]): string {
  return webVtt === undefined || /\.vtt$/i.test(path) ? path : `${path} as WebVTT`;
}

/** What became of a work, in a line. */
export function showOutcome({ slug, result, revision, message }: Outcome): void {
  const colour = { created: "green", updated: "green", unchanged: "dim", failed: "red" } as const;
  const number = revision === undefined ? "" : ` (revision ${revision})`;
  const why = message === undefined ? "" : `: ${message}`;
  print(`${styled(colour[result], result.padEnd(9))}  ${slug}${number}${why}`);
}

function size(bytes: number): string {
  return formatSize(bytes, "en");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
