/** Reports captions that are wrong or hard to read, although their file is valid. */
import type { Cue } from "../cue.ts";
import type { SpeakerSetting } from "../spoken/habit.ts";
import type { LintCode, LintFinding } from "./finding.ts";
import { lintNumbers } from "./numbers.ts";
import { joinOverlaps, withoutRepeats } from "./repeats.ts";
import { lintSpeakers } from "./speakers.ts";
import { isEmptyCue, lintReadability, lintText } from "./text.ts";

/** How long after the film's end a cue can end, in seconds. Our own limit: encoders round durations. */
const endTolerance = 0.5;
/**
 * The shortest time between two cues that doesn't flicker, in seconds: a little less than two frames at
 * 30 frames per second, the minimum gap of the Netflix Timed Text Style Guides.
 */
const minGap = 0.06;
/** The longest time without a cue, in seconds. Our own limit: captions may be missing. */
const maxGap = 60;
/** Our own limit: further findings with the same code are only counted. */
const defaultMaxPerCode = 10;
/**
 * Checks the cues of one track.
 * @param duration the film's, in seconds; if undefined, the end of the film isn't checked
 * @param language the track's BCP 47 tag
 * @param speakers what the manifest says about the speakers
 * @param maxPerCode how many findings of a kind are listed; the others are counted
 * @param nameOfCue what a message calls another cue
 * @returns the findings in the order of the cues
 */
export function lintCues(
  cues: readonly Cue[],
  {
    duration,
    language,
    speakers = {},
    maxPerCode = defaultMaxPerCode,
    nameOfCue = ({ sourceLine }) => `the cue at line ${sourceLine}`,
  }: {
    readonly duration?: number;
    readonly language: string;
    readonly speakers?: SpeakerSetting;
    readonly maxPerCode?: number;
    readonly nameOfCue?: (cue: Cue) => string;
  },
): LintFinding[] {
  if (cues.length === 0) {
    const message =
      "This file has no cues. Check that it is the right file and that it was saved completely.";
    return [{ line: 1, severity: "error", code: "no-cues", message }];
  }

  const { cues: cuesOnce, findings: repeats } = withoutRepeats(cues);
  const isRepeating = repeats.length > 0;
  const findings: LintFinding[] = isRepeating
    ? [...repeats, ...cues.filter((cue) => !isEmptyCue(cue)).flatMap(lintText)]
    : [];
  const late = duration === undefined ? undefined : findLateStart(cuesOnce, duration);
  if (late !== undefined) findings.push(late);
  let lastToEnd: Cue | undefined; // Of the previous cues, the last to end.
  let previous: Cue | undefined;
  for (const cue of cuesOnce) {
    const add = (severity: LintFinding["severity"], code: LintCode, message: string): void => {
      findings.push({ line: cue.sourceLine, severity, code, message });
    };
    const { startTime, endTime } = cue;
    if (!isRepeating) findings.push(...lintText(cue));
    if (isEmptyCue(cue)) {
      if (lastToEnd === undefined || endTime > lastToEnd.endTime) lastToEnd = cue;
      continue;
    }
    if (startTime >= endTime) {
      const times = `This cue starts at ${formatTime(startTime)} and ends at ${formatTime(endTime)}`;
      add(
        "error",
        "ends-before-start",
        `${times}, so it is never shown. Set the end after the start.`,
      );
    }
    if (late === undefined && duration !== undefined && endTime > duration + endTolerance) {
      const times = `This cue ends at ${formatTime(endTime)}, but the film is ${formatTime(duration)} long`;
      const advice =
        "Shorten it, or check whether the captions belong to another version of the film.";
      add("error", "ends-after-film", `${times}. ${advice}`);
    }
    const gap = startTime - (lastToEnd?.endTime ?? (late === undefined ? 0 : startTime));
    if (gap > maxGap) add("warning", "long-gap", longGapMessage(startTime - gap, startTime));
    if (previous !== undefined && startTime < previous.startTime) {
      const order = `This cue starts at ${formatTime(startTime)}, before the one above it`;
      add(
        "warning",
        "out-of-order",
        `${order}. Cues are published in order of their start times. Sort the file.`,
      );
    } else if (lastToEnd !== undefined && gap > 0.001 && gap < minGap) {
      const pause = `No cue is shown for ${Math.round(gap * 1000)} ms before this one`;
      add("warning", "flicker", `${pause}, which flickers. Extend the previous cue to its start.`);
    } else if (lastToEnd !== undefined && startTime < lastToEnd.endTime) {
      const other = `${nameOfCue(lastToEnd)}, which ends at ${formatTime(lastToEnd.endTime)}`;
      const advice = "End one before the next starts, unless two people speak at the same time.";
      add(
        "warning",
        "overlap",
        `This cue starts at ${formatTime(startTime)}, during ${other}. ${advice}`,
      );
    }
    findings.push(...lintReadability(cue, language));
    if (lastToEnd === undefined || endTime > lastToEnd.endTime) lastToEnd = cue;
    previous = cue;
  }
  if (lastToEnd !== undefined && duration !== undefined && duration - lastToEnd.endTime > maxGap) {
    const message = longGapMessage(lastToEnd.endTime, duration);
    findings.push({ line: lastToEnd.sourceLine, severity: "warning", code: "long-gap", message });
  }
  const all = [
    ...lintSpeakers(cues, speakers),
    ...lintNumbers(cues),
    ...joinOverlaps(findings, cuesOnce.length),
  ];
  return limitFindings(all, maxPerCode);
}

/** Captions that all start after the film: editing programs count its time from one hour. */
function findLateStart(cues: readonly Cue[], duration: number): LintFinding | undefined {
  const [first] = cues.filter((cue) => !isEmptyCue(cue));
  if (first === undefined || cues.some(({ startTime }) => startTime <= duration)) return undefined;
  const message =
    `All cues start after the film's end, the first at ${formatTime(first.startTime)}; the film is ` +
    `${formatTime(duration)} long. If the editing program's timeline begins at 01:00:00, let it begin at 00:00:00, ` +
    "and export the captions again.";
  return { line: first.sourceLine, severity: "error", code: "ends-after-film", message };
}

/** Keeps the first findings of each code, and adds to the last of them how many more there are. */
function limitFindings(findings: readonly LintFinding[], maxPerCode: number): LintFinding[] {
  if (maxPerCode === Infinity) return [...findings];
  const counts = new Map<LintCode, number>();
  const kept = findings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= maxPerCode;
  });
  return kept.map((finding) => {
    const rest = (counts.get(finding.code) ?? 0) - maxPerCode;
    const isLast = kept.findLast(({ code }) => code === finding.code) === finding;
    if (rest <= 0 || !isLast) return finding;
    const more = rest === 1 ? "One more cue is like this." : `${rest} more cues are like this.`;
    return { ...finding, message: `${finding.message} ${more}` };
  });
}

function longGapMessage(from: number, to: number): string {
  return (
    `No cue is shown from ${formatTime(from)} to ${formatTime(to)}: are captions missing? ` +
    "If there is only music or silence, add a caption such as [music]."
  );
}

/** Formats seconds as caption editors show them, rounded to a tenth: `1:05.2`. */
function formatTime(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return `${Math.floor(tenths / 600)}:${rest}`;
}
