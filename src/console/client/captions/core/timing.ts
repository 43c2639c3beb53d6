/** Changes of times, in seconds. Rows stay in order of their start times. */
import { type CaptionsDocument, leadOf, type Row } from "./document.ts";
import { indexOfRow, type OpenSides, toMilliseconds, withRows } from "./rows.ts";
import type { TrackCue } from "./track.ts";

/**
 * Sets when a row is shown. An open side with other times moves by as much. A start alone that isn't before the end
 * moves the end too.
 */
export function setTimes(
  document: CaptionsDocument,
  rowId: string,
  times: { readonly startTime?: number; readonly endTime?: number },
  open: OpenSides,
): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const row = document.rows[index];
  const lead = open.map((side) => row?.[side]).find((cue) => cue !== undefined);
  if (row === undefined || lead === undefined) return document;
  const startBy = times.startTime === undefined ? 0 : times.startTime - lead.startTime;
  const isMoved = times.startTime !== undefined && times.startTime >= lead.endTime;
  const endBy =
    times.endTime === undefined ? (isMoved ? startBy : 0) : times.endTime - lead.endTime;
  const changed = withCues(row, open, (cue) => ({
    startTime: toMilliseconds(cue.startTime + startBy),
    endTime: toMilliseconds(cue.endTime + endBy),
  }));
  return changed === row ? document : inOrder(withRows(document, index, 1, [changed]));
}

/** Moves all rows from one on by some seconds. @param fromRowId undefined for all rows */
export function shiftRows(
  document: CaptionsDocument,
  fromRowId: string | undefined,
  seconds: number,
  open: OpenSides,
): CaptionsDocument {
  const from = fromRowId === undefined ? 0 : indexOfRow(document, fromRowId);
  return mapTimes(document, open, (time, index) => (index < from ? time : time + seconds));
}

/** A point of a film's time: when something was heard so far, and when it is really heard. */
export interface TimePoint {
  readonly from: number;
  readonly to: number;
}

/** Moves and stretches all times so that two points fit: a clock that drifts. Nothing is done if they are one. */
export function stretchRows(
  document: CaptionsDocument,
  [first, second]: readonly [TimePoint, TimePoint],
  open: OpenSides,
): CaptionsDocument {
  const scale = (second.to - first.to) / (second.from - first.from);
  if (!Number.isFinite(scale) || scale <= 0) return document;
  return mapTimes(document, open, (time) => first.to + (time - first.from) * scale);
}

function mapTimes(
  document: CaptionsDocument,
  open: OpenSides,
  change: (time: number, index: number) => number,
): CaptionsDocument {
  const rows = document.rows.map((row, index) =>
    withCues(row, open, ({ startTime, endTime }) => ({
      startTime: toMilliseconds(change(startTime, index)),
      endTime: toMilliseconds(change(endTime, index)),
    })),
  );
  const isSame = rows.every((row, index) => row === document.rows[index]);
  return isSame ? document : inOrder({ ...document, rows });
}

/** The row with other times for its open sides; itself if they are the same. */
function withCues(
  row: Row,
  open: OpenSides,
  change: (cue: TrackCue) => Pick<TrackCue, "startTime" | "endTime">,
): Row {
  let changed = row;
  for (const side of open) {
    const cue = row[side];
    if (cue === undefined) continue;
    const times = change(cue);
    if (times.startTime === cue.startTime && times.endTime === cue.endTime) continue;
    changed = { ...changed, [side]: { ...cue, ...times } };
  }
  return changed;
}

function inOrder(document: CaptionsDocument): CaptionsDocument {
  const { rows } = document;
  const startOf = (row: Row | undefined) => (row === undefined ? 0 : leadOf(row).startTime);
  const isInOrder = rows.every(
    (row, index) => index === 0 || startOf(rows[index - 1]) <= startOf(row),
  );
  return isInOrder
    ? document
    : { ...document, rows: rows.toSorted((a, b) => startOf(a) - startOf(b)) };
}
