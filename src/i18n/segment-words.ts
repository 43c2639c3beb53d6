import { memoize } from "./memoize.ts";

/** A word of a text. */
export interface Word {
  readonly text: string;
  /** In UTF-16 code units. */
  readonly start: number;
}

/** The words of a text, also in scripts without spaces, where they are found by dictionary. @param language BCP 47 */
export function segmentWords(text: string, language = "und"): Word[] {
  return Array.from(segmenterFor(language).segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ text: segment, start: index }));
}

const segmenterFor = memoize((language) => new Intl.Segmenter(language, { granularity: "word" }));
