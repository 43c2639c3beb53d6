/** Rolling captions, as live and automatic captioning produce them: each cue repeats lines of the previous cue. */
import { countWords, separatorBetween } from "../join-lines.ts";
import type { CueLines } from "./lines.ts";

/** Cues further apart than this, in seconds, aren't compared. Our choice. */
const maxGap = 0.5;
/** A cue that shows the whole previous one again, for longer than this in seconds, is said again. Our choice. */
const maxWholeRepeat = 0.5;
/** Captions have at most three or four lines on the screen. */
const maxLines = 4;
/** A repeat of this many words is no coincidence, unlike a repeated "No." Our choice. */
const minRepeatedWords = 4;

/**
 * Removes the lines of each cue that repeat the previous cue. They are removed only if the captions certainly
 * roll: two repeats in a row, or one that is too long for a coincidence. Words that a speaker repeats stay.
 * A cue that only repeats is left out, and the one before lasts until its end.
 * @param all cues in order of time
 */
export function mergeRollingCues(all: readonly CueLines[]): CueLines[] {
  const repeats = all.map((cue, index) => findRepeat(all[index - 1], cue));
  for (let from = 0; from < all.length; from += 1) {
    let to = from;
    while (to < all.length && (repeats[to]?.lines ?? 0) > 0) to += 1;
    const run = repeats.slice(from, to);
    const withNewText = run.filter(({ hasNewText }) => hasNewText);
    const isRolling =
      withNewText.length > 1 || withNewText.some(({ words }) => words >= minRepeatedWords);
    if (!isRolling) for (let index = from; index < to; index += 1) repeats[index] = noRepeat;
    from = to;
  }
  const merged: CueLines[] = [];
  for (const [index, cue] of all.entries()) {
    const rest = removeRepeat(cue, repeats[index] ?? noRepeat);
    const last = merged.at(-1);
    if (rest.lines.length > 0 || last === undefined) merged.push(rest);
    else merged[merged.length - 1] = { ...last, endTime: Math.max(last.endTime, cue.endTime) };
  }
  return merged;
}

interface Repeat {
  /** How many of the cue's first lines repeat the previous cue. */
  readonly lines: number;
  /** How much of the last of these lines is repeated, in UTF-16 code units. */
  readonly units: number;
  readonly words: number;
  /** Whether new text follows the repeated text. */
  readonly hasNewText: boolean;
}

const noRepeat: Repeat = { lines: 0, units: 0, words: 0, hasNewText: false };

/** Finds the lines that a cue repeats from the end of the previous one; the last of them may be longer now. */
function findRepeat(before: CueLines | undefined, cue: CueLines): Repeat {
  if (before === undefined || cue.startTime - before.endTime > maxGap) return noRepeat;
  // A repeat begins with the cue's first line, so skip the comparison for most cues.
  const firstText = cue.lines[0]?.text ?? "";
  if (!before.lines.some(({ text }) => firstText.startsWith(text))) return noRepeat;
  const tail = before.lines.slice(-maxLines);
  for (let count = Math.min(tail.length, cue.lines.length); count > 0; count -= 1) {
    const previousLines = tail.slice(-count);
    const same = previousLines
      .slice(0, -1)
      .every(({ text }, index) => text === cue.lines[index]?.text);
    const last = previousLines.at(-1)?.text ?? "";
    const repeatedText = cue.lines[count - 1]?.text ?? "";
    if (!same || !(repeatedText === last || beginsWith(repeatedText, last))) continue;
    const words = previousLines.reduce((sum, { text }) => sum + countWords(text), 0);
    const hasNewText = cue.lines.length > count || repeatedText.length > last.length;
    const isWholeCue = !hasNewText && count === before.lines.length;
    if (isWholeCue && cue.endTime - cue.startTime > maxWholeRepeat) return noRepeat;
    return { lines: count, units: last.length, words, hasNewText };
  }
  return noRepeat;
}

/** Whether a line begins with another one, and goes on with a new word. */
function beginsWith(line: string, start: string): boolean {
  const rest = line.slice(start.length);
  return line.startsWith(start) && (/^\s/.test(rest) || separatorBetween(start, rest) === "");
}

function removeRepeat(cue: CueLines, { lines, units }: Repeat): CueLines {
  if (lines === 0) return cue;
  const lastRepeated = cue.lines[lines - 1];
  const rest = {
    speaker: lastRepeated?.speaker,
    text: lastRepeated?.text.slice(units).trim() ?? "",
  };
  const left = cue.lines.slice(lines);
  return { ...cue, lines: rest.text === "" ? left : [rest, ...left] };
}
