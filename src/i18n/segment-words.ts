import { memoize } from "./memoize.ts";
import { normalizeText } from "./normalize.ts";

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

/** A word without what doesn't distinguish it: case and the form of its letters. @param language BCP 47 */
export function comparableWord(word: string, language: string): string {
  return normalizeText(word).toLocaleLowerCase(language);
}

const segmenterFor = memoize((language) => new Intl.Segmenter(language, { granularity: "word" }));
