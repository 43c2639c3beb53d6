import { memoize } from "../i18n/memoize.ts";

/** Stands between words that their script writes without spaces. Folding puts it there, and nothing else. */
export const graphemeSeparator = "\u200B";

/** Words from a script that has no spaces between them. */
const unspacedRun =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

/** Letters that Unicode doesn't take apart, though readers leave their stroke out: one unit for one unit. */
const plainLetters: Record<string, string> = {
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
const strokeLetters = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/** Vowel points of Arabic and Hebrew, and the stretch between Arabic letters: readers leave them out. */
const points =
  /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/g;
/** An accent without a letter, which the index passes over inside a word (`unicode61`). */
const accent = "\u0301";

/** What a text must not hold: highlights are found by the first two, words by the third. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const reserved = /[\u0000-\u0008\u200B]/g;

/**
 * The form of a text that search keeps and looks for. Each UTF-16 unit of the text (in NFC) stays one unit:
 * đ becomes d, a vowel point an accent that the index ignores. Where a script has no spaces, each of its
 * written signs (Unicode's grapheme clusters) is parted from the next by `wordJoint`, and nothing else is
 * added; so a place is found again by counting joints, and any run of signs is found, wherever words end.
 * Accents and tone marks are left to the index's own tokenizer.
 */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(reserved, " ")
    .replace(strokeLetters, (letter) => plainLetters[letter] ?? letter)
    .replace(points, accent)
    .replace(unspacedRun, (run) =>
      Array.from(signsOf("und").segment(run), ({ segment }) => segment).join(graphemeSeparator),
    );
}

const signsOf = memoize((language) => new Intl.Segmenter(language, { granularity: "grapheme" }));

/**
 * The words of a folded text, without what stands between them: what a full-text query may be made of.
 * A script without spaces gives its signs one by one.
 */
export function splitWords(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

/** A word as it is compared with another: without case, accents and tone marks. */
export function normalizeWord(word: string): string {
  return fold(word)
    .replaceAll(graphemeSeparator, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase();
}
