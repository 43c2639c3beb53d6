/** Finds captions that are wrong or hard to follow, although players accept the file. */
import type { Cue } from "../cue.ts";
import { plainText } from "../webvtt/plain-text.ts";
import { countCharacters, maxCharactersPerLine, maxCharactersPerSecond } from "./readability.ts";

export type LintCode =
  | "no-cues"
  | "ends-before-start"
  | "ends-after-film"
  | "out-of-order"
  | "overlap"
  | "flicker"
  | "long-gap"
  | "empty"
  | "garbled"
  | "too-fast"
  | "too-many-lines"
  | "long-line";

export interface LintFinding {
  /** The line of the cue's timing in its file, counted from 1. */
  line: number;
  severity: "error" | "warning";
  code: LintCode;
  message: string;
}

/** Encoders round: a cue may end this much after the film, in seconds. */
const endTolerance = 0.5;
/** The screen is empty for two frames at least, at 30 a second, or not at all; in seconds. */
const minGap = 0.06;
/** So long without a word is music or silence, which a caption says, or a part that is missing. */
const maxGap = 60;
/** Further findings of the same kind are only counted. */
const maxFindingsPerCode = 10;
/** More cover the picture. */
const maxLines = 2;

/** What is left of a letter that no editor could save, or that was made UTF-8 twice: “niÃ±o”. */
const garbledLetters =
  /\uFFFD|[\u00C2\u00C3][\u0080-\u00BF]|â€[\u0090-\u009F\u2018-\u2122œž¦]|á[º»][\u0080-\u00BF\u2018-\u2122]/;

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
    const message =
      "This file has no cues. Check that it is the right file and that it was saved completely.";
    return [{ line: 1, severity: "error", code: "no-cues", message }];
  }

  let latest: Cue | undefined; // of the cues so far, the one that ends last
  let before: Cue | undefined;
  for (const cue of cues) {
    const add = (severity: LintFinding["severity"], code: LintCode, message: string): void => {
      findings.push({ line: cue.sourceLine, severity, code, message });
    };
    const { startTime, endTime } = cue;
    if (startTime >= endTime) {
      const times = `This cue starts at ${clock(startTime)} and ends at ${clock(endTime)}`;
      add(
        "error",
        "ends-before-start",
        `${times}, so it is never shown. Set the end after the start.`,
      );
    }
    if (duration !== undefined && endTime > duration + endTolerance) {
      const lengths = `This cue ends at ${clock(endTime)}, but the film is ${clock(duration)} long`;
      const advice =
        "Shorten it, or check whether the captions belong to another version of the film.";
      add("error", "ends-after-film", `${lengths}. ${advice}`);
    }
    const gap = startTime - (latest?.endTime ?? 0);
    if (gap > maxGap) add("warning", "long-gap", longGap(startTime - gap, startTime));
    if (before !== undefined && startTime < before.startTime) {
      const earlier = `This cue starts at ${clock(startTime)}, before the one above it`;
      add(
        "warning",
        "out-of-order",
        `${earlier}. It is published in order of time. Sort the file.`,
      );
    } else if (latest !== undefined && gap > 0.001 && gap < minGap) {
      const pause = `The screen is empty for ${Math.round(gap * 1000)} ms before this cue`;
      add("warning", "flicker", `${pause}, which flickers. Extend the previous cue up to it.`);
    } else if (latest !== undefined && startTime < latest.endTime) {
      const other = `the cue of line ${latest.sourceLine}, which lasts until ${clock(latest.endTime)}`;
      const advice = "End one before the next starts, unless two people speak at once.";
      add(
        "warning",
        "overlap",
        `This cue starts at ${clock(startTime)}, during ${other}. ${advice}`,
      );
    }
    for (const message of readingProblems(cue, language)) add("warning", ...message);
    if (latest === undefined || endTime > latest.endTime) latest = cue;
    before = cue;
  }
  if (latest !== undefined && duration !== undefined && duration - latest.endTime > maxGap) {
    const message = longGap(latest.endTime, duration);
    findings.push({ line: latest.sourceLine, severity: "warning", code: "long-gap", message });
  }
  return limitFindings(findings);
}

/** Machine-made captions have a thousand of a kind: ten are enough to see, the rest is counted. */
function limitFindings(findings: readonly LintFinding[]): LintFinding[] {
  const counts = new Map<LintCode, number>();
  const kept = findings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= maxFindingsPerCode;
  });
  return kept.map((finding) => {
    const rest = (counts.get(finding.code) ?? 0) - maxFindingsPerCode;
    const isLast = kept.findLast(({ code }) => code === finding.code) === finding;
    if (rest <= 0 || !isLast) return finding;
    const more = rest === 1 ? "One more cue is like this." : `${rest} more cues are like this.`;
    return { ...finding, message: `${finding.message} ${more}` };
  });
}

function readingProblems(cue: Cue, language: string): [code: LintCode, message: string][] {
  const problems: [LintCode, string][] = [];
  const garbled = garbledLetters.exec(cue.text)?.[0];
  if (garbled !== undefined) {
    const advice = "Open the file in its original encoding, and save it as UTF-8 once.";
    problems.push(["garbled", `This cue has garbled characters: “${garbled}”. ${advice}`]);
  }
  const lines = plainText(cue.text).split("\n");
  if (lines.every((line) => line.trim() === "")) {
    return [["empty", "This cue has no text. Remove it, or write what is heard."]];
  }
  if (lines.length > maxLines) {
    problems.push([
      "too-many-lines",
      `This cue has ${lines.length} lines. Split it, so that no cue has more than ${maxLines}.`,
    ]);
  }
  const seconds = cue.endTime - cue.startTime;
  const characters = countCharacters(lines.join(""));
  const maxPerSecond = maxCharactersPerSecond(language);
  if (seconds > 0 && characters / seconds > maxPerSecond) {
    const needed = (Math.ceil((characters / maxPerSecond) * 10) / 10).toFixed(1);
    problems.push([
      "too-fast",
      `This cue has ${characters} characters for ${seconds.toFixed(1)} s; ` +
        `at most ${maxPerSecond} per second are easy to read. Show it for ${needed} s, or shorten the text.`,
    ]);
  }
  const longest = lines.reduce((most, line) => Math.max(most, countCharacters(line)), 0);
  const maxPerLine = maxCharactersPerLine(language);
  if (longest > maxPerLine) {
    problems.push([
      "long-line",
      `This cue has a line of ${longest} characters. Break the line, or split the cue, ` +
        `so that none has more than ${maxPerLine}.`,
    ]);
  }
  return problems;
}

function longGap(from: number, to: number): string {
  return (
    `Nothing is shown from ${clock(from)} to ${clock(to)}: are captions missing? ` +
    "If there is only music or silence, add a caption such as [music]."
  );
}

/** Seconds as people read them in a caption editor, to the tenth: `1:05.2`. */
function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return `${Math.floor(tenths / 600)}:${rest}`;
}
