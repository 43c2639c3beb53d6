/** Timestamps and timing lines of WebVTT (§6.3, “collect a WebVTT timestamp”), and their writing. */
import { toSeconds } from "../to-seconds.ts";

/** No film is longer than a hundred thousand years; beyond, milliseconds would be lost in a double. */
const maxHours = 999_999_999;

const whitespace = /[\t\n\f\r ]*/y;
const digits = /[0-9]*/y;

/** What was collected, and the position after it. */
interface Collected<Value> {
  value: Value;
  position: number;
}

/**
 * Collects a timestamp such as `1:02:03.500` or `02:03.500` at a position.
 * Gives its seconds and the position after it, or undefined where there is none.
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
  const thousandths = collect(digits, input, position + 1);
  if (thousandths.value.length !== 3 || minutes > 59 || seconds > 59) return undefined;
  return {
    value: toSeconds(hours, minutes, seconds, thousandths.value),
    position: thousandths.position,
  };
}

/**
 * Reads a timing line, `00:01.000 --> 00:02.500 align:left`: its times in seconds and what follows
 * them, or undefined when it is not one (§6.3, “collect WebVTT cue timings and settings”).
 */
export function parseTimingLine(
  line: string,
): { startTime: number; endTime: number; settings: string } | undefined {
  const start = collectTimestamp(line, collect(whitespace, line, 0).position);
  if (start === undefined) return undefined;
  const arrow = collect(whitespace, line, start.position).position;
  if (!line.startsWith("-->", arrow)) return undefined;
  const end = collectTimestamp(line, collect(whitespace, line, arrow + 3).position);
  if (end === undefined) return undefined;
  return { startTime: start.value, endTime: end.value, settings: line.slice(end.position) };
}

/** Writes seconds as `01:02:03.500`; with "," for SRT. Less than zero, and no number, is zero. */
export function formatTimestamp(seconds: number, mark: "." | "," = "."): string {
  const most = maxHours * 3600 + 3599.999;
  const all = Math.round(Math.min(Math.max(seconds || 0, 0), most) * 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = two(Math.floor(all / 3_600_000));
  const minutes = two(Math.floor(all / 60_000) % 60);
  const whole = two(Math.floor(all / 1000) % 60);
  return `${hours}:${minutes}:${whole}${mark}${String(all % 1000).padStart(3, "0")}`;
}

/** Collects what a sticky pattern, which may match nothing, finds at a position. */
function collect(pattern: RegExp, input: string, position: number): Collected<string> {
  pattern.lastIndex = position;
  const value = pattern.exec(input)?.[0] ?? "";
  return { value, position: position + value.length };
}
