import type { CaptionsDocument } from "./document.ts";
import { newTrackCue } from "./track.ts";

/** Gives each row the other language's times, without a text. */
export function startFromTimes(document: CaptionsDocument): CaptionsDocument {
  const rows = document.rows.map((row) =>
    row.edited !== undefined || row.beside === undefined
      ? row
      : { ...row, edited: newTrackCue(row.beside.startTime, row.beside.endTime, "") },
  );
  return rows.every((row, index) => row === document.rows[index])
    ? document
    : { ...document, rows };
}
