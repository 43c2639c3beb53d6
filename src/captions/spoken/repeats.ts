/** What cues say, without what they repeat. */
import type { TimedText } from "../cue.ts";
import { mergeHighlightedCues } from "./highlighted.ts";
import { type CueLines, readCueLines } from "./lines.ts";
import { mergeRollingCues } from "./rolling.ts";

/** How many cues of the same time are compared. Our choice. */
const maxLayers = 8;

/** The lines of cues without repeats. */
export interface SpokenCues {
  readonly cues: CueLines[];
  /** How the captions repeat: whole cues twice, each word of a sentence highlighted, or lines that roll. */
  readonly repeats: readonly ("duplicated" | "highlighted" | "rolling")[];
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
  const distinct = all.filter((cue, index) => !isDuplicate(cue, index, all));
  const once = mergeHighlightedCues(distinct, cues);
  const rolled = mergeRollingCues(once);
  const repeats = [
    ...(distinct.length < all.length ? ["duplicated" as const] : []),
    ...(once.length < distinct.length ? ["highlighted" as const] : []),
    ...(hasRolled(once, rolled) ? ["rolling" as const] : []),
  ];
  return { cues: rolled, repeats, firstRepeat: firstDifference(all, rolled) };
}

/**
 * Whether a cue is there twice, with the same times, words and speakers: conversions from formats with layers, such as
 * SubStation Alpha, write a cue for each layer.
 */
function isDuplicate(cue: CueLines, index: number, all: readonly CueLines[]): boolean {
  for (let at = index - 1; all[at]?.startTime === cue.startTime; at -= 1) {
    const other = all[at];
    const isSame =
      other?.endTime === cue.endTime &&
      other.lines.length === cue.lines.length &&
      other.lines.every(
        ({ speaker, text }, line) =>
          text === cue.lines[line]?.text && speaker === cue.lines[line]?.speaker,
      );
    if (isSame) return true;
    // Many cues at one time are no captions: limits the time for such a file.
    if (index - at > maxLayers) return false;
  }
  return false;
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
