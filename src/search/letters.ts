/** Letters, digits and signs that readers can't tell apart, or exchange. */
import { normalizeText } from "../i18n/normalize.ts";

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
  ؤ: "و",
  ئ: "ي",
  ة: "ه",
  // The Persian and Urdu forms of Arabic letters.
  ی: "ي",
  ک: "ك",
  ہ: "ه",
  ھ: "ه",
  ۀ: "ه",
  // Two signs of Devanagari and Gujarati for a vowel through the nose.
  "\u0901": "\u0902",
  "\u0A81": "\u0A82",
  ı: "i",
  // Letters of African and other languages that many keyboards lack.
  ...Object.fromEntries(
    ["ħh", "ɓb", "ɗd", "ɖd", "ðd", "ƙk", "ƴy", "ɛe", "ɔo", "ŋn"].flatMap(
      ([letter = "", base = ""]) => [
        [letter, base],
        [letter.toUpperCase(), base.toUpperCase()],
      ],
    ),
  ),
  // The index's tokenizer removes accents of Latin letters only.
  ...Object.fromEntries(
    [..."άέήίϊΐόύϋΰώΆΈΉΊΪΌΎΫΏёЁ"].map((letter) => [letter, letter.normalize("NFD").slice(0, 1)]),
  ),
};

/** Letters that are also written as two. */
export const doubleLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬀ: "ff",
};

/**
 * The zeros of scripts that have their own decimal digits, each followed by its nine others (Unicode, Nd): those of one
 * UTF-16 code unit.
 */
export const zeros: readonly number[] = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0x0de6, 0x1090, 0x1946, 0x19d0, 0x1a80, 0x1a90,
  0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

/**
 * Vowel points of Arabic and Hebrew, the Arabic tatweel, and the dot below letters of Devanagari and Gujarati, as code
 * points: readers leave them out.
 */
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
  [0x093c, 0x093c],
  [0x0abc, 0x0abc],
] as const;
export const vowelPoints: readonly string[] = vowelPointRanges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

/** Apostrophes that Unicode counts as letters, as in Hawaiʻi and Kʼicheʼ. Like others, they separate words. */
export const letterApostrophes: readonly string[] = [..."ʻʼꞌꞋʾʿʽˈ"];

/** Invisible characters inside words: soft hyphen, zero-width space, non-joiner and joiner, word joiner, BOM. */
export const invisibleCharacters: readonly string[] = [..."\u00AD\u200B\u200C\u200D\u2060\uFEFF"];

/** Scripts that have no spaces between words, and the long-vowel sign of Japanese, for a character class. */
export const unspacedScripts = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC`;

/**
 * Characters that Unicode keeps for older encodings, one at a time: Latin and Armenian ligatures, Arabic
 * presentation forms (without the phrase U+FDFA), full-width letters and digits, half-width kana with their voice
 * marks, letters of mathematics (bold, script).
 */
const compatibilityForm =
  /[\u0132\u0133\u01C4-\u01CC\u01F1-\u01F3\uFB03-\uFB06\uFB13-\uFB17\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFDF0-\uFDF9\uFE70-\uFEFC\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|[\uFF65-\uFF9D][\uFF9E\uFF9F]?|\uD835[\uDC00-\uDFFF]/g;

/** A text in NFC with ordinary letters instead of compatibility forms, which look the same. */
export function normalizeForms(text: string): string {
  const plain = normalizeText(text).replace(compatibilityForm, (form) => form.normalize("NFKC"));
  return normalizeText(plain);
}

/**
 * A nasal consonant without its vowel, before a consonant that isn't nasal: in Devanagari and Gujarati a dot, the
 * anusvara, is written instead of it (हिन्दी, हिंदी). Its code is as far from the virama's in both scripts.
 */
const nasalConsonant = "[ङञणनम]\u094D(?=[क-घच-झट-ढत-धप-भ])|[ઙઞણનમ]\u0ACD(?=[ક-ઘચ-ઝટ-ઢત-ધપ-ભ])";
const anusvaraOf = (virama: number) => String.fromCharCode(virama - 0x4b);

const expandedLetter = new RegExp(
  `${compatibilityForm.source}|[${Object.keys(doubleLetters).join("")}]|${nasalConsonant}`,
  "g",
);

/** A text (in NFC) in which each letter is written in one way, and how its offsets are found in the original. */
export interface ExpandedText {
  readonly text: string;
  /** The offset in the original of a character's start, or end. */
  readonly startOf: (offset: number) => number;
  readonly endOf: (offset: number) => number;
}

const unchanged = (offset: number) => offset;

/** Writes out compatibility forms and double letters, and writes nasal consonants as a dot: ﬁ becomes fi, न्द becomes ंद. */
export function expandLetters(text: string): ExpandedText {
  let expanded = "";
  let done = 0;
  /** For each replaced character, where it and its replacement are. */
  const replaced: { start: number; end: number; originalStart: number; originalEnd: number }[] = [];
  for (const { 0: letter, index } of text.matchAll(expandedLetter)) {
    expanded += text.slice(done, index);
    const start = expanded.length;
    const virama = letter.charCodeAt(1);
    expanded +=
      doubleLetters[letter] ??
      (virama === 0x94d || virama === 0xacd ? anusvaraOf(virama) : letter.normalize("NFKC"));
    done = index + letter.length;
    replaced.push({ start, end: expanded.length, originalStart: index, originalEnd: done });
  }
  if (replaced.length === 0) return { text, startOf: unchanged, endOf: unchanged };
  const lastBefore = (offset: number) => {
    let low = 0;
    let high = replaced.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((replaced[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return replaced[low - 1];
  };
  return {
    text: expanded + text.slice(done),
    startOf: (offset) => {
      const last = lastBefore(offset);
      if (last === undefined) return offset;
      return offset < last.end ? last.originalStart : offset - last.end + last.originalEnd;
    },
    endOf: (offset) => {
      const last = lastBefore(offset - 1);
      if (last === undefined) return offset;
      return offset <= last.end ? last.originalEnd : offset - last.end + last.originalEnd;
    },
  };
}

const invisibleInWord = new RegExp(
  `(?<=[\\p{L}\\p{N}\\p{M}])[${invisibleCharacters.join("")}]+(?=[\\p{L}\\p{N}])`,
  "gu",
);
const beforeUnspaced = new RegExp(`^[${unspacedScripts}]`, "u");
const afterUnspaced = new RegExp(`[${unspacedScripts}]\\p{M}*$`, "u");

/**
 * Replaces each invisible character inside a word. In scripts without spaces, and before an Arabic letter (the
 * Persian half-space), they separate words and are kept.
 */
export function replaceInvisible(text: string, replace: (character: string) => string): string {
  return text.replace(invisibleInWord, (run, offset: number) => {
    const next = text.slice(offset + run.length, offset + run.length + 2);
    const isSeparator =
      /^\p{Script=Arabic}/u.test(next) ||
      beforeUnspaced.test(next) ||
      afterUnspaced.test(text.slice(Math.max(0, offset - 6), offset));
    return isSeparator ? run : [...run].map(replace).join("");
  });
}
