/** What every transcript format has in common. */
import type { Cue, TimedText } from "../../captions/cue.ts";
import type { Chapter } from "../paragraphs.ts";

/** What is said in a film, in one language. Texts are plain, as people wrote them: formats escape. */
export interface SpokenText {
  /** The work's name. */
  name: string;
  /** BCP 47. */
  language: string;
  /** What the language calls itself. */
  languageName: string;
  direction: "ltr" | "rtl";
  /** Who made the captions. */
  origin: "human" | "machine";
  cues: readonly (TimedText & Partial<Cue>)[];
  chapters: readonly Chapter[];
}

/** What a reader asks for in the address: `?times=1`, `?speakers=0`. */
export interface TranscriptOptions {
  /** Whether prose shows the moment at which each paragraph begins. Tables and captions always do. */
  times: boolean;
  /** Whether it says who speaks. */
  speakers: boolean;
}

/** All that a transcript is made from. */
export interface TranscriptSource extends SpokenText {
  publisher: string;
  /** Title, publisher and date as one line. */
  citation: string;
  /** ISO 8601. */
  datePublished?: string;
  /** An SPDX identifier. */
  license?: string;
  /** The absolute address of the page where the film is watched. */
  watchUrl: string;
  options: TranscriptOptions;
  /** That the text was corrected since readers first saw it, and where they read how. */
  correction?: { line: string; link: string; url: string };
  /** The same film in a second language: the transcript is a pair then. */
  secondary?: SpokenText;
  /** Already in the reader's language. */
  labels: {
    transcript: string;
    source: string;
    machineMade: string;
    licence: string;
  };
}

/** A way to write a transcript; `render` is pure. */
export interface TranscriptFormat {
  /** Without a dot, as in the address. */
  extension: string;
  contentType: string;
  /** Whether a browser should keep it as a file: it has nothing to show it with. */
  saved?: true;
  render(source: TranscriptSource): string | Uint8Array<ArrayBuffer>;
}

/** What an address without options asks for. */
export const defaultTranscriptOptions: TranscriptOptions = { times: false, speakers: true };
