/** A cue's text in lines, each with the voice that speaks it. */
import type { TimedText } from "../cue.ts";
import { joinLines } from "../join-lines.ts";
import { speakerTurns } from "../webvtt/plain-text.ts";

export interface SpeakerLine {
  readonly speaker: string | undefined;
  /** Plain text, with single spaces. At least one character. */
  readonly text: string;
}

/** A cue's lines, each with its speaker. Times are in seconds. */
export interface CueLines {
  readonly startTime: number;
  readonly endTime: number;
  readonly lines: readonly SpeakerLine[];
  /** The cue's index in the list that it was read from. */
  readonly index: number;
}

/** Reads cues to lines. Cues without text are left out. */
export function readCueLines(cues: readonly TimedText[]): CueLines[] {
  return cues
    .map(({ startTime, endTime, text }, index) => {
      return { startTime, endTime, lines: linesOf(text), index };
    })
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(cueText: string): SpeakerLine[] {
  // Most cues are one line without markup.
  if (!/[<&\r\n]/.test(cueText)) {
    const text = joinLines(cueText);
    return text === "" ? [] : [{ speaker: undefined, text }];
  }
  return speakerTurns(cueText).flatMap(({ speaker, text }) =>
    text
      .split(/[\r\n]+/)
      .map((line) => ({ speaker, text: joinLines(line) }))
      .filter((line) => line.text !== ""),
  );
}
