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

const otherDigit = /(?![0-9])\p{Nd}/gu;

/**
 * Digits of any script as ASCII digits: in Unicode, the ten of a script follow each other. Those that are no single
 * UTF-16 code unit stay.
 */
export function foldDigits(text: string): string {
  return text.replace(otherDigit, (digit) => {
    if (digit.length > 1) return digit;
    const code = digit.charCodeAt(0);
    let first = code;
    while (/\p{Nd}/u.test(String.fromCharCode(first - 1))) first -= 1;
    return String((code - first) % 10);
  });
}

/**
 * Vowel points of Arabic and Hebrew, the Arabic tatweel, and the dot below letters of Devanagari and Gujarati, for a
 * character class: readers leave them out.
 */
export const vowelPoints =
  "\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u093C\u0ABC";

/** Apostrophes that Unicode counts as letters, as in Hawaiʻi and Kʼicheʼ. Like others, they separate words. */
export const letterApostrophes = "ʻʼꞌꞋʾʿʽˈ";

/** Invisible characters inside words: soft hyphen, zero-width space, non-joiner and joiner, word joiner, BOM. */
const invisibleCharacters = "\u00AD\u200B-\u200D\u2060\uFEFF";

/** Scripts that have no spaces between words, and the long-vowel sign of Japanese, for a character class. */
export const unspacedScripts = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC`;

/**
 * Characters that Unicode keeps for older encodings, one at a time: Latin and Armenian ligatures, Arabic
 * presentation forms (without the phrase U+FDFA), full-width letters and digits, half-width kana with their voice
 * marks, letters of mathematics (bold, script).
 */
const compatibilityForm =
  /[\u0132\u0133\u01C4-\u01CC\u01F1-\u01F3\uFB03-\uFB06\uFB13-\uFB17\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFDF0-\uFDF9\uFE70-\uFEFC\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|[\uFF65-\uFF9D][\uFF9E\uFF9F]?|[\u{1D400}-\u{1D7FF}]/gu;

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

/** Accents after a letter that is written out belong to it: folding would join them to its last part. */
const expandedLetter = new RegExp(
  `((?:${compatibilityForm.source}|[${Object.keys(doubleLetters).join("")}])\\p{M}*)|${nasalConsonant}`,
  "gu",
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
  /** For each UTF-16 code unit of the expanded text, where the original of it begins and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  const keepUntil = (end: number) => {
    expanded += text.slice(done, end);
    while (done < end) {
      starts.push(done);
      done += 1;
      ends.push(done);
    }
  };
  for (const { 0: letter, 1: writtenOut, index } of text.matchAll(expandedLetter)) {
    keepUntil(index);
    expanded +=
      writtenOut === undefined
        ? anusvaraOf(letter.charCodeAt(1))
        : normalizeText(
            writtenOut.replace(/^./, (double) => doubleLetters[double] ?? double),
            "NFKC",
          );
    done += letter.length;
    while (starts.length < expanded.length) {
      starts.push(index);
      ends.push(done);
    }
  }
  if (done === 0) return { text, startOf: unchanged, endOf: unchanged };
  keepUntil(text.length);
  return {
    text: expanded,
    startOf: (offset) => starts[offset] ?? text.length,
    endOf: (offset) => ends[offset - 1] ?? 0,
  };
}

const invisibleInWord = new RegExp(
  `(?<=[\\p{L}\\p{N}\\p{M}])[${invisibleCharacters}]+(?=[\\p{L}\\p{N}])`,
  "gu",
);
/** Letters of such scripts in a row, with their marks. */
export const unspacedRun = new RegExp(`[${unspacedScripts}][${unspacedScripts}\\p{M}]*`, "gu");
/** The beginning of a text or word in such a script. */
export const unspacedStart = new RegExp(`^[${unspacedScripts}]`, "u");
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
      unspacedStart.test(next) ||
      afterUnspaced.test(text.slice(Math.max(0, offset - 6), offset));
    return isSeparator ? run : [...run].map(replace).join("");
  });
}
