/** The settings behind a cue's times: `line:80% align:left` (WebVTT §6.3, “parse the settings”). */
import type { Cue, Region } from "../cue.ts";

/** Says of a setting that was left out what is wrong with it. */
export type ReportProblem = (message: string) => void;

const lineNumberPattern = /^-?[0-9]+(?:\.[0-9]+)?$/;
const percentagePattern = /^[0-9]+(?:\.[0-9]+)?%$/;

/**
 * Parses a percentage such as `12.5%`: a number from 0 to 100, or undefined.
 * (§6.2, “parse a percentage string”.)
 */
export function parsePercentage(text: string): number | undefined {
  if (!percentagePattern.test(text)) return undefined;
  const percentage = Number(text.slice(0, -1));
  return percentage <= 100 ? percentage : undefined;
}

/**
 * The pairs of a settings text, in order: parted at white space, each parted at its first colon.
 * A token without a name or a value is complained of and left out.
 */
export function parseSettings(
  text: string,
  complain: ReportProblem,
): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (const token of text.split(/[\t\n\f\r ]+/)) {
    if (token === "") continue;
    const colon = token.indexOf(":");
    if (colon > 0 && colon < token.length - 1) {
      pairs.push([token.slice(0, colon), token.slice(colon + 1)]);
    } else {
      complain(`“${token}” is no setting: write name:value without spaces, such as align:left.`);
    }
  }
  return pairs;
}

/** Applies a cue's settings to it. `regions` are those defined before the cue. */
export function applyCueSettings(
  cue: Cue,
  text: string,
  regions: ReadonlyMap<string, Region>,
  complain: ReportProblem,
): void {
  for (const [name, value] of parseSettings(text, complain)) {
    if (name === "region") {
      cue.region = regions.has(value) ? value : "";
      if (cue.region === "") {
        complain(`No region is called “${value}”: define it in a REGION block above.`);
      }
    } else if (name === "vertical") {
      if (value === "rl" || value === "lr") cue.vertical = value;
      else complain(`vertical:${value} is unknown: write vertical:rl or vertical:lr.`);
      if (cue.vertical !== "") cue.region = ""; // there are no vertical regions
    } else if (name === "line") applyLine(cue, value, complain);
    else if (name === "position") applyPosition(cue, value, complain);
    else if (name === "size") {
      const size = parsePercentage(value);
      if (size === undefined) complain(`size:${value} is unknown: write size:0% to size:100%.`);
      else {
        cue.size = size;
        if (size !== 100) cue.region = "";
      }
    } else if (name === "align") {
      if (isOneOf(value, ["start", "center", "end", "left", "right"])) cue.align = value;
      else complain(`align:${value} is unknown: write start, center, end, left or right.`);
    } else {
      complain(
        `The setting “${name}” is unknown: WebVTT has vertical, line, position, size, align, region.`,
      );
    }
  }
}

function applyLine(cue: Cue, value: string, complain: ReportProblem): void {
  const [place, alignment] = partAtComma(value);
  const number = place.endsWith("%") ? parsePercentage(place) : parseLineNumber(place);
  if (number === undefined) {
    complain(`line:${value} is unknown: write a line number such as line:-1, or line:0% to 100%.`);
    return;
  }
  if (alignment !== undefined) {
    if (!isOneOf(alignment, ["start", "center", "end"])) {
      complain(`line:${value} is unknown: after the comma write start, center or end.`);
      return;
    }
    cue.lineAlign = alignment;
  }
  cue.line = number;
  cue.snapToLines = !place.endsWith("%");
  cue.region = "";
}

function applyPosition(cue: Cue, value: string, complain: ReportProblem): void {
  const [place, alignment] = partAtComma(value);
  const number = parsePercentage(place);
  if (number === undefined) {
    complain(`position:${value} is unknown: write position:0% to position:100%.`);
    return;
  }
  if (alignment !== undefined) {
    if (!isOneOf(alignment, ["line-left", "center", "line-right"])) {
      complain(
        `position:${value} is unknown: after the comma write line-left, center, line-right.`,
      );
      return;
    }
    cue.positionAlign = alignment;
  }
  cue.position = number;
}

function parseLineNumber(text: string): number | undefined {
  if (!lineNumberPattern.test(text)) return undefined;
  const number = Number(text) + 0; // -0 is 0
  return Number.isFinite(number) ? number : undefined;
}

function partAtComma(value: string): [before: string, after: string | undefined] {
  const comma = value.indexOf(",");
  return comma < 0 ? [value, undefined] : [value.slice(0, comma), value.slice(comma + 1)];
}

function isOneOf<const Word extends string>(value: string, words: readonly Word[]): value is Word {
  return words.some((word) => word === value);
}
