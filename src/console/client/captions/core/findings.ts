/** What is hard to read or wrong in the rows of a document, by the lint of `videoteca check`. */
import { newCue } from "../../../../captions/cue.ts";
import type { LintFinding } from "../../../../captions/lint/finding.ts";
import { lintCues } from "../../../../captions/lint/lint.ts";
import { countCharacters } from "../../../../captions/lint/readability.ts";
import { lintReadability, lintText } from "../../../../captions/lint/text.ts";
import { plainText } from "../../../../captions/webvtt/plain-text.ts";
import { type CaptionsDocument, cuesOf } from "./document.ts";
import { isBlank, type TrackCue } from "./track.ts";

/** What a finding says, for a person. */
export type RowFinding = Pick<LintFinding, "severity" | "code" | "message">;

export interface FindingsOptions {
  /** The BCP 47 tag of the edited language. */
  readonly language: string;
  /** The film's, in seconds. */
  readonly duration: number;
}

/** The lines between two cues for the lint, so that a line within a cue's text tells the cue. */
const linesPerCue = 1000;

/** What can be said of a cue alone: fast enough for each keystroke. */
export function findingsOfCue(cue: TrackCue, language: string): RowFinding[] {
  if (isBlank(cue)) return [];
  const linted = newCue(cue.startTime, cue.endTime, cue.text);
  return [...lintText(linted), ...lintReadability(linted, language)];
}

/** Everything, by row. Findings that concern no row are those of the first. */
export function findingsOf(
  document: CaptionsDocument,
  { language, duration }: FindingsOptions,
): Map<string, RowFinding[]> {
  const numbers = new Map(document.rows.map(({ id }, index) => [id, index + 1]));
  const written = cuesOf(document, "edited").filter(({ cue }) => !isBlank(cue));
  const found = new Map<string, RowFinding[]>();
  if (written.length === 0) return found;
  const cues = written.map(({ cue, rowId }) =>
    newCue(cue.startTime, cue.endTime, cue.text, (numbers.get(rowId) ?? 0) * linesPerCue),
  );
  const findings = lintCues(cues, {
    language,
    duration,
    maxPerCode: Infinity,
    nameOfCue: ({ sourceLine }) => `cue ${sourceLine / linesPerCue}`,
  });
  for (const finding of findings) {
    if (finding.severity === "note") continue;
    const row = document.rows[Math.max(1, Math.floor(finding.line / linesPerCue)) - 1];
    if (row === undefined) continue;
    found.set(row.id, [...(found.get(row.id) ?? []), finding]);
  }
  return found;
}

/** Characters per second of a cue, as the lint counts them; undefined if it shows nothing or takes no time. */
export function readingSpeed({ startTime, endTime, text }: TrackCue): number | undefined {
  const seconds = endTime - startTime;
  const characters = countCharacters(plainText(text).replaceAll("\n", ""));
  return seconds > 0 && characters > 0 ? characters / seconds : undefined;
}
