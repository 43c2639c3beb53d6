/** Rolling captions, as live and automatic captioning produce them: each cue repeats the lines of the one before. */
import type { TimedText } from "../captions/cue.ts";
import { countWords, joinLines } from "../captions/join-lines.ts";
import { speakerTurns } from "../captions/webvtt/plain-text.ts";

export interface Line {
  readonly speaker: string | undefined;
  readonly text: string;
}

/** A cue's text line by line, each in one speaker's voice. */
export interface Lines {
  readonly startTime: number;
  readonly endTime: number;
  readonly lines: readonly Line[];
}

/** Cues further apart than this, in seconds, aren't compared for repeats. */
const maxGap = 0.5;
/** A caption shows at most three or four lines. */
const maxLines = 4;
/** A repeat of this many words is hardly chance, unlike a repeated "No." */
const minRepeatedWords = 4;

/**
 * Removes the lines of each cue that repeat the cue before. Lines are removed only if the captions certainly
 * roll: twice in a row, or once with a repeat too long for chance. Words that a speaker really repeats stay.
 * @param cues raw WebVTT cues in order of time; in seconds
 */
export function mergeRollingCues(cues: readonly TimedText[]): Lines[] {
  const all = cues
    .map(({ startTime, endTime, text }) => ({ startTime, endTime, lines: linesOf(text) }))
    .filter(({ lines }) => lines.length > 0);
  const repeats = all.map((cue, index) => repeatOf(all[index - 1], cue));
  for (let from = 0; from < all.length; from += 1) {
    let to = from;
    while (to < all.length && (repeats[to]?.lines ?? 0) > 0) to += 1;
    const run = repeats.slice(from, to);
    const grows = run.filter(({ goesOn }) => goesOn);
    const isSure = grows.length > 1 || grows.some(({ words }) => words >= minRepeatedWords);
    if (!isSure) for (let index = from; index < to; index += 1) repeats[index] = noRepeat;
    from = to;
  }
  const fresh = all.map((cue, index) => without(cue, repeats[index] ?? noRepeat));
  return fresh.filter(({ lines }) => lines.length > 0);
}

function linesOf(cueText: string): Line[] {
  return speakerTurns(cueText).flatMap(({ speaker, text }) =>
    text
      .split(/[\r\n]+/)
      .map((line) => ({ speaker, text: joinLines(line) }))
      .filter((line) => line.text !== ""),
  );
}

interface Repeat {
  /** How many of the cue's first lines repeat the cue before. */
  readonly lines: number;
  /** How much of the last of these lines is repeated, in UTF-16 units. */
  readonly units: number;
  readonly words: number;
  /** Whether new text follows. */
  readonly goesOn: boolean;
}

const noRepeat: Repeat = { lines: 0, units: 0, words: 0, goesOn: false };

/** Finds which lines a cue repeats from the end of the one before; the last of them may have grown. */
function repeatOf(before: Lines | undefined, cue: Lines): Repeat {
  if (before === undefined || cue.startTime - before.endTime > maxGap) return noRepeat;
  const tail = before.lines.slice(-maxLines);
  for (let count = Math.min(tail.length, cue.lines.length); count > 0; count -= 1) {
    const said = tail.slice(-count);
    const same = said.slice(0, -1).every(({ text }, index) => text === cue.lines[index]?.text);
    const last = said.at(-1)?.text ?? "";
    const again = cue.lines[count - 1]?.text ?? "";
    if (!same || !(again === last || again.startsWith(`${last} `))) continue;
    const words = said.reduce((sum, { text }) => sum + countWords(text), 0);
    const goesOn = cue.lines.length > count || again.length > last.length;
    return { lines: count, units: last.length, words, goesOn };
  }
  return noRepeat;
}

function without(cue: Lines, { lines, units }: Repeat): Lines {
  if (lines === 0) return cue;
  const grown = cue.lines[lines - 1];
  const rest = { speaker: grown?.speaker, text: grown?.text.slice(units).trim() ?? "" };
  const left = cue.lines.slice(lines);
  return { ...cue, lines: rest.text === "" ? left : [rest, ...left] };
}
