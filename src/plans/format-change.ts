import type { StyledLine } from "../inspection/lines.ts";
import type { Change } from "../records/diff/change.ts";
import { describeChange } from "../records/diff/describe.ts";

const signStyles = { "+": "green", "~": "yellow", "-": "red" } as const;

/** A change in a line: `+ vi captions`, `~ es title: “Old” → “New”`. */
export function formatChange(change: Change): StyledLine {
  return [{ style: signStyles[change.sign], text: change.sign }, describeChange(change)];
}
