/** Names captions that repeat on purpose, so that each of their cues isn't reported. */
import type { Cue } from "../cue.ts";
import { escapeCueText } from "../escape.ts";
import { readSpokenCues } from "../spoken/repeats.ts";
import type { LintFinding } from "./finding.ts";

/** Cues as a viewer reads them, without what they repeat, and the findings about the repeats. */
export interface CuesWithoutRepeats {
  readonly cues: readonly Cue[];
  readonly findings: readonly LintFinding[];
}

/** How many cues must overlap the one before, at least, and what share of all: two people rarely speak at once. */
const minOverlaps = 4;
const minOverlapShare = 0.5;

const messageOf = {
  duplicated: (cueCount: number, spokenCount: number) =>
    `Cues are in this file twice, with the same times and words (${cueCount} cues, ${spokenCount} without them). ` +
    "Remove the copies. ",
  rolling: () =>
    "These captions roll, as live and automatic captions do: cues repeat lines of the one before. ",
  highlighted: (cueCount: number, spokenCount: number) =>
    "These captions repeat each sentence to highlight one word after the other: " +
    `${cueCount} cues for ${spokenCount === 1 ? "one sentence" : `${spokenCount} sentences or parts of sentences`}. `,
} as const;
const shownAsTheyAre =
  "They are shown as they are; transcript, tables and search have the words once.";

/**
 * Removes what rolling or highlighted captions repeat.
 * @returns the cues themselves if they don't repeat
 */
export function withoutRepeats(cues: readonly Cue[]): CuesWithoutRepeats {
  const sorted = [...cues].sort((a, b) => a.startTime - b.startTime);
  const { cues: spoken, repeats, firstRepeat } = readSpokenCues(sorted);
  if (repeats.length === 0) return { cues, findings: [] };
  const line = sorted[firstRepeat]?.sourceLine ?? 1;
  const messages = repeats.map((kind) => messageOf[kind](cues.length, spoken.length));
  const once = spoken.flatMap(({ index, endTime, lines }) => {
    const cue = sorted[index];
    const text = lines.map((one) => escapeCueText(one.text)).join("\n");
    return cue === undefined ? [] : [{ ...cue, endTime, text }];
  });
  const findings = messages.map((message): LintFinding => {
    return { line, severity: "warning", code: "repeats", message: message + shownAsTheyAre };
  });
  return { cues: once, findings };
}

/** Replaces the overlaps of captions that roll in time, a line still shown when the next appears, by one finding. */
export function joinOverlaps(findings: readonly LintFinding[], cueCount: number): LintFinding[] {
  const overlaps = findings.filter(({ code }) => code === "overlap");
  const [first] = overlaps;
  const isRolling = overlaps.length >= Math.max(minOverlaps, cueCount * minOverlapShare);
  if (first === undefined || !isRolling) return [...findings];
  const message =
    "These captions roll, as live and automatic captions do: each starts while the one before is still " +
    `shown (${overlaps.length} of ${cueCount} cues). They are shown as they are.`;
  const joined: LintFinding = { ...first, code: "repeats", message };
  return findings.flatMap((finding) =>
    finding === first ? [joined] : finding.code === "overlap" ? [] : [finding],
  );
}
