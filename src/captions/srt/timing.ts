/** Parses the timing lines of SRT as editors, programs and people write them. */
import { toSeconds } from "../to-seconds.ts";

/** A parsed timing line: the times in seconds, and text of the cue that follows them on the same line. */
export interface SrtTiming {
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

/** Byte order and direction marks, zero-width and no-break spaces, which editors leave in timing lines. */
const invisibleCharacters = /[\uFEFF\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u00A0]/g;
/** Machine translation writes –> and — >, and puts spaces around colons. */
const arrowPattern = /(?:[-–—−]\s?){1,3}[>›»]|→|⟶/;
/** Hours and the fraction are optional; the decimal mark can be a comma, point, colon or semicolon. */
const timePattern =
  /^\s*(-?)\s*(?:([0-9]{1,4})\s?:\s?)?(-?[0-9]{1,3})\s?:\s?(-?[0-9]{1,3})(?:\s?[,.:;]\s?(-?[0-9]{1,9}))?(?![0-9])/;
/** Coordinates, such as `X1:100`, and WebVTT settings. */
const settingsPattern = /^(?:\s+[A-Za-z][A-Za-z0-9]{0,20}:\S{1,40})+\s*$/;
/** Where a timing must end, in UTF-16 code units: limits the time for a very long line. */
const maxTimingLength = 120;

/**
 * Parses a timing line. Negative times, which remain when the beginning of a film is cut off, become 0.
 * @returns undefined if the line isn't a valid timing
 */
export function parseSrtTiming(source: string): SrtTiming | undefined {
  const line = source.slice(0, maxTimingLength).replace(invisibleCharacters, "");
  const arrow = arrowPattern.exec(line);
  if (arrow === null) return undefined;
  const start = timePattern.exec(line.slice(0, arrow.index));
  if (start === null || line.slice(start[0].length, arrow.index).trim() !== "") return undefined;
  const afterArrow = line.slice(arrow.index + arrow[0].length);
  const end = timePattern.exec(afterArrow);
  if (end === null) return undefined;
  const afterTimes = afterArrow.slice(end[0].length);
  const hasText = afterTimes.trim() !== "" && !settingsPattern.test(afterTimes);
  const text = hasText ? source.slice(source.indexOf(afterTimes.trim())) : "";
  return { startTime: matchToSeconds(start), endTime: matchToSeconds(end), text };
}

/** Converts a match of `timePattern` to seconds, rounded to milliseconds. */
function matchToSeconds([, sign, hours = "0", ...rest]: RegExpExecArray): number {
  const [minutes = "0", seconds = "0", fraction = "0"] = rest;
  if ([sign, minutes, seconds, fraction].some((part) => part?.startsWith("-"))) return 0;
  const exact = toSeconds(Number(hours), Number(minutes), Number(seconds), fraction);
  return Math.round(exact * 1000) / 1000;
}
