/** Changes of single rows. Each returns the same document if there is nothing to change. */
import { type CaptionsDocument, leadOf, newRow, type Row, type Side, sides } from "./document.ts";
import { voiceOf } from "./speakers.ts";
import { nearestWord, shareOf, splitText } from "./split-text.ts";
import { newTrackCue, type TrackCue } from "./track.ts";

/** The sides that a change is made to: `edited`, and `beside` if it was opened for writing. */
export type OpenSides = readonly Side[];

/** How long a new cue is shown, in seconds, where there is room; the shortest part of a split cue. Our choice. */
const newCueSeconds = 2;
const minPartSeconds = 0.1;

export function indexOfRow(document: CaptionsDocument, rowId: string): number {
  return document.rows.findIndex(({ id }) => id === rowId);
}

/** Replaces `count` rows from an index on. */
export function withRows(
  document: CaptionsDocument,
  index: number,
  count: number,
  rows: readonly Row[],
): CaptionsDocument {
  return { ...document, rows: document.rows.toSpliced(index, count, ...rows) };
}

/** Writes a row's text. A side without a cue gets one with the times of the other. */
export function setText(
  document: CaptionsDocument,
  rowId: string,
  side: Side,
  text: string,
): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const row = document.rows[index];
  if (row === undefined || (row[side]?.text ?? "") === text) return document;
  const { startTime, endTime } = leadOf(row);
  const cue = row[side] ?? newTrackCue(startTime, endTime, "");
  return withRows(document, index, 1, [{ ...row, [side]: { ...cue, text } }]);
}

/** Where a cue is split. */
export interface SplitPlace {
  readonly side: Side;
  /** The position in the text of that side, in UTF-16 code units. */
  readonly position: number;
  /** The film's time in seconds, used if it is within the cue; else time is divided as the text is. */
  readonly time?: number;
}

/** Splits a row in two: one act for all open sides. A side that isn't open stays whole, in the first. */
export function splitRow(
  document: CaptionsDocument,
  rowId: string,
  place: SplitPlace,
  open: OpenSides,
): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const row = document.rows[index];
  const cue = row?.[place.side];
  if (row === undefined || cue === undefined || !open.includes(place.side)) return document;
  const share = shareOf(cue.text, place.position);
  const { startTime, endTime } = cue;
  const isWithin =
    place.time !== undefined &&
    place.time >= startTime + minPartSeconds &&
    place.time <= endTime - minPartSeconds;
  const byShare = startTime + (endTime - startTime) * Math.min(0.9, Math.max(0.1, share));
  const time = toMilliseconds(isWithin && place.time !== undefined ? place.time : byShare);
  const parts = sides.map((side): readonly [Side, readonly (TrackCue | undefined)[]] => {
    const whole = row[side];
    if (whole === undefined || !open.includes(side)) return [side, [whole, undefined]];
    const position = side === place.side ? place.position : nearestWord(whole.text, share);
    return [side, splitCue(whole, position, time)];
  });
  const [first, second] = [0, 1].map((part) =>
    Object.fromEntries(parts.map(([side, cues]) => [side, cues[part]])),
  );
  const rows = [newRow(row.id, first ?? {}), newRow(`r${document.nextId}`, second ?? {})];
  return withRows({ ...document, nextId: document.nextId + 1 }, index, 1, rows);
}

function splitCue(cue: TrackCue, position: number, time: number): [TrackCue, TrackCue] {
  const { startTime, endTime, settings } = cue;
  const middle = Math.min(Math.max(time, startTime), Math.max(startTime, endTime));
  const [first, second] = splitText(cue.text, position);
  return [
    { ...cue, endTime: middle, text: first },
    { startTime: middle, endTime, text: second, settings, before: "" },
  ];
}

