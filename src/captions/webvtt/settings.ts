/** Parses the settings after a cue's timing: `line:80% align:left` (WebVTT §6.3, “parse the settings”). */
import type { Cue, Draft, Region } from "../cue.ts";

/** Reports that a setting was ignored, and why. */
export type ReportProblem = (message: string) => void;

const lineNumberPattern = /^-?[0-9]+(?:\.[0-9]+)?$/;
const percentagePattern = /^[0-9]+(?:\.[0-9]+)?%$/;

/**
 * Parses a percentage such as `12.5%` (§6.2, “parse a percentage string”).
 * @returns a number from 0 to 100, or undefined if the text isn't such a percentage
 */
export function parsePercentage(text: string): number | undefined {
  if (!percentagePattern.test(text)) return undefined;
  const percentage = Number(text.slice(0, -1));
  return percentage <= 100 ? percentage : undefined;
}

/**
 * Splits settings, separated by white space, into names and values, separated by the first colon.
 * A setting without a name or a value is reported and dropped.
 */
export function parseSettings(
  text: string,
  report: ReportProblem,
): [name: string, value: string][] {
  const settings: [string, string][] = [];
  for (const setting of text.split(/[\t\n\f\r ]+/)) {
    if (setting === "") continue;
    const colon = setting.indexOf(":");
    if (colon > 0 && colon < setting.length - 1) {
      settings.push([setting.slice(0, colon), setting.slice(colon + 1)]);
    } else {
      report(`“${setting}” isn't a setting: write name:value without spaces, such as align:left.`);
    }
  }
  return settings;
}

/**
 * Parses settings and applies them to a cue.
 * @param regions the regions defined before the cue, by their ids
 */
export function applyCueSettings(
  cue: Draft<Cue>,
  text: string,
  regions: ReadonlyMap<string, Region>,
  report: ReportProblem,
): void {
  for (const [name, value] of parseSettings(text, report)) {
    if (name === "region") {
      cue.region = regions.has(value) ? value : "";
      if (cue.region === "") {
        report(`There is no region with the id “${value}”: define it in a REGION block above.`);
      }
    } else if (name === "vertical") {
      if (value === "rl" || value === "lr") cue.vertical = value;
      else report(`vertical:${value} is invalid: write vertical:rl or vertical:lr.`);
      if (cue.vertical !== "") cue.region = ""; // Vertical text can't be in a region.
    } else if (name === "line") applyLine(cue, value, report);
    else if (name === "position") applyPosition(cue, value, report);
    else if (name === "size") {
      const size = parsePercentage(value);
      if (size === undefined) report(`size:${value} is invalid: write size:0% to size:100%.`);
      else {
        cue.size = size;
        if (size !== 100) cue.region = "";
      }
    } else if (name === "align") {
      if (isOneOf(value, ["start", "center", "end", "left", "right"])) cue.align = value;
      else report(`align:${value} is invalid: write start, center, end, left or right.`);
    } else {
      report(
        `The setting “${name}” is unknown: WebVTT has vertical, line, position, size, align, region.`,
      );
    }
  }
}

function applyLine(cue: Draft<Cue>, value: string, report: ReportProblem): void {
  const [offset, alignment] = splitAtComma(value);
  const isPercentage = offset.endsWith("%");
  const line = isPercentage ? parsePercentage(offset) : parseLineNumber(offset);
  if (line === undefined) {
    report(`line:${value} is invalid: write a line number such as line:-1, or line:0% to 100%.`);
    return;
  }
  if (alignment !== undefined) {
    if (!isOneOf(alignment, ["start", "center", "end"])) {
      report(`line:${value} is invalid: after the comma write start, center or end.`);
      return;
    }
    cue.lineAlign = alignment;
  }
  cue.line = line;
  cue.snapToLines = !isPercentage;
  cue.region = "";
}

function applyPosition(cue: Draft<Cue>, value: string, report: ReportProblem): void {
  const [percentage, alignment] = splitAtComma(value);
  const position = parsePercentage(percentage);
  if (position === undefined) {
    report(`position:${value} is invalid: write position:0% to position:100%.`);
    return;
  }
  if (alignment !== undefined) {
    if (!isOneOf(alignment, ["line-left", "center", "line-right"])) {
      report(
        `position:${value} is invalid: after the comma write line-left, center or line-right.`,
      );
      return;
    }
    cue.positionAlign = alignment;
  }
  cue.position = position;
}

function parseLineNumber(text: string): number | undefined {
  if (!lineNumberPattern.test(text)) return undefined;
  const number = Number(text) + 0; // Converts -0 to 0.
  return Number.isFinite(number) ? number : undefined;
}

function splitAtComma(value: string): [before: string, after: string | undefined] {
  const comma = value.indexOf(",");
  return comma < 0 ? [value, undefined] : [value.slice(0, comma), value.slice(comma + 1)];
}

function isOneOf<const Keyword extends string>(
  value: string,
  keywords: readonly Keyword[],
): value is Keyword {
  return keywords.some((keyword) => keyword === value);
}
