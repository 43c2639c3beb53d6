/** Sets the end times of TTML cues that have none. */
import type { CaptionProblem, Cue } from "../cue.ts";
import { reportProblem } from "../problems.ts";

/** Our own default for the last cue, in seconds: a usual time to read a caption. */
const lastCueDuration = 4;

/**
 * Sorts cues by their start times. A cue without an end time (Infinity) ends where the next one starts, with
 * a warning.
 */
export function setMissingEndTimes(cues: readonly Cue[], problems: CaptionProblem[]): Cue[] {
  const sorted = cues.toSorted((a, b) => a.startTime - b.startTime || a.endTime - b.endTime);
  let nextStart = Number.POSITIVE_INFINITY;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const cue = sorted[index];
    if (cue === undefined) continue;
    const following = sorted[index + 1]?.startTime ?? Number.POSITIVE_INFINITY;
    // Cues that start at the same time also end at the same time.
    if (following > cue.startTime) nextStart = following;
    if (cue.endTime !== Number.POSITIVE_INFINITY) continue;
    const isLast = nextStart === Number.POSITIVE_INFINITY;
    sorted[index] = { ...cue, endTime: isLast ? cue.startTime + lastCueDuration : nextStart };
    const message =
      "This text has no end time, so it is shown until the next one. Add an end or a dur attribute.";
    reportProblem(problems, cue.sourceLine, message, "warning");
  }
  return sorted;
}
