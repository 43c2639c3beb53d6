import { formatChange } from "../../plans/format-change.ts";
import type { Change } from "../../records/diff/change.ts";
import { printLine } from "./print.ts";

/** Prints changes of a work, one a line: `+ vi captions`, `~ es title: “Old” → “New”`. */
export function printChanges(changes: readonly Change[], indent: string): void {
  for (const change of changes) printLine(formatChange(change), indent);
}
