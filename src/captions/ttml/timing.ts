/** The timing of TTML elements (https://www.w3.org/TR/ttml2/, “timing attributes”). */
import { quote } from "../problems.ts";
import { parseTimeExpression, type TimeParameters } from "./time-expression.ts";
import type { XmlElement } from "./xml.ts";

/** When an element is shown, in seconds; `end` is Infinity if it has no end. */
export interface Interval {
  readonly begin: number;
  readonly end: number;
}

/** What an element inherits from its ancestors. */
export interface ElementContext {
  /** The interval of the parent. */
  readonly interval: Interval;
  readonly timeParameters: TimeParameters;
  readonly language: string;
  /** The language of the document: text in it needs no `<lang>` tag. */
  readonly documentLanguage: string;
  readonly preservesSpace: boolean;
  report(line: number, message: string): void;
}

/**
 * Parses the interval of an element.
 * @param baseTime what the element's times are relative to, in seconds
 * @returns undefined, after reporting it, if a time is invalid
 */
export function parseInterval(
  { name, attributes, line }: XmlElement,
  { interval: parent, timeParameters, report }: ElementContext,
  baseTime: number,
): Interval | undefined {
  const times: Partial<Record<string, number>> = {};
  for (const attribute of ["begin", "end", "dur"]) {
    const text = attributes.get(attribute);
    if (text === undefined) continue;
    const time = parseTimeExpression(text, timeParameters);
    if (time === undefined) {
      report(
        line,
        `A time of this <${name}> is invalid, so its text isn't shown: ` +
          `${attribute}=${quote(text)}. Write it as 00:00:01.500.`,
      );
      return undefined;
    }
    times[attribute] = time;
  }
  const { begin: offset = 0, end, dur } = times;
  const begin = baseTime + offset;
  const ends = [parent.end];
  if (end !== undefined) ends.push(baseTime + end);
  if (dur !== undefined) ends.push(begin + dur);
  return { begin, end: Math.min(...ends) };
}

/** Whether an element has an end time of its own. */
export function hasOwnEnd({ attributes }: XmlElement): boolean {
  return attributes.has("end") || attributes.has("dur");
}

/**
 * Visits the children of an element, which are shown in parallel or (`timeContainer="seq"`) in sequence.
 * @param visit called with each child and the time that its times are relative to; returns the child's end
 * @returns the end of the element: its own or, if it has none, that of the child that ends last
 */
export function forEachChildInTime<Child>(
  element: XmlElement,
  interval: Interval,
  children: readonly Child[],
  visit: (child: Child, baseTime: number) => number,
): number {
  const isSequence = element.attributes.get("timeContainer") === "seq";
  let baseTime = interval.begin;
  let lastEnd = interval.begin;
  for (const child of children) {
    const end = visit(child, baseTime);
    if (end > lastEnd) lastEnd = end;
    if (isSequence && Number.isFinite(end)) baseTime = end;
  }
  return hasOwnEnd(element) ? interval.end : Math.min(lastEnd, interval.end);
}
