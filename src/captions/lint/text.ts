/** Reports text of a cue that isn't shown as it was meant, or that is hard to read. */
import type { Cue } from "../cue.ts";
import { plainText } from "../webvtt/plain-text.ts";
import { findDoubleEscapes } from "./double-escapes.ts";
import type { LintFinding } from "./finding.ts";
import { findLostText } from "./lost-text.ts";
import { countCharacters, maxCharactersPerLine, maxCharactersPerSecond } from "./readability.ts";

/** The maximum of the Netflix Timed Text Style Guides: more lines cover the picture. */
const maxLines = 2;

/** Our own limit: a cue with more of a kind isn't captions. */
const maxFindingsPerCue = 10;

/** U+FFFD, which replaced a character in an earlier conversion, or UTF-8 that was encoded twice: “niÃ±o”. */
const garbledCharacters =
  /\uFFFD|[\u00C2\u00C3][\u0080-\u00BF]|â€[\u0090-\u009F\u2018-\u2122œž¦]|á[º»][\u0080-\u00BF\u2018-\u2122]/;

/** Whether nothing of a cue is shown. */
export function isEmptyCue({ text }: Pick<Cue, "text">): boolean {
  return plainText(text).trim() === "";
}

/**
 * Checks whether the text of a cue is easy to read.
 * @param language the track's BCP 47 tag
 */
export function lintReadability(cue: Cue, language: string): LintFinding[] {
  const findings: LintFinding[] = [];
  const warn = (code: LintFinding["code"], message: string): void => {
    findings.push({ line: cue.sourceLine, severity: "warning", code, message });
  };
  const lines = plainText(cue.text).split("\n");
  if (lines.length > maxLines) {
    warn(
      "too-many-lines",
      `This cue has ${lines.length} lines. Split it, so that no cue has more than ${maxLines}.`,
    );
  }
  const seconds = cue.endTime - cue.startTime;
  const characters = countCharacters(lines.join(""));
  const maxPerSecond = maxCharactersPerSecond(language);
  if (seconds > 0 && characters / seconds > maxPerSecond) {
    const needed = (Math.ceil((characters / maxPerSecond) * 10) / 10).toFixed(1);
    warn(
      "too-fast",
      `This cue has ${characters} characters for ${seconds.toFixed(1)} s; ` +
        `at most ${maxPerSecond} per second are easy to read. Show it for ${needed} s, or shorten the text.`,
    );
  }
  const longestLine = lines.reduce((max, line) => Math.max(max, countCharacters(line)), 0);
  const maxPerLine = maxCharactersPerLine(language);
  if (longestLine > maxPerLine) {
    warn(
      "long-line",
      `This cue has a line of ${longestLine} characters. Break the line, or split the cue, ` +
        `so that no line has more than ${maxPerLine}.`,
    );
  }
  return findings;
}

/** Checks whether the text of a cue is shown as it was meant. */
export function lintText(cue: Cue): LintFinding[] {
  const findings = lintMarkup(cue);
  const warn = (code: LintFinding["code"], message: string): void => {
    findings.push({ line: cue.sourceLine, severity: "warning", code, message });
  };
  const garbled = garbledCharacters.exec(cue.text)?.[0];
  if (garbled !== undefined) {
    const advice = "Open the file in its original encoding, and save it as UTF-8 once.";
    warn("garbled", `This cue has garbled characters: “${garbled}”. ${advice}`);
  }
  // If text is lost, that is reported instead.
  if (isEmptyCue(cue) && findings.length === 0) {
    warn("empty", "This cue has no text. Remove it, or add the text that is heard.");
  }
  return findings;
}

/** Text that WebVTT drops, and references that are shown as they are written; each at its own place. */
function lintMarkup(cue: Cue): LintFinding[] {
  const lost = findLostText(cue.text)
    .slice(0, maxFindingsPerCue)
    .map(({ start, hasWords, message }): LintFinding => {
      const severity = hasWords ? "error" : "warning";
      return { ...placeInCue(cue, start), severity, code: "lost-text", message };
    });
  const escaped = findDoubleEscapes(cue.text)
    .slice(0, maxFindingsPerCue)
    .map(({ start, found, correction }): LintFinding => {
      const message =
        `Viewers see “${correction}” here, because it was escaped twice, as ${found}. ` +
        `Write ${correction}; in SRT and SBV, ${plainText(correction) || "a space"}.`;
      return { ...placeInCue(cue, start), severity: "warning", code: "escaped-twice", message };
    });
  return [...lost, ...escaped];
}

/** The line and column of a position in a cue's text, which begins below the cue's timing. */
function placeInCue(cue: Cue, position: number): { line: number; column: number } {
  const before = cue.text.slice(0, position).split("\n");
  return { line: cue.sourceLine + before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
