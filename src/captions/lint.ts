/** What makes captions wrong, or hard to follow, though every player takes the file. */
import type { Cue } from "./cue.ts";
import { plainText } from "./plain-text.ts";
import { charactersPerLine, charactersPerSecond, countCharacters } from "./readability.ts";

export type LintCode =
  | "no-cues"
  | "ends-before-start"
  | "ends-after-film"
  | "overlap"
  | "too-fast"
  | "long-line";

export interface LintFinding {
  /** The line of the cue's timing in its file, counted from 1. */
  line: number;
  severity: "error" | "warning";
  code: LintCode;
  message: string;
}

/** Encoders round: a cue may end this much after the film, in seconds. */
const END_SLACK = 0.5;

/**
 * Looks through the cues of one track. `duration` is the film's, in seconds; without it no cue is
 * too late. `language` is the track's BCP 47 tag. Gives the findings in the order of the cues.
 */
export function lintCues(
  cues: readonly Cue[],
  { duration, language }: { duration?: number; language: string },
): LintFinding[] {
  const findings: LintFinding[] = [];
  if (cues.length === 0) {
    const message = "There is no cue in this file: is it the right one, and was it saved whole?";
    return [{ line: 1, severity: "error", code: "no-cues", message }];
  }

  let latest: Cue | undefined; // of the cues so far, the one that ends last
  for (const cue of cues) {
    const add = (severity: LintFinding["severity"], code: LintCode, message: string): void => {
      findings.push({ line: cue.sourceLine, severity, code, message });
    };
    const { startTime, endTime } = cue;
    if (startTime >= endTime) {
      const times = `This cue starts at ${clock(startTime)} and ends at ${clock(endTime)}`;
      add("error", "ends-before-start", `${times}: nobody sees it. Put its end after its start.`);
    }
    if (duration !== undefined && endTime > duration + END_SLACK) {
      const lengths = `This cue ends at ${clock(endTime)}, but the film is ${clock(duration)} long`;
      const mend = "Shorten it, or see whether the captions belong to another cut of the film.";
      add("error", "ends-after-film", `${lengths}. ${mend}`);
    }
    if (latest !== undefined && startTime < latest.endTime) {
      const other = `the cue of line ${latest.sourceLine}, which lasts until ${clock(latest.endTime)}`;
      const mend = "Let one end before the next starts, unless two people speak at once.";
      add("warning", "overlap", `This cue starts at ${clock(startTime)}, during ${other}. ${mend}`);
    }
    for (const message of readingProblems(cue, language)) add("warning", ...message);
    if (latest === undefined || endTime > latest.endTime) latest = cue;
  }
  return findings;
}

function readingProblems(cue: Cue, language: string): [code: LintCode, message: string][] {
  const problems: [LintCode, string][] = [];
  const lines = plainText(cue.text).split("\n");
  const seconds = cue.endTime - cue.startTime;
  const characters = countCharacters(lines.join(""));
  const mostPerSecond = charactersPerSecond(language);
  if (seconds > 0 && characters / seconds > mostPerSecond) {
    const needed = (Math.ceil((characters / mostPerSecond) * 10) / 10).toFixed(1);
    problems.push([
      "too-fast",
      `This cue has ${characters} characters for ${seconds.toFixed(1)} s; ` +
        `easy to read are ${mostPerSecond} a second. Show it for ${needed} s, or say it shorter.`,
    ]);
  }
  const longest = lines.reduce((most, line) => Math.max(most, countCharacters(line)), 0);
  const mostPerLine = charactersPerLine(language);
  if (longest > mostPerLine) {
    problems.push([
      "long-line",
      `This cue has a line of ${longest} characters: break it, or part the cue, ` +
        `so that none has more than ${mostPerLine}.`,
    ]);
  }
  return problems;
}

/** Seconds as people read them in a caption editor, to the tenth: `1:05.2`. */
function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return `${Math.floor(tenths / 600)}:${rest}`;
}
