import { memoize } from "../i18n/memoize.ts";

/** Zero width space: separates the graphemes of scripts without spaces. Only folding inserts it. */
export const graphemeSeparator = "\u200B";

/** A run of a script that has no spaces between words. */
const unspacedRun =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

/** Letters that Unicode doesn't decompose, though readers leave their stroke out; each is one code unit. */
const baseLetters: Record<string, string> = {
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
};
const strokeLetters = new RegExp(`[${Object.keys(baseLetters).join("")}]`, "g");

/** Vowel points of Arabic and Hebrew, and the Arabic tatweel: readers leave them out. */
const vowelPoints =
  /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/g;
/** A combining accent, which the index's tokenizer (`unicode61`) ignores inside a word. */
const combiningAccent = "\u0301";

/** Characters that a folded text must not contain: control characters mark highlights, U+200B separates graphemes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are removed
const reservedCharacters = /[\u0000-\u0008\u200B]/g;

/**
 * The form of a text that search stores and looks for. Each UTF-16 code unit of the text (in NFC) stays one
 * unit: đ becomes d, a vowel point becomes an accent that the index ignores. In scripts without spaces,
 * `graphemeSeparator` is inserted between grapheme clusters, and nothing else is added. So an offset in the
 * original text is found by counting separators, and any sequence of graphemes can be found, wherever words end.
 * Accents and tone marks are removed by the index's tokenizer.
 */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(reservedCharacters, " ")
    .replace(strokeLetters, (letter) => baseLetters[letter] ?? letter)
    .replace(vowelPoints, combiningAccent)
    .replace(unspacedRun, (run) =>
      Array.from(graphemeSegmenter("und").segment(run), ({ segment }) => segment).join(
        graphemeSeparator,
      ),
    );
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

/** A word without case, accents and tone marks, for comparison. */
export function normalizeWord(word: string): string {
  return fold(word)
    .replaceAll(graphemeSeparator, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase();
}
