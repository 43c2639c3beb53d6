/** Formats WebVTT (syntax: §4). Parsing the result returns what was formatted. */
import { type Cue, newCue, type Region, type TimedText } from "../cue.ts";
import { formatTimestamp } from "./timings.ts";

/** The content of a WebVTT file. Settings that a cue doesn't have take their default values. */
export interface WebVttContent {
  readonly cues: readonly (TimedText & Partial<Cue>)[];
  readonly regions?: readonly Region[];
  readonly styles?: readonly string[];
  readonly notes?: readonly string[];
}

/**
 * Formats a WebVTT file: notes, regions and styles above the cues. Times are rounded to
 * milliseconds. What the syntax doesn't allow is replaced: blank lines within a text are removed;
 * an arrow `-->` becomes `--&gt;` in cue text and `->` elsewhere, and is removed from styles.
 */
export function formatWebVtt({ cues, regions, styles, notes }: WebVttContent): string {
  const blocks = ["WEBVTT"];
  for (const note of notes ?? []) blocks.push(formatNote(note));
  for (const region of regions ?? []) blocks.push(formatRegion(region));
  for (const style of styles ?? []) {
    const css = removeBlankLines(style).replace(/-+->/g, "");
    if (css !== "") blocks.push(`STYLE\n${css}`);
  }
  for (const cue of cues) blocks.push(formatCue({ ...newCue(0, 0, ""), ...cue }));
  return `${blocks.join("\n\n")}\n`;
}

function formatNote(note: string): string {
  const text = removeBlankLines(note).replace(/-+->/g, "->").trim();
  return text === "" ? "NOTE" : `NOTE${text.includes("\n") ? "\n" : " "}${text}`;
}

function formatRegion(region: Region): string {
  const formatPoint = (x: number, y: number): string => `${formatDecimal(x)}%,${formatDecimal(y)}%`;
  const settings = [
    `width:${formatDecimal(region.width)}%`,
    `lines:${formatDecimal(region.lines)}`,
    `regionanchor:${formatPoint(region.regionAnchorX, region.regionAnchorY)}`,
    `viewportanchor:${formatPoint(region.viewportAnchorX, region.viewportAnchorY)}`,
  ];
  if (region.id !== "") settings.unshift(`id:${formatRegionId(region.id)}`);
  if (region.scroll === "up") settings.push("scroll:up");
  return `REGION\n${settings.join("\n")}`;
}

function formatCue(cue: Cue): string {
  const settings = formatCueSettings(cue).map((setting) => ` ${setting}`);
  const times = `${formatTimestamp(cue.startTime)} --> ${formatTimestamp(cue.endTime)}`;
  const id = removeBlankLines(cue.id).replaceAll("\n", " ").replace(/-+->/g, "->");
  const text = removeBlankLines(cue.text).replaceAll("-->", "--&gt;");
  return [id, times + settings.join(""), text].filter((line) => line !== "").join("\n");
}

/** The settings that differ from the defaults. The region is last: `line`, `size` and `vertical` reset it. */
function formatCueSettings(cue: Cue): string[] {
  const settings: string[] = [];
  if (cue.vertical !== "") settings.push(`vertical:${cue.vertical}`);
  if (cue.line !== "auto") {
    const alignment = cue.lineAlign === "start" ? "" : `,${cue.lineAlign}`;
    settings.push(`line:${formatDecimal(cue.line)}${cue.snapToLines ? "" : "%"}${alignment}`);
  }
  if (cue.position !== "auto") {
    const alignment = cue.positionAlign === "auto" ? "" : `,${cue.positionAlign}`;
    settings.push(`position:${formatDecimal(cue.position)}%${alignment}`);
  }
  if (cue.size !== 100) settings.push(`size:${formatDecimal(cue.size)}%`);
  if (cue.align !== "center") settings.push(`align:${cue.align}`);
  if (cue.region !== "") settings.push(`region:${formatRegionId(cue.region)}`);
  return settings;
}

/** Removes blank lines, which would end the block, and U+0000, which WebVTT doesn't allow. */
function removeBlankLines(text: string): string {
  return text
    .replaceAll("\0", "\uFFFD")
    .split(/[\r\n]+/)
    .filter((line) => line !== "")
    .join("\n");
}

/** A region's id as the value of a setting, which can't contain white space or an arrow. */
function formatRegionId(id: string): string {
  return removeBlankLines(id)
    .replace(/[\t\n\f ]+/g, "_")
    .replace(/-+->/g, "->");
}

/** Formats a number without an exponent, which WebVTT doesn't have: 1e-7 becomes 0.0000001. */
function formatDecimal(value: number): string {
  const text = String(value);
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  if (Number(exponent) > 0) return BigInt(value).toString();
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  return `${sign}0.${"0".repeat(-Number(exponent) - 1)}${digits}`;
}
