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
    for (const word of wordsOf(text, language).filter(({ start }) => !isInCode(start, text))) {
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

/**
 * Whether a part of a text belongs to a code such as `287(g)`, `214.2(h)(4)` or `I-9`, which nobody could fill in.
 * @param start where it begins, in UTF-16 code units
 */
function isInCode(start: number, text: string): boolean {
  const before = text.slice(Math.max(0, start - maxCodeLength), start);
  const after = text.slice(start, start + maxCodeLength);
  // A word with a digit, and `CFR` in `8 CFR 214.2`.
  if (/^[\p{L}\p{M}]*\p{N}/u.test(after)) return true;
  if (/\d $/.test(before) && /^[A-Z]{2,5}\b/.test(after)) return true;
  const chunk = before.slice(before.lastIndexOf(" ") + 1) + (/^\S+/.exec(after)?.[0] ?? "");
  return /\d/.test(chunk) && /^[^\p{L}\p{N}]*[A-Za-z\d().,:/§&[\]-]+[^\p{L}\p{N}]*$/u.test(chunk);
}

/** What is looked at before and after a word: longer chunks aren't codes. In UTF-16 code units. */
const maxCodeLength = 40;

/** A paragraph as the cues that give it again. */
function cuesOf({ speaker, segments }: Paragraph): TranscriptSource["cues"] {
  return segments.map(({ startTime, endTime, text }) => {
    const words = escapeMarkup(text);
    const name = speaker === undefined ? undefined : escapeMarkup(speaker.replace(/\s+/g, " "));
    return { startTime, endTime, text: name === undefined ? words : `<v ${name}>${words}</v>` };
  });
}
