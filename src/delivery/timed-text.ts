import { parseCueRows } from "../captions/cue-rows.ts";
import type { SpeakerSetting } from "../captions/spoken/habit.ts";
import { chooseText, defaultNeighbours, type Neighbours } from "../i18n/fallback.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";
import { spokenTracks } from "../records/tracks.ts";
import type { WorkText } from "../records/views.ts";

/** The spoken text of a film in one language, with its times in seconds. */
export interface TimedText {
  readonly language: string;
  readonly origin: "human" | "machine";
  /** Who translated it. */
  readonly translator?: string | undefined;
  readonly cues: TimedCue[];
  readonly chapters: TimedChapter[];
  /** What the manifest says about the speakers. */
  readonly speakers: SpeakerSetting;
}

interface TimedCue {
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

interface TimedChapter {
  readonly startTime: number;
  readonly name: string;
}

/** Reads a film's stored text; undefined if the film has no captions in the text's language. */
export function readTimedText(
  episode: EpisodeRecord,
  text: WorkText | undefined,
  neighbours: Neighbours = defaultNeighbours,
): TimedText | undefined {
  const track = spokenTracks(episode).find((other) => other.inLanguage === text?.language);
  if (text?.format !== "cues" || track === undefined) return undefined;
  return {
    language: text.language,
    origin: track.origin,
    translator: track.translator,
    cues: parseCues(text),
    speakers: { names: track.speakers, labels: track.speakerLabels },
    chapters: episode.chapters.map(({ start, name }) => ({
      startTime: start,
      name: chooseText(name, text.language, episode.inLanguage, neighbours)?.value ?? "",
    })),
  };
}

function parseCues(text: WorkText): TimedCue[] {
  return parseCueRows(text.body).map(([startTime, endTime, cueText]) => ({
    startTime,
    endTime,
    text: cueText,
  }));
}
