export type LintCode =
  | "no-cues"
  | "ends-before-start"
  | "ends-after-film"
  | "out-of-order"
  | "overlap"
  | "flicker"
  | "long-gap"
  | "repeats"
  | "speakers"
  | "empty"
  | "lost-text"
  | "number-in-text"
  | "escaped-twice"
  | "garbled"
  | "too-fast"
  | "too-many-lines"
  | "long-line";

/** Something that is wrong or hard to read in captions, although their file is valid. */
export interface LintFinding {
  /** A line of the file, counted from 1: that of the cue's timing, or a line of its text. */
  readonly line: number;
  /** Counted from 1; undefined if the finding concerns the whole cue. */
  readonly column?: number;
  readonly severity: "error" | "warning" | "note";
  readonly code: LintCode;
  readonly message: string;
}
