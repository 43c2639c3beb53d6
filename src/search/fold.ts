import { memoize, memoizeWords } from "../i18n/memoize.ts";
import { normalizeText } from "../i18n/normalize.ts";
import {
  baseLetters,
  expandLetters,
  foldDigits,
  letterApostrophes,
  normalizeForms,
  replaceInvisible,
  unspacedRun,
  unspacedStart,
  vowelPoints,
} from "./letters.ts";

/** Separates the graphemes of scripts without spaces. Only folding inserts it. */
export const graphemeSeparator = "\u0001";

/** Whether a word begins in a script without spaces. */
export const isUnspaced = (word: string): boolean => unspacedStart.test(word);

/** A combining accent, which the index's tokenizer (`unicode61`) ignores inside a word. */
const combiningAccent = "\u0301";

/** Characters that a folded text must not contain: the index uses control characters as marks (index-text.ts). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are removed
export const reservedCharacters = /[\u0000-\u0008\u000E-\u0012\u200B]/g;

const foldedLetters = new Map([
  ...Object.entries(baseLetters),
  ...Array.from(letterApostrophes, (letter) => [letter, "'"] as const),
]);
const vowelPoint = new RegExp(`[${vowelPoints}]`, "g");
const foldedLetter = new RegExp(`[${[...foldedLetters.keys()].join("")}]`, "g");

/**
 * The form of a text that search looks for. Each UTF-16 code unit of the text (in NFC) stays one unit: đ becomes d,
 * a vowel point becomes an accent that the index ignores, any digit becomes an ASCII digit. `graphemeSeparator` is
 * inserted between the grapheme clusters of scripts without spaces, and between them and other letters; nothing else
 * is added. So an offset in the original text is found by counting separators, and any sequence of graphemes can be
 * found, wherever words end. Accents and tone marks are removed by the index's tokenizer. Letters that become two
 * are written out before (`expandLetters`).
 */
export function fold(text: string): string {
  const plain = replaceInvisible(
    normalizeText(text).replace(vowelPoint, combiningAccent),
    () => combiningAccent,
  )
    .replace(reservedCharacters, " ")
    .replace(foldedLetter, (letter) => foldedLetters.get(letter) ?? letter);
  return separateGraphemes(foldDigits(plain));
}

/** Inserts separators between the graphemes of scripts without spaces, and between them and other words. */
export function separateGraphemes(text: string): string {
  return text.replace(unspacedRun, (run, offset: number) => {
    const graphemes = Array.from(graphemeSegmenter("und").segment(run), ({ segment }) => segment);
    const end = offset + run.length;
    const before = /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, offset - 2), offset));
    const after = /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    return `${before ? graphemeSeparator : ""}${graphemes.join(graphemeSeparator)}${after ? graphemeSeparator : ""}`;
  });
}

const graphemeSegmenter = memoize(
  (language) => new Intl.Segmenter(language, { granularity: "grapheme" }),
);

/**
 * The words of a folded text, which full-text queries are made of. In a script without spaces, each grapheme is
 * a word.
 */
export function splitWords(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

/** The different words of a text as they are written, but for capitals. */
export const distinctWords = (text: string): ReadonlySet<string> =>
  new Set(splitWords(normalizeForms(text).toLowerCase()));

/** A word without case, accents and tone marks, in NFC: as the index stores it, and for comparison. */
export function normalizeWord(word: string): string {
  const folded = fold(expandLetters(normalizeText(word)).text);
  return normalizeFolded(folded.replaceAll(graphemeSeparator, ""));
}

/** `normalizeWord` of a word that is folded and written out (`expandLetters`). */
export const normalizeFolded = memoizeWords((word) =>
  normalizeText(word, "NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFC"),
);