/** Joins a row with the next one: one act for all open sides. A side that isn't open keeps its two cues. */
export function mergeRows(
  document: CaptionsDocument,
  rowId: string,
  open: OpenSides,
): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const [row, next] = [document.rows[index], document.rows[index + 1]];
  if (row === undefined || next === undefined) return document;
  if (!open.some((side) => next[side] !== undefined)) return document;
  let changed = document;
  const first: { -readonly [Key in Side]?: TrackCue | undefined } = {};
  const second: { -readonly [Key in Side]?: TrackCue | undefined } = {};
  for (const side of sides) {
    const [one, other] = [row[side], next[side]];
    if (!open.includes(side)) {
      first[side] = one;
      second[side] = other;
    } else if (one !== undefined && other !== undefined) {
      first[side] = joinCues(one, other);
      changed = keepComments(changed, index + 1, side, other);
    } else first[side] = one ?? other;
  }
  const rest = second.edited ?? second.beside;
  const rows = [newRow(row.id, first), ...(rest === undefined ? [] : [newRow(next.id, second)])];
  return withRows(changed, index, 2, rows);
}

function joinCues(one: TrackCue, other: TrackCue): TrackCue {
  const endTime = Math.max(one.endTime, other.endTime);
  const startTime = Math.min(one.startTime, other.startTime);
  const voice = voiceOf(one.text);
  const added =
    voice !== "" && other.text.startsWith(voice) ? other.text.slice(voice.length) : other.text;
  const text = [one.text, added].filter((part) => part !== "").join("\n");
  return { ...one, startTime, endTime, text };
}

/** Puts a new, empty cue after a row, or at the beginning without one. @param time the film's, in seconds */
export function insertRow(
  document: CaptionsDocument,
  afterRowId: string | undefined,
  time: number,
): CaptionsDocument {
  const index = afterRowId === undefined ? 0 : indexOfRow(document, afterRowId) + 1;
  const previous = document.rows[index - 1];
  const next = document.rows[index];
  const earliest = previous === undefined ? 0 : leadOf(previous).endTime;
  const latest = next === undefined ? Infinity : leadOf(next).startTime;
  const startTime = toMilliseconds(
    time > earliest && time < latest - minPartSeconds ? time : earliest,
  );
  const room = latest - startTime;
  const seconds = room >= minPartSeconds ? Math.min(room, newCueSeconds) : newCueSeconds;
  const edited = newTrackCue(startTime, toMilliseconds(startTime + seconds), "");
  const row = newRow(`r${document.nextId}`, { edited });
  return withRows({ ...document, nextId: document.nextId + 1 }, index, 0, [row]);
}

/** Deletes a row's cues of all open sides, and the row if nothing is left of it. */
export function deleteRow(
  document: CaptionsDocument,
  rowId: string,
  open: OpenSides,
): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const row = document.rows[index];
  if (row === undefined || !open.some((side) => row[side] !== undefined)) return document;
  let changed = document;
  for (const side of open) {
    const cue = row[side];
    if (cue !== undefined) changed = keepComments(changed, index, side, cue);
  }
  const kept = Object.fromEntries(
    sides.filter((side) => !open.includes(side)).map((side) => [side, row[side]]),
  );
  const isLeft = Object.values(kept).some((cue) => cue !== undefined);
  return withRows(changed, index, 1, isLeft ? [newRow(row.id, kept)] : []);
}

/** Comments above a cue that goes move to the next cue of its side, or to the end. */
function keepComments(
  document: CaptionsDocument,
  index: number,
  side: Side,
  { before }: TrackCue,
): CaptionsDocument {
  if (before.trim() === "") return document;
  const next = document.rows.findIndex((row, at) => at > index && row[side] !== undefined);
  const row = document.rows[next];
  const cue = row?.[side];
  if (row !== undefined && cue !== undefined) {
    const changed = { ...cue, before: before + cue.before };
    return withRows(document, next, 1, [{ ...row, [side]: changed }]);
  }
  const frame = document.frames[side];
  const frames = { ...document.frames, [side]: { ...frame, tail: before + frame.tail } };
  return { ...document, frames };
}

/** Rounds seconds to milliseconds, as WebVTT writes them. */
export function toMilliseconds(seconds: number): number {
  return Math.max(0, Math.round(seconds * 1000) / 1000);
}
