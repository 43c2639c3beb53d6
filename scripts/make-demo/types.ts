/** What the narrator says in one breath, and how it is shown. "\n" breaks a caption's line; an
 * empty translation lets the cue before it stay on (its text then covers both). */
export type Line = {
  en: string;
  es: string;
  vi: string;
  /** Seconds of silence after it. */
  pause?: number;
};

/** A picture with the lines spoken over it. `draw` is given the seconds since the picture came on
 * and the seconds at which each of its lines begins, and answers the inside of a 1280 × 720 SVG. */
export type Slide = {
  lines: Line[];
  draw: (at: number, moments: number[]) => string;
  /** This slide opens a chapter of that name (printed with its moment, for episode.yaml). */
  chapter?: string;
};

export type Episode = {
  slug: string;
  /** A file name for each language's captions; `.srt` makes SubRip. */
  captions: { en: string; es: string; vi: string };
  slides: Slide[];
  poster: () => string;
};

export type Language = "en" | "es" | "vi";

/** A line with its place in the film, in seconds. */
export type Spoken = { line: Line; start: number; end: number };
/** A slide with its place in the film. */
export type Shown = { slide: Slide; start: number; end: number; moments: number[] };
export type Timeline = { spoken: Spoken[]; shown: Shown[]; duration: number };
