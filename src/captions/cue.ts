/** What every caption format is read into: cues, under the names of the browser's own VTTCue. */

/** A stretch of text between two moments of a film, in seconds. */
export interface TimedText {
  startTime: number;
  endTime: number;
  /** Raw WebVTT cue text: may hold tags such as `<i>` and `<v Maria>`, and references such as `&amp;`. */
  text: string;
}

/**
 * A cue with all its settings (WebVTT §3.1 and §6.1; names and values of the VTTCue interface).
 * `line`, `position` and `size` are per cent of the picture, except that `line` counts lines of
 * text while `snapToLines` holds.
 */
export interface Cue extends TimedText {
  id: string;
  /** The id of the region it is shown in, or "" for none. */
  region: string;
  vertical: "" | "rl" | "lr";
  snapToLines: boolean;
  line: number | "auto";
  lineAlign: "start" | "center" | "end";
  position: number | "auto";
  positionAlign: "line-left" | "center" | "line-right" | "auto";
  size: number;
  align: "start" | "center" | "end" | "left" | "right";
  /** The line of the file, counted from 1, that bears its timing; 0 when it came from no file. */
  sourceLine: number;
}

/** A part of the picture in which cues are shown (names and values of the VTTRegion interface). */
export interface Region {
  id: string;
  width: number;
  lines: number;
  regionAnchorX: number;
  regionAnchorY: number;
  viewportAnchorX: number;
  viewportAnchorY: number;
  scroll: "" | "up";
}

/** Something in a caption file that was left out or changed, where it is, and how to mend it. */
export interface CaptionProblem {
  /** Counted from 1. */
  line: number;
  /** A warning where nothing that is said was lost; else an error. */
  severity?: "warning";
  message: string;
}

/** All that a caption file says. */
export interface Captions {
  cues: Cue[];
  regions: Region[];
  /** The texts of STYLE blocks: CSS. */
  styles: string[];
  /** The texts of NOTE blocks: comments. */
  notes: string[];
  problems: CaptionProblem[];
}

/** A cue with the settings that WebVTT gives to one which names none. */
export function newCue(startTime: number, endTime: number, text: string, sourceLine = 0): Cue {
  return {
    id: "",
    startTime,
    endTime,
    text,
    region: "",
    vertical: "",
    snapToLines: true,
    line: "auto",
    lineAlign: "start",
    position: "auto",
    positionAlign: "auto",
    size: 100,
    align: "center",
    sourceLine,
  };
}

/** A region with the settings that WebVTT gives to one which names none. */
export function newRegion(): Region {
  return {
    id: "",
    width: 100,
    lines: 3,
    regionAnchorX: 0,
    regionAnchorY: 100,
    viewportAnchorX: 0,
    viewportAnchorY: 100,
    scroll: "",
  };
}
