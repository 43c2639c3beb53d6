/** Parses and formats WebVTT timestamps and timing lines (§6.3, “collect a WebVTT timestamp”). */
import { toSeconds } from "../to-seconds.ts";

/** Our own limit: with more hours, a double can't hold the milliseconds. */
const maxHours = 999_999_999;

const whitespace = /[\t\n\f\r ]*/y;
const digits = /[0-9]*/y;

/** What was parsed, and the position after it. */
interface Collected<Value> {
  readonly value: Value;
  readonly position: number;
}

/**
 * Parses the timestamp, such as `1:02:03.500` or `02:03.500`, at a position.
 * @returns its seconds and the position after it, or undefined if there is no valid timestamp
 */
export function collectTimestamp(input: string, start: number): Collected<number> | undefined {
  const first = collect(digits, input, start);
  if (first.value === "" || input[first.position] !== ":") return undefined;
  const second = collect(digits, input, first.position + 1);
  if (second.value.length !== 2) return undefined;

  let hours = 0;
  let minutes = Number(first.value);
  let seconds = Number(second.value);
  let position = second.position;
  const startsWithHours = first.value.length !== 2 || minutes > 59;
  if (startsWithHours || input[position] === ":") {
    if (input[position] !== ":") return undefined;
    const third = collect(digits, input, position + 1);
    if (third.value.length !== 2) return undefined;
    [hours, minutes, seconds] = [Math.min(minutes, maxHours), seconds, Number(third.value)];
    position = third.position;
  }

  if (input[position] !== ".") return undefined;
  const milliseconds = collect(digits, input, position + 1);
  if (milliseconds.value.length !== 3 || minutes > 59 || seconds > 59) return undefined;
  return {
    value: toSeconds(hours, minutes, seconds, milliseconds.value),
    position: milliseconds.position,
  };
}

/**
 * Parses a timing line, such as `00:01.000 --> 00:02.500 align:left`
 * (§6.3, “collect WebVTT cue timings and settings”).
 * @returns the times in seconds and the unparsed settings, or undefined if the line isn't a valid timing
 */
export function parseTimingLine(
  line: string,
): { readonly startTime: number; readonly endTime: number; readonly settings: string } | undefined {
  const start = collectTimestamp(line, collect(whitespace, line, 0).position);
  if (start === undefined) return undefined;
  const arrow = collect(whitespace, line, start.position).position;
  if (!line.startsWith("-->", arrow)) return undefined;
  const end = collectTimestamp(line, collect(whitespace, line, arrow + 3).position);
  if (end === undefined) return undefined;
  return { startTime: start.value, endTime: end.value, settings: line.slice(end.position) };
}

/**
 * Formats seconds as `01:02:03.500`, rounded to milliseconds. NaN and negative numbers become 0.
 * @param decimalMark "," for SRT
 */
export function formatTimestamp(seconds: number, decimalMark: "." | "," = "."): string {
  const maxSeconds = maxHours * 3600 + 3599.999;
  const total = Math.round(Math.min(Math.max(seconds || 0, 0), maxSeconds) * 1000);
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  const hours = twoDigits(Math.floor(total / 3_600_000));
  const minutes = twoDigits(Math.floor(total / 60_000) % 60);
  const wholeSeconds = twoDigits(Math.floor(total / 1000) % 60);
  const milliseconds = String(total % 1000).padStart(3, "0");
  return `${hours}:${minutes}:${wholeSeconds}${decimalMark}${milliseconds}`;
}

/** Matches a sticky pattern, which may match the empty string, at a position. */
function collect(pattern: RegExp, input: string, position: number): Collected<string> {
  pattern.lastIndex = position;
  const value = pattern.exec(input)?.[0] ?? "";
  return { value, position: position + value.length };
}
