/** Writing WebVTT (syntax: §4). What is written parses to what was given. */
import { type Cue, newCue, type Region, type TimedText } from "../cue.ts";
import { formatTimestamp } from "./timings.ts";

/** What can be written: cues that lack settings take the defaults. */
export interface WebVttContent {
  cues: readonly (TimedText & Partial<Cue>)[];
  regions?: readonly Region[];
  styles?: readonly string[];
  notes?: readonly string[];
}

/**
 * Writes a WebVTT file: notes, regions and styles above the cues. Times are rounded to
 * milliseconds. What the format cannot hold is mended: blank lines inside a text are left out,
 * an arrow in a text becomes `--&gt;` and elsewhere `->`.
 */
export function formatWebVtt({ cues, regions, styles, notes }: WebVttContent): string {
  const blocks = ["WEBVTT"];
  for (const note of notes ?? []) blocks.push(writeNote(note));
  for (const region of regions ?? []) blocks.push(writeRegion(region));
  for (const style of styles ?? []) {
    const css = tidy(style).replace(/-+->/g, "");
    if (css !== "") blocks.push(`STYLE\n${css}`);
  }
  for (const cue of cues) blocks.push(writeCue({ ...newCue(0, 0, ""), ...cue }));
  return `${blocks.join("\n\n")}\n`;
}

function writeNote(note: string): string {
  const text = tidy(note).replace(/-+->/g, "->").trim();
  return text === "" ? "NOTE" : `NOTE${text.includes("\n") ? "\n" : " "}${text}`;
}

function writeRegion(region: Region): string {
  const percent = (x: number, y: number): string => `${decimal(x)}%,${decimal(y)}%`;
  const settings = [
    `width:${decimal(region.width)}%`,
    `lines:${decimal(region.lines)}`,
    `regionanchor:${percent(region.regionAnchorX, region.regionAnchorY)}`,
    `viewportanchor:${percent(region.viewportAnchorX, region.viewportAnchorY)}`,
  ];
  if (region.id !== "") settings.unshift(`id:${token(region.id)}`);
  if (region.scroll === "up") settings.push("scroll:up");
  return `REGION\n${settings.join("\n")}`;
}

function writeCue(cue: Cue): string {
  const settings = cueSettings(cue).map((setting) => ` ${setting}`);
  const times = `${formatTimestamp(cue.startTime)} --> ${formatTimestamp(cue.endTime)}`;
  const id = tidy(cue.id).replaceAll("\n", " ").replace(/-+->/g, "->");
  const text = tidy(cue.text).replaceAll("-->", "--&gt;");
  return [id, times + settings.join(""), text].filter((line) => line !== "").join("\n");
}

/** The settings that are not the defaults; the region last, since the others would undo it. */
function cueSettings(cue: Cue): string[] {
  const settings: string[] = [];
  if (cue.vertical !== "") settings.push(`vertical:${cue.vertical}`);
  if (cue.line !== "auto") {
    const alignment = cue.lineAlign === "start" ? "" : `,${cue.lineAlign}`;
    settings.push(`line:${decimal(cue.line)}${cue.snapToLines ? "" : "%"}${alignment}`);
  }
  if (cue.position !== "auto") {
    const alignment = cue.positionAlign === "auto" ? "" : `,${cue.positionAlign}`;
    settings.push(`position:${decimal(cue.position)}%${alignment}`);
  }
  if (cue.size !== 100) settings.push(`size:${decimal(cue.size)}%`);
  if (cue.align !== "center") settings.push(`align:${cue.align}`);
  if (cue.region !== "") settings.push(`region:${token(cue.region)}`);
  return settings;
}

/** A text without blank lines, which would end its block. */
function tidy(text: string): string {
  return text
    .replaceAll("\0", "\uFFFD")
    .split(/[\r\n]+/)
    .filter((line) => line !== "")
    .join("\n");
}

/** A name that can stand as a setting's value. */
function token(name: string): string {
  return tidy(name)
    .replace(/[\t\n\f ]+/g, "_")
    .replace(/-+->/g, "->");
}

/** A number without an exponent, which WebVTT does not know: 1e-7 is 0.0000001. */
function decimal(value: number): string {
  const text = String(value);
  const [digits = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  if (Number(exponent) > 0) return BigInt(value).toString();
  const sign = digits.startsWith("-") ? "-" : "";
  const figures = digits.replace(/[-.]/g, "");
  return `${sign}0.${"0".repeat(-Number(exponent) - 1)}${figures}`;
}
