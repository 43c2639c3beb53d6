/** The timing lines of SRT, as editors, machines and hands write them. */
import { toSeconds } from "../to-seconds.ts";

/** A line with its times in seconds, and what of the cue's text stands behind them. */
export interface SrtTiming {
  startTime: number;
  endTime: number;
  text: string;
}

/** Marks that nobody sees: of byte order, of direction, and the space that doesn't break. */
const invisibleCharacters = /[\uFEFF\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u00A0]/g;
/** Translation programs write –> and — > and put spaces beside the colons. */
const arrowPattern = /(?:[-–—−]\s?){1,3}[>›»]|→|⟶/;
/** Hours and thousandths may be missing, the mark may be comma, point or colon. */
const timePattern =
  /^\s*(-?)\s*(?:([0-9]{1,4})\s?:\s?)?(-?[0-9]{1,3})\s?:\s?(-?[0-9]{1,3})(?:\s?[,.:;]\s?(-?[0-9]{1,9}))?(?![0-9])/;
/** Coordinates, `X1:100`, and the settings of WebVTT. */
const settingsPattern = /^(?:\s+[A-Za-z][A-Za-z0-9]{0,20}:\S{1,40})+\s*$/;

/** Whether a line is meant to be a timing, well or badly written. */
export function looksLikeTiming(line: string): boolean {
  return /^[\s-]*[0-9].*-->/.test(line);
}

/**
 * Reads a timing line; undefined where it is none. A time before the film is its start: what cuts
 * a film's opening off leaves negative times.
 */
export function parseSrtTiming(source: string): SrtTiming | undefined {
  // A timing is short, and what follows it on its line isn't looked at beyond that.
  const line = source.slice(0, 120).replace(invisibleCharacters, "");
  const arrow = arrowPattern.exec(line);
  if (arrow === null) return undefined;
  const start = timePattern.exec(line.slice(0, arrow.index));
  if (start === null || line.slice(start[0].length, arrow.index).trim() !== "") return undefined;
  const rest = line.slice(arrow.index + arrow[0].length);
  const end = timePattern.exec(rest);
  if (end === null) return undefined;
  const behind = rest.slice(end[0].length);
  const isText = behind.trim() !== "" && !settingsPattern.test(behind);
  const text = isText ? source.slice(source.indexOf(behind.trim())) : "";
  return { startTime: seconds(start), endTime: seconds(end), text };
}

function seconds([, sign, hours = "0", ...rest]: RegExpExecArray): number {
  const [minutes = "0", whole = "0", fraction = "0"] = rest;
  if ([sign, minutes, whole, fraction].some((part) => part?.startsWith("-"))) return 0;
  const exact = toSeconds(Number(hours), Number(minutes), Number(whole), fraction);
  return Math.round(exact * 1000) / 1000;
}
