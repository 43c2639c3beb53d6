/**
 * Captions that highlight one word after the other, as speech recognition exports them: the same sentence in
 * consecutive cues, each with another word underlined, bold, colored, in capitals or in brackets.
 */
import type { TimedText } from "../cue.ts";
import { countWords } from "../join-lines.ts";
import type { CueLines } from "./lines.ts";
import { mergeMarkedCues } from "./marked-words.ts";
import { findRuns, type Run, textOf } from "./runs.ts";

/**
 * More words per second than anyone speaks: a sentence that is shown for so short a time is repeated. Fast
 * speakers reach about five. Needed if colors were dropped, so that nothing but the repeat is left.
 */
const maxWordsPerSecond = 8;
/** The longest time for which one word is highlighted on average, in seconds. Our choice. */
const maxSecondsPerWord = 1.5;

/**
 * Replaces the cues of a sentence by one, from the first one's start to the last one's end, if the captions
 * certainly highlight words. Sentences that people repeat stay.
 * @param all the lines of the cues, in order of time
 * @param cues the cues that they were read from
 */
export function mergeHighlightedCues(
  all: readonly CueLines[],
  cues: readonly TimedText[],
): CueLines[] {
  const lines = mergeMarkedCues(all);
  const markup = lines.map(({ index }) => cues[index]?.text ?? "");
  const runs = findRuns(lines, (text, other) => text === other);
  const isMarked = runs.some((run) => isHighlighted(run, lines, markup));
  const isColored = runs.some((run) => isTooFast(run, lines, markup));
  if (!isMarked && !isColored) return lines;
  const merged: CueLines[] = [];
  for (const { from, to } of runs) {
    for (let index = from; index < to; index += 1) {
      const cue = lines[index];
      const last = merged.at(-1);
      if (cue === undefined) continue;
      const isSameMarkup = markup[index] === markup[index - 1];
      const isRepeat = index > from && (isSameMarkup ? isColored && wordsOf(cue) > 1 : isMarked);
      if (isRepeat && last !== undefined) {
        merged[merged.length - 1] = { ...last, endTime: Math.max(last.endTime, cue.endTime) };
      } else merged.push(cue);
    }
  }
  return merged;
}

const wordsOf = (cue: CueLines) => countWords(textOf(cue));

/** Whether the markup moves through a sentence of two words or more. */
function isHighlighted(
  { from, to }: Run,
  lines: readonly CueLines[],
  markup: readonly string[],
): boolean {
  const first = lines[from];
  if (first === undefined || to - from < 2 || wordsOf(first) < 2) return false;
  const texts = markup.slice(from, to);
  const changes = texts.slice(1).every((text, index) => text !== texts[index]);
  const withTags = texts.filter((text) => /<(?:[uibc][.>]|c )/.test(text));
  return changes && (withTags.length === texts.length || (texts.length > 2 && withTags.length > 1));
}

/** Whether a sentence is repeated without any difference, faster than it can be said. */
function isTooFast(
  { from, to }: Run,
  lines: readonly CueLines[],
  markup: readonly string[],
): boolean {
  const first = lines[from];
  if (first === undefined || to - from < 2 || wordsOf(first) < 3) return false;
  const hasSameMarkup = markup.slice(from, to).every((text) => text === markup[from]);
  const shown = lines.slice(from, to).map(({ startTime, endTime }) => endTime - startTime);
  const seconds = shown.reduce((sum, one) => sum + one, 0);
  const count = to - from;
  const isFast = (wordsOf(first) * count) / seconds > maxWordsPerSecond;
  return hasSameMarkup && isFast && seconds / count <= maxSecondsPerWord;
}
