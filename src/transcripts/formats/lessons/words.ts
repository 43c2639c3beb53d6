import { normalizeText } from "../../../i18n/normalize.ts";

/** A word of a text. */
export interface Word {
  readonly text: string;
  /** In UTF-16 code units. */
  readonly start: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a text, also in scripts without spaces. @param language BCP 47 */
export function wordsOf(text: string, language: string): Word[] {
  return [...segmenterFor(language).segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment, index }) => ({ text: segment, start: index }));
}

/** A word without what doesn't distinguish it: case and the form of its letters. */
export function comparableWord(word: string, language: string): string {
  const composed = normalizeText(word);
  try {
    return composed.toLocaleLowerCase(language);
  } catch {
    return composed.toLowerCase();
  }
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = createSegmenter(language);
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}
