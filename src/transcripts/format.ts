/** What every transcript format has in common. */
import type { Cue, TimedText } from "../captions/cue.ts";
import type { Chapter } from "./paragraphs.ts";

/** All that a transcript is made from. Texts are plain, as people wrote them: formats escape. */
export interface TranscriptSource {
  /** The work's name. */
  name: string;
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  publisher: string;
  /** The absolute address of the page where the film is watched. */
  watchUrl: string;
  /** Who made the captions. */
  origin: "human" | "machine";
  cues: readonly (TimedText & Partial<Cue>)[];
  chapters: readonly Chapter[];
  /** Already in the reader's language. */
  labels: {
    transcript: string;
    source: string;
    machineMade: string;
  };
}

/** A way to write a transcript; `render` is pure. */
export interface TranscriptFormat {
  /** Without a dot, as in the address. */
  extension: string;
  contentType: string;
  render(source: TranscriptSource): string;
}
