/** When the elements of TTML are shown (https://www.w3.org/TR/ttml2/, “timing attributes”). */
import { quote } from "../problems.ts";
import { parseTtmlTime, type TimeParameters } from "./time-expression.ts";
import type { XmlElement } from "./xml.ts";

/** From and to, in seconds; Infinity where there is no end. */
export interface Interval {
  begin: number;
  end: number;
}

/** What an element takes from those around it, as far as times and words go. */
export interface ElementContext {
  /** Of the element around. */
  interval: Interval;
  clock: TimeParameters;
  language: string;
  /** The document's own: text in it needs no mark. */
  trackLanguage: string;
  keepsSpace: boolean;
  complain(line: number, message: string): void;
}

/**
 * The interval of an element whose times count from `base`; undefined, and complained of, where
 * one of them can't be read.
 */
export function parseInterval(
  { name, attributes, line }: XmlElement,
  { interval, clock, complain }: ElementContext,
  base: number,
): Interval | undefined {
  const times: Partial<Record<string, number>> = {};
  for (const attribute of ["begin", "end", "dur"]) {
    const text = attributes.get(attribute);
    if (text === undefined) continue;
    const time = parseTtmlTime(text, clock);
    if (time === undefined) {
      complain(
        line,
        `This time of a <${name}> cannot be read, so its text is not shown: ` +
          `${attribute}=${quote(text)}. Write it as 00:00:01.500.`,
      );
      return undefined;
    }
    times[attribute] = time;
  }
  const { begin = 0, end, dur } = times;
  const start = base + begin;
  const ends = [interval.end];
  if (end !== undefined) ends.push(base + end);
  if (dur !== undefined) ends.push(start + dur);
  return { begin: start, end: Math.min(...ends) };
}

/** Whether an element says itself when it ends. */
export function hasOwnEnd({ attributes }: XmlElement): boolean {
  return attributes.has("end") || attributes.has("dur");
}

/**
 * Reads the children of an element, side by side or (`timeContainer="seq"`) one after another.
 * `read` takes a child and the time that its own times count from, and gives its end.
 * @returns the end of the element: its own, or else its last child's
 */
export function forEachChildInTime<Child>(
  element: XmlElement,
  interval: Interval,
  children: readonly Child[],
  read: (child: Child, base: number) => number,
): number {
  const isSequence = element.attributes.get("timeContainer") === "seq";
  let base = interval.begin;
  let latest = interval.begin;
  for (const child of children) {
    const end = read(child, base);
    if (end > latest) latest = end;
    if (isSequence && Number.isFinite(end)) base = end;
  }
  return hasOwnEnd(element) ? interval.end : Math.min(latest, interval.end);
}
