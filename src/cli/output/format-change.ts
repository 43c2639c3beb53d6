import type { Change } from "../../records/diff/change.ts";
import { describeChange } from "../../records/diff/describe.ts";
import { print, styled } from "./print.ts";

const signColors = { "+": "green", "~": "yellow", "-": "red" } as const;

/** Prints changes of a work, one a line: `+ vi captions`, `~ es title: “Old” → “New”`. */
export function printChanges(changes: readonly Change[], indent: string): void {
  for (const change of changes) print(indent + formatChange(change));
}

/** A change in a line: `+ vi captions`, `~ es title: “Old” → “New”`. */
export function formatChange(change: Change): string {
  return styled(signColors[change.sign], change.sign) + describeChange(change);
}
