import { memoize } from "../i18n/memoize.ts";

/** Separates the graphemes of scripts without spaces. Only folding inserts it. */
export const graphemeSeparator = "\u0001";

/** A run of a script that has no spaces between words. */
const unspacedRun =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

/** Letters that Unicode doesn't decompose, though readers leave their stroke out; each is one code unit. */
export const baseLetters: Readonly<Record<string, string>> = {
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

/** Vowel points of Arabic and Hebrew, and the Arabic tatweel, as code points: readers leave them out. */
const vowelPointRanges = [
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
] as const;
export const vowelPoints: readonly string[] = vowelPointRanges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);
const vowelPoint = new RegExp(`[${vowelPoints.join("")}]`, "g");
/** A combining accent, which the index's tokenizer (`unicode61`) ignores inside a word. */
const combiningAccent = "\u0301";

/** Characters that a folded text must not contain: the index uses control characters as marks (index-text.ts). */
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
  return separateGraphemes(
    text
      .normalize("NFC")
      .replace(reservedCharacters, " ")
      .replace(strokeLetters, (letter) => baseLetters[letter] ?? letter)
      .replace(vowelPoint, combiningAccent),
  );
}

/** Inserts separators between the graphemes of scripts without spaces. */
export function separateGraphemes(text: string): string {
  return text.replace(unspacedRun, (run) =>
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
