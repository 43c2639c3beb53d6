/** The model that every caption format is parsed into: cues, with the names of the browser's VTTCue. */

/** A text that is shown from a start time to an end time; both in seconds. */
export interface TimedText {
  readonly startTime: number;
  readonly endTime: number;
  /** Raw WebVTT cue text: can contain tags such as `<i>` and `<v Maria>`, and references such as `&amp;`. */
  readonly text: string;
}

/**
 * A cue with all its settings (WebVTT §3.1 and §6.1; names and values of the VTTCue interface).
 * `line`, `position` and `size` are percentages of the video's height or width, except that `line` is a
 * line number if `snapToLines` is true.
 */
export interface Cue extends TimedText {
  readonly id: string;
  /** The id of the region in which the cue is shown, or "" for none. */
  readonly region: string;
  readonly vertical: "" | "rl" | "lr";
  readonly snapToLines: boolean;
  readonly line: number | "auto";
  readonly lineAlign: "start" | "center" | "end";
  readonly position: number | "auto";
  readonly positionAlign: "line-left" | "center" | "line-right" | "auto";
  readonly size: number;
  readonly align: "start" | "center" | "end" | "left" | "right";
  /** The line number of the cue's timing in its file, counted from 1; 0 if it wasn't read from a file. */
  readonly sourceLine: number;
}

/** A part of the video's area in which cues are shown (names and values of the VTTRegion interface). */
export interface Region {
  readonly id: string;
  readonly width: number;
  readonly lines: number;
  readonly regionAnchorX: number;
  readonly regionAnchorY: number;
  readonly viewportAnchorX: number;
  readonly viewportAnchorY: number;
  readonly scroll: "" | "up";
}

/** A part of a caption file that was dropped or changed: its line, the reason, and how to fix it. */
export interface CaptionProblem {
  /** Counted from 1. */
  readonly line: number;
  /** Set if no spoken text was lost; otherwise the problem is an error. */
  readonly severity?: "warning";
  readonly message: string;
}

/** The content of a caption file. */
export interface Captions {
  readonly cues: readonly Cue[];
  readonly regions: readonly Region[];
  /** The content of STYLE blocks: CSS. */
  readonly styles: readonly string[];
  /** The content of NOTE blocks: comments. */
  readonly notes: readonly string[];
  readonly problems: readonly CaptionProblem[];
}

/** An object that a parser is still building: its members can be assigned. */
export type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Captions that a parser is still building: items can be added to each list. */
export type CaptionsDraft = { -readonly [Key in keyof Captions]: Captions[Key][number][] };

/** Captions without content, for a parser to fill. */
export function newCaptions(): CaptionsDraft {
  return { cues: [], regions: [], styles: [], notes: [], problems: [] };
}

/** A cue with WebVTT's default settings; times in seconds. */
export function newCue(
  startTime: number,
  endTime: number,
  text: string,
  sourceLine = 0,
): Draft<Cue> {
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

/** A region with WebVTT's default settings. */
export function newRegion(): Draft<Region> {
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
