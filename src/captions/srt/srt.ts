/**
 * SubRip (.srt), the most widely used caption format. It has no specification: the parser accepts what
 * editors, players and programs write, and the formatter writes only what all of them can read.
 */
import { type Captions, type Cue, newCaptions, newCue, type TimedText } from "../cue.ts";
import { LineReader } from "../line-reader.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { formatTimestamp } from "../webvtt/timings.ts";
import { formatPositionTag, formatSrtText, parseSrtText } from "./text.ts";
import { looksLikeTiming, parseSrtTiming } from "./timing.ts";

const cueNumberPattern = /^\s*[0-9]{1,9}\s*$/;

/**
 * Parses an SRT file to WebVTT cues; times are in seconds. Accepts missing or unordered numbers, commas
 * and points, any line ending, and blank lines anywhere. Keeps `<i>`, `<b>`, `<u>` and `<v …>`, drops
 * `<font>` and similar tags, and converts `{\an8}` to cue settings. Never throws: an invalid timing is
 * listed in `problems` and its text is dropped.
 */
export function parseSrt(text: string): Captions {
  const captions = newCaptions();
  const lines = new LineReader(normalizeText(text));
  let current: Cue | undefined;
  let pendingLines: string[] = []; // The lines since the last timing.
  /** Adds the current cue with the pending lines as its text, except for the number of the next cue. */
  const startCue = (next: Cue | undefined): void => {
    const isEndOfFile = next === undefined && lines.isAtEnd();
    const numberIndex = isEndOfFile ? -1 : findCueNumber(pendingLines, current);
    const number = pendingLines[numberIndex]?.trim() ?? "";
    if (current !== undefined) {
      const textLines = numberIndex < 0 ? pendingLines : pendingLines.slice(0, numberIndex);
      captions.cues.push({ ...current, ...parseSrtText(textLines) });
    }
    current = next === undefined ? undefined : { ...next, id: number };
    pendingLines = [];
  };

  for (; !lines.isAtEnd(); lines.advance()) {
    // Concatenated files contain byte order marks; old editors end a file with Ctrl+Z.
    const line = lines
      .peek()
      .replace(/^\uFEFF+/, "")
      .replaceAll("\u001A", "");
    const timing = parseSrtTiming(line);
    if (timing !== undefined) {
      startCue(newCue(timing.startTime, timing.endTime, "", lines.lineNumber));
      if (timing.text !== "") pendingLines.push(timing.text);
    } else if (looksLikeTiming(line)) {
      startCue(undefined);
      const message =
        `This timing is invalid, so its text isn't shown: ${quote(line.trim())}. ` +
        "Write it as 00:00:01,500 --> 00:00:04,000.";
      reportProblem(captions.problems, lines.lineNumber, message);
    } else if (line.trim() !== "") {
      pendingLines.push(line);
    } else if (pendingLines.at(-1) !== "") {
      pendingLines.push(""); // Consecutive blank lines count as one.
    }
  }
  startCue(undefined);

  if (captions.cues.length === 0 && captions.problems.length === 0) {
    const message =
      "This file contains no timing. " +
      "An SRT cue is a number, a line such as 00:00:01,500 --> 00:00:04,000, and its text.";
    reportProblem(captions.problems, 1, message);
  }
  return captions;
}

/** Whether the beginning of a text contains a timing with SRT's decimal mark, the comma. */
export function looksLikeSrt(text: string): boolean {
  const firstLines = text.slice(0, 2000).split(/\r\n?|\n/);
  return firstLines.some((line) => /,\s?[0-9]{1,9}\s*[-–—−→]/.test(line) && parseSrtTiming(line));
}

/** Formats SRT. Cues are numbered from 1; cues without text, speakers and regions are dropped. */
export function formatSrt(cues: readonly (TimedText & Partial<Cue>)[]): string {
  let number = 0;
  let output = "";
  for (const cue of cues) {
    const text = formatSrtText(cue.text);
    if (text === "") continue;
    number += 1;
    const times = `${formatTimestamp(cue.startTime, ",")} --> ${formatTimestamp(cue.endTime, ",")}`;
    output += `${number}\n${times}\n${formatPositionTag(cue)}${text}\n\n`;
  }
  return output;
}

/**
 * The index of the line with a cue's number, among the lines above its timing, or -1. Digits can also be the
 * last line of the previous cue's text: they are a number only after a blank line, or if they are one more
 * than the previous number.
 */
function findCueNumber(lines: readonly string[], previous: Cue | undefined): number {
  const index = lines.findLastIndex((line) => line !== "");
  const line = lines[index] ?? "";
  if (!cueNumberPattern.test(line)) return -1;
  if (previous === undefined) return index;
  const isNextNumber = previous.id !== "" && Number(line) === Number(previous.id) + 1;
  const isAfterBlankLine = index === lines.length - 1 && lines[index - 1] === "";
  return isNextNumber || isAfterBlankLine ? index : -1;
}
