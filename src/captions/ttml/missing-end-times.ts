/** Cues of TTML that say when they begin, but not when they end. */
import type { Captions, Cue } from "../cue.ts";
import { reportProblem } from "../problems.ts";

/** How long a text without an end is shown where nothing follows it, in seconds. */
const lastCueDuration = 4;

/** The cues in order of time. One without an end ends where the next begins. */
export function setMissingEndTimes({ cues, problems }: Captions): Cue[] {
  const ordered = [...cues].sort((a, b) => a.startTime - b.startTime || a.endTime - b.endTime);
  let next = Number.POSITIVE_INFINITY;
  for (const [index, cue] of [...ordered.entries()].reverse()) {
    const later = ordered[index + 1]?.startTime ?? Number.POSITIVE_INFINITY;
    if (later > cue.startTime) next = later;
    if (cue.endTime !== Number.POSITIVE_INFINITY) continue;
    cue.endTime = next === Number.POSITIVE_INFINITY ? cue.startTime + lastCueDuration : next;
    const message =
      "This text has no end, so it is shown until the next one. Give it an end or a dur.";
    reportProblem(problems, cue.sourceLine, message, "warning");
  }
  return ordered;
}
