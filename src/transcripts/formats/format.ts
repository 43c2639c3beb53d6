/** The interface of all transcript formats. */
import type { Cue, TimedText } from "../../captions/cue.ts";
import type { SpeakerSetting } from "../../captions/spoken/habit.ts";
import type { Chapter } from "../paragraphs.ts";
import type { GapOptions, LessonLabels } from "./lessons/options.ts";

/** The words of a film in one language. Texts are plain and unescaped: each format escapes them. */
export interface SpokenText {
  /** The work's name. */
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** The language's name in that language. */
  readonly languageName: string;
  readonly direction: "ltr" | "rtl";
  /** Who made the captions. */
  readonly origin: "human" | "machine";
  /** Who translated it. */
  readonly translator?: string | undefined;
  readonly cues: readonly (TimedText & Partial<Cue>)[];
  readonly chapters: readonly Chapter[];
  /** What the manifest says about the speakers. */
  readonly speakers?: SpeakerSetting;
}

/** The options in the address: `?times=1`, `?speakers=0`. */
export interface TranscriptOptions {
  /** Whether the start time of each paragraph is shown. Tables and captions always contain times. */
  readonly times: boolean;
  /** Whether speakers are named. */
  readonly speakers: boolean;
  /** Which words an exercise leaves out. */
  readonly gaps?: GapOptions;
}

/** The input of a transcript format. */
export interface TranscriptSource extends SpokenText {
  readonly publisher: string;
  /** Title, publisher and date as one line. */
  readonly citation: string;
  /** ISO 8601. */
  readonly datePublished?: string;
  /** An SPDX identifier. */
  readonly license?: string;
  readonly copyrightHolder?: string | undefined;
  /** The day of `datePublished` in words, in the labels' language. */
  readonly published?: string | undefined;
  /** The absolute address of the film's page. */
  readonly watchUrl: string;
  /** The transcript's own absolute address; undefined in a file that has none. */
  readonly address?: string;
  readonly options: TranscriptOptions;
  /** Set if the text was corrected after it was first published: a sentence, and a link to the corrections. */
  readonly correction?: { readonly line: string; readonly link: string; readonly url: string };
  /** The same film in a second language, for a bilingual transcript (a pair). */
  readonly secondary?: SpokenText;
  /** Labels in the reader's language. */
  readonly labels: {
    readonly transcript: string;
    readonly source: string;
    readonly machineMade: string;
    readonly license: string;
    readonly translator: string;
    readonly published: string;
    readonly lessons?: LessonLabels;
  };
}

/** A transcript format; `render` is pure. */
export interface TranscriptFormat {
  /** Without a dot, as in the address. */
  readonly extension: string;
  readonly contentType: string;
  /** Whether browsers download it, because they can't show it. */
  readonly saved?: true;
  render(source: TranscriptSource): string | Uint8Array<ArrayBuffer>;
}

/** The options of an address that has none. */
export const defaultTranscriptOptions: TranscriptOptions = { times: false, speakers: true };
