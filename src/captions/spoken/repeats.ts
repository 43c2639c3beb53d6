/** What cues say, without what they repeat. */
import type { TimedText } from "../cue.ts";
import { mergeHighlightedCues } from "./highlighted.ts";
import { type CueLines, readCueLines } from "./lines.ts";
import { mergeRollingCues } from "./rolling.ts";

/** The lines of cues without repeats. */
export interface SpokenCues {
  readonly cues: CueLines[];
  /** How the captions repeat: each word of a sentence highlighted, or lines that roll. */
  readonly repeats: readonly ("highlighted" | "rolling")[];
  /** The index of the first cue that repeats. */
  readonly firstRepeat: number;
}

/**
 * Reads what cues say. What rolling or highlighted captions repeat is included once; cues that only repeat are
 * left out, and the one before lasts until their end.
 * @param cues raw WebVTT cues in order of time; in seconds
 */
export function readSpokenCues(cues: readonly TimedText[]): SpokenCues {
  const all = readCueLines(cues);
  const once = mergeHighlightedCues(all, cues);
  const rolled = mergeRollingCues(once);
  const repeats = [
    ...(once.length < all.length ? ["highlighted" as const] : []),
    ...(hasRolled(once, rolled) ? ["rolling" as const] : []),
  ];
  return { cues: rolled, repeats, firstRepeat: firstDifference(all, rolled) };
}

function hasRolled(before: readonly CueLines[], after: readonly CueLines[]): boolean {
  return before.length !== after.length || before.some((cue, at) => cue.lines !== after[at]?.lines);
}

function firstDifference(before: readonly CueLines[], after: readonly CueLines[]): number {
  const at = before.findIndex(
    (cue, index) => cue.index !== after[index]?.index || cue.lines !== after[index]?.lines,
  );
  return before[at]?.index ?? 0;
}
