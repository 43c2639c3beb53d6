/** A transcript with words left out, to be filled in. */
import { comparableWord, segmentWords } from "../../../i18n/segment-words.ts";
import { normalizeWord } from "../../../search/fold.ts";
import type { Paragraph, Segment } from "../../paragraphs.ts";
import type { TranscriptSource } from "../format.ts";
import { paragraphsOf } from "../lines.ts";
import { escapeMarkup } from "../markup.ts";
import type { GapOptions } from "./options.ts";

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
  const keyOf = (word: string) => comparableWord(word, language).replace(/[’ʼ]/g, "'");
  const paragraphs = paragraphsOf(source, source.options);
  const said = new Set(
    paragraphs.flatMap(({ segments }) =>
      segments.flatMap(({ text }) => segmentWords(text, language).map((word) => keyOf(word.text))),
    ),
  );
  // A word that the film hasn't as it is written may lack its accents.
  const chosen = Map.groupBy(
    options.words.map((word) =>
      segmentWords(word, language).map(({ text }) => {
        return said.has(keyOf(text)) ? keyOf(text) : withoutAccents(text);
      }),
    ),
    ([first = ""]) => first,
  );
  const answers: string[] = [];
  let count = 0;

  function fillIn({ text, sound, ...times }: Segment): Segment {
    if (sound === true) return { text, sound, ...times };
    let gapped = "";
    let end = 0;
    const words = segmentWords(text, language);
    const keys = words.map((word) =>
      isInCode(word.start, text) ? [] : [keyOf(word.text), withoutAccents(word.text)],
    );
    for (const [index, word] of words.entries()) {
      const own = keys[index] ?? [];
      if (own.length === 0) continue;
      count += 1;
      const isDue = options.every !== undefined && count % options.every === 0;
      const length = Math.max(
        isDue ? 1 : 0,
        lengthOfChosen(
          keys,
          index,
          own.flatMap((key) => chosen.get(key) ?? []),
        ),
      );
      const last = words[index + length - 1];
      if (length === 0 || last === undefined || word.start < end) continue;
      const lastEnd = last.start + last.text.length;
      answers.push(text.slice(word.start, lastEnd));
      gapped += text.slice(end, word.start) + gap(answers.length);
      end = lastEnd;
    }
    return { text: gapped + text.slice(end), ...times };
  }

  const { speakers: _, ...film } = source;
  const cues = paragraphs.flatMap(({ segments, ...paragraph }) =>
    cuesOf({ ...paragraph, segments: segments.map(fillIn) }),
  );
  return { source: { ...film, cues, speakers: { labels: false } }, answers };
}

/** A word as search compares it, marked to differ from one that is written so. */
const withoutAccents = (word: string) => `~${normalizeWord(word)}`;

/**
 * How many words of a text, from an index on, are a chosen one: Vietnamese words have several syllables.
 * @returns of the longest; 0 if there is none
 */
function lengthOfChosen(
  keys: readonly (readonly string[])[],
  index: number,
  chosen: readonly (readonly string[])[],
): number {
  const found = chosen.filter((one) => one.every((key, at) => keys[index + at]?.includes(key)));
  return Math.max(0, ...found.map((one) => one.length));
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
