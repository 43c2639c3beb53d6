/** A transcript with words left out, to be filled in. */
import type { Paragraph, Segment } from "../../paragraphs.ts";
import type { TranscriptSource } from "../format.ts";
import { paragraphsOf } from "../lines.ts";
import { escapeMarkup } from "../markup.ts";
import type { GapOptions } from "./options.ts";
import { comparableWord, wordsOf } from "./words.ts";

/** Fewer words between two gaps leave too little to understand, more leave too few gaps. */
export const minEvery = 3;
export const maxEvery = 100;
/** What teachers use most often in a cloze test (Taylor 1953 left out every fifth; later tests every seventh). */
export const defaultEvery = 7;
export const maxChosenWords = 200;

/** A gap has the same length for every word, so that it tells nothing. */
const gap = (number: number) => `(${number})__________`;

export interface GapText {
  /** The same film with gaps in its (first) text. */
  readonly source: TranscriptSource;
  /** The words left out, in the order of their numbers. */
  readonly answers: readonly string[];
}

/** Leaves words out of a transcript. Sounds and the names of speakers stay. */
export function withGaps(source: TranscriptSource, options: GapOptions): GapText {
  const { language } = source;
  const chosen = new Set(options.words.map((word) => comparableWord(word, language)));
  const answers: string[] = [];
  let count = 0;

  function fillIn({ text, sound, ...times }: Segment): Segment {
    if (sound === true) return { text, sound, ...times };
    let gapped = "";
    let end = 0;
    for (const word of wordsOf(text, language)) {
      count += 1;
      const isDue = options.every !== undefined && count % options.every === 0;
      if (!isDue && !chosen.has(comparableWord(word.text, language))) continue;
      answers.push(word.text);
      gapped += text.slice(end, word.start) + gap(answers.length);
      end = word.start + word.text.length;
    }
    return { text: gapped + text.slice(end), ...times };
  }

  const paragraphs = paragraphsOf(source, source.options).map((paragraph) => {
    return { ...paragraph, segments: paragraph.segments.map(fillIn) };
  });
  const { speakers: _, ...film } = source;
  const cues = paragraphs.flatMap(cuesOf);
  return { source: { ...film, cues, speakers: { labels: false } }, answers };
}

/** A paragraph as the cues that give it again. */
function cuesOf({ speaker, segments }: Paragraph): TranscriptSource["cues"] {
  return segments.map(({ startTime, endTime, text }) => {
    const words = escapeMarkup(text);
    const name = speaker === undefined ? undefined : escapeMarkup(speaker.replace(/\s+/g, " "));
    return { startTime, endTime, text: name === undefined ? words : `<v ${name}>${words}</v>` };
  });
}
