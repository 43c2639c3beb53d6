import { parseCueRows } from "../captions/cue-rows.ts";
import { chooseText, defaultNeighbours, type Neighbours } from "../i18n/fallback.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";
import { spokenTracks } from "../records/tracks.ts";
import type { WorkText } from "../records/views.ts";

/** What is said in a film, in one language, as pages and transcripts take it. */
export interface TimedText {
  readonly language: string;
  readonly origin: "human" | "machine";
  readonly cues: { startTime: number; endTime: number; text: string }[];
  readonly chapters: { startTime: number; name: string }[];
}

/** What a film says in the language of a text that was read, or undefined where it has no such track. */
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
    cues: cuesOf(text),
    chapters: episode.chapters.map(({ start, name }) => ({
      startTime: start,
      name: chooseText(name, text.language, episode.inLanguage, neighbours)?.value ?? "",
    })),
  };
}

function cuesOf(text: WorkText): TimedText["cues"] {
  return parseCueRows(text.body).map(([startTime, endTime, cueText]) => ({
    startTime,
    endTime,
    text: cueText,
  }));
}
