/** Captions with the times of speech. */
import type { Random } from "./random.ts";
import { type LanguageTag, languages, sentenceIn } from "./words.ts";

export interface GeneratedCue {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** When something is said in a film, whatever the language. */
export interface SpokenTime {
  readonly start: number;
  readonly end: number;
  /** How many words; a sentence ends with `isLast`. */
  readonly words: number;
  readonly isLast: boolean;
  readonly speaker: number | undefined;
}

/** As fast as people speak in films, in words a second. */
const wordsASecond = 2.6;

/**
 * The times of a film's sentences, in parts as long as a cue: 2 to 9 words, short breaths within a sentence, longer
 * ones between sentences, and sometimes a pause. Two people take turns in every second film.
 * @param duration of the film, in seconds
 */
export function spokenTimes(duration: number, random: Random): SpokenTime[] {
  const times: SpokenTime[] = [];
  const hasSpeakers = random.next() < 0.5;
  let [now, speaker] = [random.between(1, 4), 0];
  while (now < duration - 15) {
    for (let part = random.between(1, 3); part > 0; part -= 1) {
      const words = random.between(2, 9);
      const end = now + words / wordsASecond;
      times.push({
        start: now,
        end,
        words,
        isLast: part === 1,
        speaker: hasSpeakers ? speaker : undefined,
      });
      now = end + 0.04 + random.next() * 0.3;
    }
    const breath = random.next();
    now += breath < 0.08 ? random.between(3, 8) : breath * 0.8;
    if (random.next() < 0.15) speaker = 1 - speaker;
  }
  return times;
}

const names = ["Ana", "Minh"] as const;

/**
 * The film's captions in a language. A translation has other words at about the same times, and sometimes one cue where
 * the original has two.
 */
export function captionsIn(
  tag: LanguageTag,
  times: readonly SpokenTime[],
  isTranslation: boolean,
  random: Random,
): GeneratedCue[] {
  const cues: GeneratedCue[] = [];
  const { fullStop } = languages[tag];
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index];
    if (time === undefined) break;
    let [last, words] = [time, time.words];
    const next = times[index + 1];
    if (isTranslation && next !== undefined && !time.isLast && random.next() < 0.1) {
      [last, words] = [next, words + next.words];
      index += 1;
    }
    const shift = isTranslation ? (random.next() - 0.5) * 0.3 : 0;
    const sentence = sentenceIn(tag, random, words);
    const text = last.isLast ? sentence : sentence.slice(0, -fullStop.length);
    const voice = time.speaker === undefined ? "" : `<v ${names[time.speaker % 2]}>`;
    cues.push({
      start: Math.max(0, time.start + shift),
      end: last.end + shift,
      text: voice + text,
    });
  }
  return cues;
}

/** The captions as a WebVTT file. */
export function webVtt(cues: readonly GeneratedCue[]): string {
  const blocks = cues.map(({ start, end, text }) => `${clock(start)} --> ${clock(end)}\n${text}`);
  return `WEBVTT\n\n${blocks.join("\n\n")}\n`;
}

function clock(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const digits = (value: number, length: number) => String(Math.floor(value)).padStart(length, "0");
  const [hours, rest] = [milliseconds / 3_600_000, milliseconds % 3_600_000];
  return `${digits(hours, 2)}:${digits(rest / 60_000, 2)}:${digits((rest % 60_000) / 1000, 2)}.${digits(milliseconds % 1000, 3)}`;
}
