import { baseLanguage } from "../i18n/tag.ts";
import type { ListedRecord } from "./listed.ts";
import type { EpisodeRecord, LibraryItem, Track } from "./schema/record.ts";

/** The tracks of spoken words, one per language: `captions` rather than `subtitles`. */
export function spokenTracks(episode: Pick<EpisodeRecord, "captions">): Track[] {
  const best = new Map<string, Track>();
  for (const track of episode.captions) {
    if (track.kind === "descriptions") continue;
    const other = best.get(track.inLanguage);
    if (other === undefined || (other.kind === "subtitles" && track.kind === "captions")) {
      best.set(track.inLanguage, track);
    }
  }
  return [...best.values()];
}

/** The languages that a work can be followed in: of a film the original first, of a document as listed. */
export function languagesOf(item: ListedRecord<LibraryItem>): string[] {
  if (item.kind === "Document") return [...new Set(item.texts.map((text) => text.inLanguage))];
  const spoken = item.kind === "Episode" ? spokenTracks(item) : [];
  return [...new Set([item.inLanguage, ...spoken.map((track) => track.inLanguage)])];
}

/** Whether a work can be followed in a language or a regional variety of it. */
export function isInLanguage(item: ListedRecord<LibraryItem>, language: string): boolean {
  return languagesOf(item).some((tag) => baseLanguage(tag) === baseLanguage(language));
}
