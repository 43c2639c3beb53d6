import { plainLetters } from "../../i18n/letters.ts";
import { memoizeWords } from "../../i18n/memoize.ts";

/** A part of a text that is searched for names, and where it is in its source. */
export interface TextPiece {
  readonly text: string;
  /** The position of its first character in the source, in UTF-16 code units. */
  readonly start: number;
  /** Set if the text was decoded, such as `&amp;`: then all of it is at `start`. */
  readonly isDecoded?: boolean;
}

/**
 * What separates a letter from the one before it: nothing; something without white space, such as an apostrophe
 * or a hyphen; or white space.
 */
export const gap = { none: 0, narrow: 1, wide: 2 } as const;
export type Gap = (typeof gap)[keyof typeof gap];

/** The letters and digits of a text as names are compared, each with its position and the gap before it. */
export interface FoldedText {
  readonly letters: readonly string[];
  readonly gaps: readonly Gap[];
  readonly positions: readonly number[];
}

/** Accents, and the vowel points of Hebrew and Arabic, which many leave out; not the marks of Japanese kana. */
const ignoredMarks =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309A]]|\u0640/gv;

/** Some of these are letters in Unicode: ʻ in Hawaiʻi, ʼ in Kʼicheʼ. */
const apostrophe = /^['’‘‛`´ʹʺʻʼʽʾʿˈˊˋ′ꞌ＇]$/u;

const letterOrDigit = /^[\p{L}\p{N}\p{M}]/u;
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]$/u;
const whiteSpace = /^[\s\u0085\p{Z}]$/u;

/** Letters that people and keyboards exchange. */
const exchangedLetters: Readonly<Record<string, string>> = {
  ...plainLetters,
  ς: "σ",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
};

/** Scripts without spaces between words. */
const unspacedScript =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u3099\u309A]/u;

/** Whether words of the letter's script aren't separated by spaces, as in Chinese, Japanese and Thai. */
export function isUnspaced(letter: string | undefined): boolean {
  return letter !== undefined && letter > "\u0dff" && unspacedScript.test(letter);
}

type Folded = readonly string[] | "invisible" | "wide" | "narrow";

/**
 * Folds a character without case, accents and compatibility forms: É, é and e are the same, and ﬁ is fi.
 * @returns its letters, or what it is if it has none
 */
const foldCharacter = memoizeWords((character): Folded => {
  if (whiteSpace.test(character)) return "wide";
  if (apostrophe.test(character)) return "narrow";
  if (invisible.test(character)) return "invisible";
  const plain = character.normalize("NFKD").toLowerCase().normalize("NFKD");
  const kept = plain.replace(ignoredMarks, "");
  // A mark alone belongs to the letter before it.
  if (kept === "") return "invisible";
  const letters = Array.from(kept, (letter) => exchangedLetters[letter] ?? letter)
    .flatMap((letter) => [...letter])
    .filter((letter) => letterOrDigit.test(letter));
  return letters.length === 0 ? "narrow" : letters;
});

/** A hyphen at a line's end can be in the middle of a word. */
const hyphenAtLineEnd = /^\p{Pd}[ \t]*\r?\n[ \t]*$/u;

/** Folds a text that is made of pieces. Takes time in proportion to its length. */
export function foldText(pieces: Iterable<TextPiece>): FoldedText {
  const letters: string[] = [];
  const gaps: Gap[] = [];
  const positions: number[] = [];
  let separator = "";
  let hasWhiteSpace = false;
  for (const { text, start, isDecoded = false } of pieces) {
    let offset = 0;
    for (const character of text) {
      const position = isDecoded ? start : start + offset;
      offset += character.length;
      const folded = foldCharacter(character);
      if (folded === "invisible") continue;
      if (folded === "wide" || folded === "narrow") {
        hasWhiteSpace ||= folded === "wide";
        // Only the beginning matters, to recognize a hyphen at a line's end.
        if (separator.length < 20) separator += character;
        continue;
      }
      const isWide = hasWhiteSpace && !hyphenAtLineEnd.test(separator);
      let before: Gap = separator === "" ? gap.none : isWide ? gap.wide : gap.narrow;
      if (letters.length === 0) before = gap.wide;
      for (const letter of folded) {
        letters.push(letter);
        gaps.push(before);
        positions.push(position);
        before = gap.none;
      }
      separator = "";
      hasWhiteSpace = false;
    }
  }
  return { letters, gaps, positions };
}
