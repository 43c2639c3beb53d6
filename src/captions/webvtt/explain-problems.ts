/** Plain words for what the WebVTT algorithm drops in silence, each with its mend. */
import { quote } from "../problems.ts";

/** Why a line with an arrow is no timing line. */
export function explainInvalidTiming(line: string): string {
  const start = `This timing cannot be read, so its text is not shown: ${quote(line)}. `;
  if (/^NOTE\b/.test(line)) return "A NOTE may not hold the arrow -->: write -> in it.";
  if (!/^[\t\f ]*[0-9]/.test(line)) {
    return `The arrow --> may stand only between two times: ${quote(line)}. In text write --&gt;.`;
  }
  if (/[0-9],[0-9]/.test(line)) {
    return `${start}Write a full stop before the thousandths: 00:01.500, not 00:01,500.`;
  }
  if (!/[0-9]\.[0-9]{3}(?![0-9]).*-->.*[0-9]\.[0-9]{3}(?![0-9])/.test(line)) {
    return `${start}Write three digits after the full stop: 00:01.500 --> 00:04.000.`;
  }
  return (
    `${start}Write it as 00:00:01.500 --> 00:00:04.000, ` +
    "with two digits, at most 59, for minutes and for seconds."
  );
}

/** Why a block that is neither cue, style, region nor comment is left out. */
export function explainIgnoredBlock(text: string, seenCue: boolean): string {
  const keyword = /^(STYLE|REGION)[\t\f\r ]*(?:\n|$)/.exec(text)?.[1];
  if (keyword !== undefined) {
    return seenCue
      ? `A ${keyword} block after the first cue is not used: move it above all cues.`
      : `This ${keyword} block is empty: write its lines right under it, without a blank line.`;
  }
  return (
    `These lines have no timing, so nobody sees them: ${quote(text)}. Give them a timing line, ` +
    "or take out the blank line above them if they belong to the cue before."
  );
}

/** Why lines right under WEBVTT are left out, or undefined for the usual `Kind: captions` lines. */
export function explainIgnoredHeader(text: string): string | undefined {
  const odd = text.split("\n").find((line) => line !== "" && !/^[\w-]+[:=]/.test(line));
  if (odd === undefined) return undefined;
  return `What stands right under WEBVTT is not used: ${quote(odd)}. Put a blank line before it.`;
}
