import { baseLanguage } from "../languages/tag.ts";
import type { EpisodeRecord } from "../library/record.ts";
import { spokenTracks } from "../library/tracks.ts";
import type { WorkText, WorkView } from "../storage/works.ts";
import { type Transcript, transcriptFromCues } from "../transcripts/paragraphs.ts";
import type { Reader } from "./reader.ts";

/** What is said in a film, in one language, as pages and transcripts take it. */
export interface Spoken {
  readonly language: string;
  readonly origin: "human" | "machine";
  readonly cues: { startTime: number; endTime: number; text: string }[];
  readonly chapters: { startTime: number; name: string }[];
}

/** What a film says in a language it was read in, or undefined where it has no such track. */
export function spokenIn(
  episode: EpisodeRecord,
  texts: WorkView["texts"],
  language: string,
): Spoken | undefined {
  const text = texts.find((candidate) => candidate.language === language);
  const track = spokenTracks(episode).find((candidate) => candidate.inLanguage === language);
  if (text?.format !== "cues" || track === undefined) return undefined;
  return {
    language,
    origin: track.origin,
    cues: cuesOf(text),
    chapters: episode.chapters.map(({ start, name }) => ({
      startTime: start,
      name: chapterName(name, language, episode.inLanguage),
    })),
  };
}

/** What a film says in the reader's language, or in the nearest that there is. */
export function spokenFor(
  episode: EpisodeRecord,
  texts: WorkView["texts"],
  reader: Reader,
): (Spoken & { transcript: Transcript }) | undefined {
  const language = reader.chooseLanguage(
    texts.map((text) => text.language),
    episode.inLanguage,
  );
  const spoken = language === undefined ? undefined : spokenIn(episode, texts, language);
  if (spoken === undefined) return undefined;
  return { ...spoken, transcript: transcriptFromCues(spoken.cues, spoken.chapters) };
}

function cuesOf(text: WorkText): Spoken["cues"] {
  const rows: [number, number, string][] = JSON.parse(text.body);
  return rows.map(([startTime, endTime, cueText]) => ({ startTime, endTime, text: cueText }));
}

function chapterName(name: Record<string, string>, language: string, original: string): string {
  return (
    name[language] ?? name[baseLanguage(language)] ?? name[original] ?? Object.values(name)[0] ?? ""
  );
}
