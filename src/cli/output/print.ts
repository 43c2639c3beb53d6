import { randomUUID } from "node:crypto";
import { styleText } from "node:util";
import { formatProblems, summarizeProblems } from "../../inspection/format-problems.ts";
import type { StyledLine } from "../../inspection/lines.ts";
import type { Problem } from "../../manifest/errors/problem.ts";
import { escapeControls, removeControls, toSafeLine } from "./safe-text.ts";

/**
 * What commands print. Nothing else writes to standard output and standard error, so that no command can
 * forget to remove what a terminal would obey (safe-text.ts; a test holds it). Colors only on a terminal, and
 * never if NO_COLOR is set.
 */

type Style = Parameters<typeof styleText>[0];

/** Stands for the ESC of our own styles until a line is printed: no text from elsewhere can contain it. */
const styleMark = `\ufdd0${randomUUID()}`;

/** Styles a text if standard output shows colors. */
export function styled(style: Style, text: string): string {
  const stream = process.stdout;
  return styleText(style, toSafeLine(text), { stream }).replaceAll("\u001b", styleMark);
}

/** Prints one line to standard output. */
export function print(line: string): void {
  process.stdout.write(`${toSafeLine(line).replaceAll(styleMark, "\u001b")}\n`);
}

/** Prints a command's result for `--json`. */
export function printJson(result: unknown): void {
  process.stdout.write(`${escapeControls(JSON.stringify(result, null, 2))}\n`);
}

/** Prints one line to standard error: what isn't a command's result. */
export function printNotice(line: string): void {
  process.stderr.write(`${toSafeLine(line)}\n`);
}

/** Prints why a command failed to standard error; the reason may have several lines. */
export function printFailure(lines: string): void {
  process.stderr.write(`${removeControls(lines)}\n`);
}

/** Draws a line again and again, where standard error is a terminal; an empty text clears it. */
export function drawLine(line: string): void {
  process.stderr.write(`\r${toSafeLine(line)}\u001b[K`);
}

/** What commander writes, with its own line breaks. */
export const commanderOutput = {
  writeOut: (text: string) => process.stdout.write(removeControls(text)),
  writeErr: (text: string) => process.stderr.write(removeControls(text)),
};

/**
 * A reader such as `head` may close its pipe early. The command goes on quietly: what it changes is then done
 * whole, and its exit code says so.
 * @param onError called if output can't be written for another reason, such as a full disk
 */
export function ignoreClosedPipes(onError: (error: Error) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") onError(error);
    });
  }
}

/** Prints a line with its styles. */
export function printLine(line: StyledLine, indent = ""): void {
  const parts = line.map((part) =>
    typeof part === "string" ? part : styled(part.style, part.text),
  );
  print(indent + parts.join(""));
}

/** Prints problems, one a line, and a summary. @param manifests how many manifests were read */
export function printProblems(problems: readonly Problem[], manifests: number): void {
  for (const line of formatProblems(problems)) printLine(line);
  if (problems.length > 0) print("");
  printLine(summarizeProblems(problems, manifests));
}
