/** What a new track begins with. */
import { readCaptions } from "../../../../captions/read.ts";
import { formatWebVtt } from "../../../../captions/webvtt/format.ts";
import type { CaptionsDocument } from "./document.ts";
import { newTrackCue, parseTrack, type Track } from "./track.ts";

/** A file that was dropped, as a track, and what was lost or changed in it. */
export interface ReadFile {
  /** Undefined if nothing can be read. */
  readonly track: Track | undefined;
  /** In the words of `videoteca check`. */
  readonly problems: readonly string[];
}

/** Reads a caption file in any accepted format. */
export function readCaptionFile(name: string, text: string): ReadFile {
  const { problems, format, ...captions } = readCaptions(name, text);
  const told = problems.map(({ line, message }) => `${name}:${line}: ${message}`);
  if (format === undefined || captions.cues.length === 0)
    return { track: undefined, problems: told };
  const cues = captions.cues.toSorted((a, b) => a.startTime - b.startTime);
  return { track: parseTrack(formatWebVtt({ ...captions, cues })), problems: told };
}

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
