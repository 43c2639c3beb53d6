/** Messages for what the WebVTT parsing algorithm ignores silently, each with how to fix it. */
import { quote } from "../problems.ts";

/** Why a line with an arrow isn't a valid timing line. */
export function explainInvalidTiming(line: string): string {
  const invalidTiming = `This timing is invalid, so its text isn't shown: ${quote(line)}. `;
  if (/^NOTE\b/.test(line)) return "A NOTE can't contain the arrow -->: write -> instead.";
  if (/^\uFEFF/.test(line)) {
    return "An invisible character (U+FEFF) is before this timing, so its text isn't shown. Write the line again.";
  }
  if (!/^[\t\f ]*-?[0-9]+\s*(?:[:.,;-]|$)/.test(line)) {
    return `The arrow --> is only allowed between two times: ${quote(line)}. In text, write --&gt;.`;
  }
  if (/[0-9],[0-9]/.test(line)) {
    return `${invalidTiming}Write a full stop before the milliseconds: 00:01.500, not 00:01,500.`;
  }
  if (!/[0-9]\.[0-9]{3}(?![0-9]).*-->.*[0-9]\.[0-9]{3}(?![0-9])/.test(line)) {
    return `${invalidTiming}Write three digits after the full stop: 00:01.500 --> 00:04.000.`;
  }
  return (
    `${invalidTiming}Write it as 00:00:01.500 --> 00:00:04.000, ` +
    "with two digits, at most 59, for minutes and for seconds."
  );
}

/** Why a block that isn't a cue, style, region or comment is ignored. */
export function explainIgnoredBlock(text: string, seenCue: boolean): string {
  const keyword = /^(STYLE|REGION)[\t\f\r ]*(?:\n|$)/.exec(text)?.[1];
  if (keyword !== undefined) {
    return seenCue
      ? `A ${keyword} block after the first cue is ignored: move it above all cues.`
      : `This ${keyword} block is empty: write its lines directly below it, without a blank line.`;
  }
  return (
    `These lines have no timing, so they aren't shown: ${quote(text)}. Add a timing line above them, ` +
    "or remove the blank line above them if they belong to the previous cue."
  );
}

/**
 * Why lines directly below WEBVTT are ignored.
 * @returns undefined if all are metadata such as `Kind: captions`, which is usual there
 */
export function explainIgnoredHeader(text: string): string | undefined {
  const ignored = text.split("\n").find((line) => line !== "" && !/^[\w-]+[:=]/.test(line));
  if (ignored === undefined) return undefined;
  return `Lines directly below WEBVTT are ignored: ${quote(ignored)}. Put a blank line above them.`;
}
