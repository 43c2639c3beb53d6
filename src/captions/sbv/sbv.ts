/** SubViewer as YouTube writes it (.sbv): two times in one line, its text, a blank line. */

import { type Captions, type Cue, newCue } from "../cue.ts";
import { escapeCueText } from "../escape.ts";
import { LineReader } from "../line-reader.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { toSeconds } from "../to-seconds.ts";

const timingLine =
  /^\s*([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,3}))?\s*,\s*([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,3}))?\s*$/;
const similarToTiming = /^\s*[0-9]+:[0-9:.\s]{1,40},\s*[0-9]+:[0-9:.\s]{1,40}$/;

/** Whether the first lines of a text hold an SBV timing. */
export function looksLikeSbv(text: string): boolean {
  return text
    .slice(0, 1000)
    .split(/\r\n?|\n/)
    .some((line) => timingLine.test(line));
}

/**
 * Reads an SBV file into WebVTT cues; times are in seconds. The text has no markup: `[br]` is a
 * line break, all else is itself. Never throws: a timing that cannot be read is named in
 * `problems` and its text left out.
 */
export function parseSbv(text: string): Captions {
  const captions: Captions = { cues: [], regions: [], styles: [], notes: [], problems: [] };
  const lines = new LineReader(normalizeText(text));
  let open: { cue: Cue; text: string[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const all = open.text.join("\n").split("\n");
    const shown = all.map((line) => line.trim()).filter((line) => line !== "");
    captions.cues.push({ ...open.cue, text: shown.map(escapeCueText).join("\n") });
    open = undefined;
  };
  for (; !lines.atEnd(); lines.advance()) {
    const line = lines.peek();
    const timing = timingLine.exec(line);
    if (timing !== null) {
      close();
      const cue = newCue(seconds(timing, 1), seconds(timing, 5), "", lines.number + 1);
      open = { cue, text: [] };
    } else if (similarToTiming.test(line)) {
      close();
      const message = `This timing cannot be read, so its text is not shown: ${quote(line.trim())}.`;
      reportProblem(
        captions.problems,
        lines.number + 1,
        `${message} Write it as 0:00:01.500,0:00:04.000.`,
      );
    } else open?.text.push(line.replace(/\[br\]/gi, "\n"));
  }
  close();
  if (captions.cues.length === 0 && captions.problems.length === 0) {
    const mend = "An SBV cue is a line such as 0:00:01.500,0:00:04.000, and its text under it.";
    reportProblem(captions.problems, 1, `This file holds no timing. ${mend}`);
  }
  return captions;
}

function seconds(timing: RegExpExecArray, group: number): number {
  const [hours = 0, minutes = 0, whole = 0] = timing.slice(group, group + 3).map(Number);
  return toSeconds(hours, minutes, whole, timing[group + 3]);
}
