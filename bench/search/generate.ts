import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import type { WorkText } from "../../src/records/views.ts";

/** Transcripts as long as a film's of ten minutes, the same in every run. */
export const cuesEach = 150;
const wordsInACue = 8;
const vocabulary = 20_000;
const syllables = ["ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "ze"];

/** A film with its transcript, by its number. */
export function generate(number: number): { record: EpisodeRecord; texts: WorkText[] } {
  const random = randomFrom(number + 1);
  /** Words as often as in a language: the n-th commonest a n-th as often as the first (Zipf). */
  const word = () => spell(Math.floor(vocabulary ** random()) - 1);
  const line = () => Array.from({ length: wordsInACue }, word).join(" ");
  const cues = Array.from({ length: cuesEach }, (_, cue) => [cue * 4, cue * 4 + 4, line()]);
  const record: EpisodeRecord = {
    kind: "Episode",
    slug: `film-${number}`,
    inLanguage: "en",
    status: "published",
    datePublished: "2026-01-01",
    name: { en: `${word()} ${word()} ${word()}` },
    description: { en: line() },
    duration: cuesEach * 4,
    video: [],
    captions: [],
    chapters: [],
    attachments: [],
  };
  return { record, texts: [{ language: "en", format: "cues", body: JSON.stringify(cues) }] };
}

/** The word of a rank, from 0. */
export function spell(rank: number): string {
  let text = "";
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    text += syllables[rest % syllables.length] ?? "";
  }
  return text;
}

/** Numbers below 1 (Park and Miller's generator). */
function randomFrom(start: number): () => number {
  let seed = (start * 16_807) % 2_147_483_647;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}
