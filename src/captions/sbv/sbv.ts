/** SubViewer as written by YouTube (.sbv): two times on one line, the text, a blank line. */
import { type Captions, type Cue, newCaptions, newCue } from "../cue.ts";
import { escapeCueText } from "../escape.ts";
import { LineReader } from "../line-reader.ts";
import { looksLikeTiming } from "../loose-timing.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { toSeconds } from "../to-seconds.ts";

const timingPattern =
  /^\s*([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,3}))?\s*,\s*([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,3}))?\s*$/;

/** Whether the beginning of a text contains an SBV timing. */
export function looksLikeSbv(text: string): boolean {
  return text
    .slice(0, 1000)
    .split(/\r\n?|\n/)
    .some((line) => timingPattern.test(line));
}

/**
 * Parses an SBV file to WebVTT cues; times are in seconds. SBV has no markup except `[br]` for a line
 * break. Never throws: an invalid timing is listed in `problems` and its text is dropped.
 */
export function parseSbv(text: string): Captions {
  const captions = newCaptions();
  const lines = new LineReader(normalizeText(text));
  let current: { readonly cue: Cue; readonly lines: string[] } | undefined;
  let untimed: { readonly line: number; readonly text: string } | undefined;
  let isTextReported = false; // Whether the lines since an invalid timing are reported.
  const endCue = (): void => {
    if (current === undefined) return;
    const textLines = current.lines.join("\n").split("\n");
    const trimmed = textLines.map((line) => line.trim()).filter((line) => line !== "");
    captions.cues.push({ ...current.cue, text: trimmed.map(escapeCueText).join("\n") });
    current = undefined;
  };
  for (; !lines.isAtEnd(); lines.advance()) {
    const line = lines.peek();
    const timing = timingPattern.exec(line);
    if (timing !== null) {
      endCue();
      const [startTime, endTime] = [groupsToSeconds(timing, 1), groupsToSeconds(timing, 5)];
      current = { cue: newCue(startTime, endTime, "", lines.lineNumber), lines: [] };
    } else if (looksLikeTiming(line)) {
      endCue();
      const message =
        `This timing is invalid, so its text isn't shown: ${quote(line.trim())}. ` +
        "Write it as 0:00:01.500,0:00:04.000.";
      reportProblem(captions.problems, lines.lineNumber, message);
      isTextReported = true;
    } else if (current !== undefined) current.lines.push(line.replace(/\[br\]/gi, "\n"));
    else if (line.trim() !== "" && !isTextReported) {
      untimed ??= { line: lines.lineNumber, text: line };
    }
  }
  endCue();
  if (untimed !== undefined && captions.cues.length > 0) {
    const message =
      `These lines have no timing, so they aren't shown: ${quote(untimed.text)}. ` +
      "Write a line such as 0:00:01.500,0:00:04.000 above them, or remove them.";
    reportProblem(captions.problems, untimed.line, message);
  }
  if (captions.cues.length === 0 && captions.problems.length === 0) {
    const message =
      "This file contains no timing. " +
      "An SBV cue is a line such as 0:00:01.500,0:00:04.000, with its text below it.";
    reportProblem(captions.problems, 1, message);
  }
  return captions;
}

/** Converts four groups of a match of `timingPattern` to seconds. */
function groupsToSeconds(timing: RegExpExecArray, firstGroup: number): number {
  const [hours = 0, minutes = 0, seconds = 0] = timing
    .slice(firstGroup, firstGroup + 3)
    .map(Number);
  return toSeconds(hours, minutes, seconds, timing[firstGroup + 3]);
}
