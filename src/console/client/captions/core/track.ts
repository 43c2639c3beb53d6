/** A WebVTT file as an editor needs it: what isn't changed is written again byte for byte. */
import { formatTimestamp } from "../../../../captions/webvtt/timings.ts";
import { parseWebVtt } from "../../../../captions/webvtt/webvtt.ts";

/** A cue of a track; times in seconds. */
export interface TrackCue {
  readonly startTime: number;
  readonly endTime: number;
  /** Raw WebVTT cue text, lines ended by LF. */
  readonly text: string;
  /** The settings after its times, with the space before them: ` line:0 align:left`. */
  readonly settings: string;
  /** What stands above it in the file since the cue before: blank lines, comments, what no program reads. */
  readonly before: string;
  /** The cue as the file has it; undefined for a new one. */
  readonly source?: CueSource;
}

/** A cue's lines as they were read, each with its line end. */
interface CueSource {
  /** The same object for all cues of one file. */
  readonly file: object;
  /** Its position in the file. */
  readonly index: number;
  /** The line of its id; "" if it has none. */
  readonly id: string;
  readonly timing: string;
  readonly payload: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

/** What a track has besides its cues. */
export interface TrackFrame {
  /** Everything above the first cue: the signature, comments, regions, styles. */
  readonly header: string;
  /** Everything below the last cue. */
  readonly tail: string;
}

export interface Track extends TrackFrame {
  readonly cues: readonly TrackCue[];
}

export const emptyFrame: TrackFrame = { header: "WEBVTT\n\n", tail: "" };

/** Reads a WebVTT file. Text without its signature has no cues. `formatTrack` gives the same text back. */
export function parseTrack(text: string): Track {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const cues: TrackCue[] = [];
  const file = {};
  let end = 0; // The first line below the last cue.
  let header = "";
  for (const [index, cue] of parseWebVtt(text).cues.entries()) {
    const timingAt = cue.sourceLine - 1;
    const startAt = cue.id === "" ? timingAt : timingAt - 1;
    const above = lines.slice(end, startAt).join("");
    const textLines = cue.text === "" ? 0 : cue.text.split("\n").length;
    end = timingAt + 1 + textLines;
    if (index === 0) header = above;
    const timing = lines[timingAt] ?? "";
    const { startTime, endTime } = cue;
    const source: CueSource = {
      file,
      index,
      id: startAt === timingAt ? "" : (lines[startAt] ?? ""),
      timing,
      payload: lines.slice(timingAt + 1, end).join(""),
      startTime,
      endTime,
      text: cue.text,
    };
    const settings = settingsOf(timing);
    const before = index === 0 ? "" : above;
    cues.push({ startTime, endTime, text: cue.text, settings, before, source });
  }
  const rest = lines.slice(end).join("");
  if (cues.length > 0) return { header, cues, tail: rest };
  return rest === "" ? { ...emptyFrame, cues } : { header: rest, cues, tail: "" };
}

function settingsOf(timingLine: string): string {
  const [, settings = ""] = /-->[\t\f ]*[0-9:.]+([\t\f ][^\r\n]*)?/.exec(timingLine) ?? [];
  return settings.trimEnd();
}

/** A new cue without settings. */
export function newTrackCue(startTime: number, endTime: number, text: string): TrackCue {
  return { startTime, endTime, text, settings: "", before: "" };
}

/** Whether a cue shows nothing. */
export function isBlank(cue: TrackCue | undefined): boolean {
  return cue === undefined || cue.text.trim() === "";
}

/**
 * Writes a track as WebVTT. Cues stand in order of their start times, unless the file had another order and no time
 * was changed.
 */
export function formatTrack({ header, cues, tail }: Track): string {
  let out = header;
  let previous: TrackCue | undefined;
  for (const cue of inFileOrder(cues)) {
    const { source } = cue;
    const isAsRead =
      source !== undefined &&
      (source.index === 0
        ? previous === undefined
        : previous?.source?.file === source.file &&
          previous.source.index === source.index - 1 &&
          previous.text === previous.source.text);
    out += cue.before;
    if (!isAsRead) out = withBlankLine(out);
    out += formatCue(cue);
    previous = cue;
  }
  if (tail !== "" && (previous === undefined || previous.text !== previous.source?.text)) {
    out = withBlankLine(out);
    return out + tail.replace(/^[\r\n]+/, "");
  }
  return out + tail;
}

function formatCue({ startTime, endTime, text, settings, source }: TrackCue): string {
  const hasTimes = source?.startTime === startTime && source.endTime === endTime;
  const times = `${formatTimestamp(startTime)} --> ${formatTimestamp(endTime)}${settings}\n`;
  const payload =
    source !== undefined && source.text === text ? source.payload : formatPayload(text);
  const timing = hasTimes ? source.timing : times;
  return (source?.id ?? "") + (payload === "" ? timing : endLine(timing)) + payload;
}

/** A cue's text without what would end it: blank lines and arrows. */
function formatPayload(text: string): string {
  const lines = text
    .replaceAll("\0", "\uFFFD")
    .replaceAll("-->", "--&gt;")
    .split(/[\r\n]+/)
    .filter((line) => line !== "");
  return lines.map((line) => `${line}\n`).join("");
}

function endLine(line: string): string {
  return /[\r\n]$/.test(line) ? line : `${line}\n`;
}

function withBlankLine(out: string): string {
  const end = out.slice(-4).replace(/\r\n?/g, "\n");
  if (out === "" || end.endsWith("\n\n")) return out;
  return out + (end.endsWith("\n") ? "\n" : "\n\n");
}

function inFileOrder(cues: readonly TrackCue[]): readonly TrackCue[] {
  const isRetimed = cues.some(
    ({ source, startTime }) => source === undefined || source.startTime !== startTime,
  );
  const orderOf = ({ source, startTime }: TrackCue) =>
    isRetimed ? startTime : (source?.index ?? 0);
  return [...cues].sort((a, b) => orderOf(a) - orderOf(b));
}
