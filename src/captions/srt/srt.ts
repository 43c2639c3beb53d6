/**
 * SubRip (.srt), the most widely used caption format. It has no specification: the parser accepts what
 * editors, players and programs write, and the formatter writes only what all of them can read.
 */
import { type Captions, type Cue, newCaptions, newCue, type TimedText } from "../cue.ts";
import { LineReader } from "../line-reader.ts";
import { looksLikeTiming } from "../loose-timing.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { formatTimestamp } from "../webvtt/timings.ts";
import { formatPositionTag, formatSrtText, parseSrtText } from "./text.ts";
import { parseSrtTiming } from "./timing.ts";

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
  let lineNumbers: number[] = []; // Their line numbers in the file.
  let isTextReported = false; // Whether the lines since an invalid timing are reported.
  /** Adds the current cue with the pending lines as its text, except for the number of the next cue. */
  const startCue = (next: Cue | undefined): void => {
    const isEndOfFile = next === undefined && lines.isAtEnd();
    const numberIndex = isEndOfFile ? -1 : findCueNumber(pendingLines, current);
    const number = pendingLines[numberIndex]?.trim() ?? "";
    let textLines = numberIndex < 0 ? pendingLines : pendingLines.slice(0, numberIndex);
    const untimed = findUntimedBlock(textLines, current, number);
    const lastNumber = isEndOfFile ? findLastNumber(textLines, current) : -1;
    if (lastNumber >= 0) {
      const message =
        `Nothing stands below the number ${textLines[lastNumber]?.trim()} at the end, so it isn't shown. ` +
        "Check that the file was saved completely, or remove the number.";
      reportProblem(captions.problems, lineNumbers[lastNumber] ?? 1, message, "warning");
      textLines = textLines.slice(0, lastNumber);
    }
    const untimedLine = textLines.findIndex((line, index) => index >= untimed && line !== "");
    if (untimed >= 0 && untimedLine >= 0 && !isTextReported) {
      const message =
        `These lines have no timing, so they aren't shown: ${quote(textLines[untimedLine] ?? "")}. ` +
        "Write a line such as 00:00:01,500 --> 00:00:04,000 above them, or remove them.";
      reportProblem(captions.problems, lineNumbers[untimedLine] ?? 1, message);
    }
    if (untimed >= 0) textLines = textLines.slice(0, untimed);
    if (current !== undefined) captions.cues.push({ ...current, ...parseSrtText(textLines) });
    current = next === undefined ? undefined : { ...next, id: number };
    pendingLines = [];
    lineNumbers = [];
    isTextReported = false;
  };

  const addLine = (line: string): void => {
    pendingLines.push(line);
    lineNumbers.push(lines.lineNumber);
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
      if (timing.text !== "") addLine(timing.text);
    } else if (looksLikeTiming(line)) {
      startCue(undefined);
      isTextReported = true;
      const message =
        `This timing is invalid, so its text isn't shown: ${quote(line.trim())}. ` +
        "Write it as 00:00:01,500 --> 00:00:04,000.";
      reportProblem(captions.problems, lines.lineNumber, message);
    } else if (line.trim() !== "") {
      addLine(line);
    } else if (pendingLines.at(-1) !== "") {
      addLine(""); // Consecutive blank lines count as one.
    }
  }
  const hasTiming = current !== undefined || captions.cues.length > 0;
  if (hasTiming) startCue(undefined);

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

/** The index of a number below the text of the last cue, after a blank line: of a cue that isn't there. Or -1. */
function findLastNumber(lines: readonly string[], last: Cue | undefined): number {
  const index = lines.findLastIndex((line) => line !== "");
  const isNext =
    cueNumberPattern.test(lines[index] ?? "") && Number(lines[index]) === Number(last?.id) + 1;
  return isNext && last?.id !== "" && index > 1 && lines[index - 1] === "" ? index : -1;
}

/**
 * Finds a block below a cue's text that has a number but no timing: its number is the next one, and the number
 * after it is missing otherwise.
 * @param number of the next cue; "" if it has none
 * @returns the index of the block's number, or -1
 */
function findUntimedBlock(
  lines: readonly string[],
  current: Cue | undefined,
  number: string,
): number {
  if (current === undefined) {
    // Above the first timing, programs write titles, but no numbers.
    return lines.findIndex((line, index) => cueNumberPattern.test(line) && lines[index + 1]);
  }
  if (current.id === "") return -1;
  const missing = String(Number(current.id) + 1);
  return lines.findIndex(
    (line, index) =>
      index > 0 &&
      lines[index - 1] === "" &&
      line.trim() === missing &&
      (lines[index + 1] ?? "") !== "" &&
      (number === "" || Number(number) === Number(missing) + 1),
  );
}
