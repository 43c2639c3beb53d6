/**
 * SubRip (.srt), the captions of everything else. It has no specification: reading takes what
 * editors, players and machines write, and writing keeps to what all of them read.
 */
import { type Captions, type Cue, newCue, type TimedText } from "../cue.ts";
import { LineReader } from "../line-reader.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { formatTimestamp } from "../webvtt/timings.ts";
import { formatPositionTag, formatSrtText, parseSrtText } from "./text.ts";
import { looksLikeTiming, parseSrtTiming } from "./timing.ts";

const cueNumber = /^\s*[0-9]{1,9}\s*$/;

/**
 * Reads an SRT file into WebVTT cues; times are in seconds. Takes missing numbers and
 * numbers out of order, commas and points, any line end, and blank lines anywhere. `<i>`, `<b>`, `<u>` and `<v …>` are
 * kept, `<font>` and its like left out, `{\an8}` becomes a place in the picture. Never throws: a
 * timing that cannot be read is named in `problems` and its text left out.
 */
export function parseSrt(text: string): Captions {
  const captions: Captions = { cues: [], regions: [], styles: [], notes: [], problems: [] };
  const lines = new LineReader(normalizeText(text));
  let open: Cue | undefined;
  let loose: string[] = []; // the lines since the last timing
  const startCue = (cue: Cue | undefined): void => {
    const numberAt = cue === undefined && lines.atEnd() ? -1 : findNumber(loose, open);
    const number = loose[numberAt]?.trim() ?? "";
    if (open !== undefined) {
      const own = numberAt < 0 ? loose : loose.slice(0, numberAt);
      captions.cues.push({ ...open, ...parseSrtText(own) });
    }
    open = cue === undefined ? undefined : { ...cue, id: number };
    loose = [];
  };

  for (; !lines.atEnd(); lines.advance()) {
    // Files that were joined have a byte order mark inside; old editors ended theirs in Ctrl+Z.
    const line = lines
      .peek()
      .replace(/^\uFEFF+/, "")
      .replaceAll("\u001A", "");
    const timing = parseSrtTiming(line);
    if (timing !== undefined) {
      startCue(newCue(timing.startTime, timing.endTime, "", lines.number + 1));
      if (timing.text !== "") loose.push(timing.text);
    } else if (looksLikeTiming(line)) {
      startCue(undefined);
      const message = `This timing cannot be read, so its text is not shown: ${quote(line.trim())}.`;
      const mend = "Write it as 00:00:01,500 --> 00:00:04,000.";
      reportProblem(captions.problems, lines.number + 1, `${message} ${mend}`);
    } else if (line.trim() !== "") {
      loose.push(line);
    } else if (loose.at(-1) !== "") {
      loose.push(""); // one blank line says as much as many
    }
  }
  startCue(undefined);

  if (captions.cues.length === 0 && captions.problems.length === 0) {
    const mend =
      "An SRT cue is a number, a line such as 00:00:01,500 --> 00:00:04,000, and its text.";
    reportProblem(captions.problems, 1, `This file holds no timing. ${mend}`);
  }
  return captions;
}

/** Whether a timing with a comma before its thousandths, SRT's own mark, is near a text's start. */
export function looksLikeSrt(text: string): boolean {
  const start = text.slice(0, 2000).split(/\r\n?|\n/);
  return start.some((line) => /,\s?[0-9]{1,9}\s*[-–—−→]/.test(line) && parseSrtTiming(line));
}

/** Writes SRT: cues numbered from 1, those without text left out. Speakers and regions are lost. */
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
 * Where a cue's number stands above its timing line, or -1. Digits that the cue before might be
 * saying count as its text: a number follows a blank line, or is the next one.
 */
function findNumber(lines: readonly string[], before: Cue | undefined): number {
  const index = lines.findLastIndex((line) => line !== "");
  const line = lines[index] ?? "";
  if (!cueNumber.test(line)) return -1;
  if (before === undefined) return index;
  const isNext = before.id !== "" && Number(line) === Number(before.id) + 1;
  const standsAlone = index === lines.length - 1 && lines[index - 1] === "";
  return isNext || standsAlone ? index : -1;
}
