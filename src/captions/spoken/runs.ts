/** Consecutive cues that say the same. */
import { joinText } from "../join-lines.ts";
import type { CueLines } from "./lines.ts";

/** Cues of a sentence can be this far apart, in seconds: a pause between two words. Our choice. */
const maxGap = 2;

/** Indexes of the first cue, and of the one after the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Groups consecutive cues of the same speakers with the same text. @param isSame compares two texts */
export function findRuns(
  cues: readonly CueLines[],
  isSame: (text: string, other: string) => boolean,
): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1];
    const isRepeated =
      next !== undefined &&
      next.startTime - cue.endTime <= maxGap &&
      isSame(textOf(cue), textOf(next)) &&
      speakersOf(cue) === speakersOf(next);
    if (isRepeated) continue;
    runs.push({ from, to: index + 1 });
    from = index + 1;
  }
  return runs;
}

const speakersOf = ({ lines }: CueLines) =>
  [...new Set(lines.map(({ speaker }) => speaker))].join("\n");

/** A cue's text on one line. */
export const textOf = ({ lines: [first, ...others] }: CueLines) =>
  first !== undefined && others.length === 0
    ? first.text
    : joinText([first, ...others].map((line) => line?.text ?? ""));
