import { reservedCharacters, separateGraphemes } from "./fold.ts";
import type { Range } from "./highlights.ts";
import {
  baseLetters,
  doubleLetters,
  invisibleCharacters,
  letterApostrophes,
  normalizeForms,
  replaceInvisible,
  vowelPoints,
  zeros,
} from "./letters.ts";

/**
 * The form in which the index stores a text that results show parts of. For the index's tokenizer it has the same
 * words as the folded text. Any part of it can be shown alone, so that D1 answers with short parts of a long text:
 * it contains the original letters and the times of its cues, as characters that the tokenizer ignores.
 */

/** Precedes characters that restore what folding removes: the combining horn, which NFC text has no use for. */
const lead = "\u031B";
/** Combining marks that `unicode61` ignores inside words (FTS5's sqlite3Fts5UnicodeIsdiacritic). */
const digits = [
  ..."\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030F\u0311\u0323\u0324\u0325\u0326\u0327\u0328\u032D\u032E\u0330\u0331",
];

/** Folded letters with the characters that restore them, and the other way around. */
const encodedLetters = new Map<string, string>();
const decodedLetters = new Map<string, string>();
for (const [letter, base] of Object.entries(baseLetters)) {
  const same = [...encodedLetters.values()].filter((encoded) => encoded.startsWith(base));
  const encoded = base + lead + digits[same.length];
  addLetter(letter, encoded);
}
/** The first digit of a vowel point is never that of a letter, of which a base letter has four at most. */
const firstPointDigit = 4;
const points = [...vowelPoints, lead, ...invisibleCharacters];
const encodedPoints = new Map(
  points.map((point, index) => {
    const first = digits[firstPointDigit + Math.floor(index / digits.length)];
    return [point, `${lead}${first}${digits[index % digits.length]}`];
  }),
);
const decodedPoints = new Map([...encodedPoints].map(([point, encoded]) => [encoded, point]));

/** The first digits of the code after an ASCII digit, and after a letter that is written as two. */
const scriptDigit = digits[12];
const doubleDigit = digits[13];
for (const [index, zero] of zeros.entries()) {
  for (let digit = 0; digit < 10; digit += 1) {
    addLetter(String.fromCharCode(zero + digit), `${digit}${lead}${scriptDigit}${digits[index]}`);
  }
}
for (const [index, [letter, two]] of Object.entries(doubleLetters).entries()) {
  addLetter(letter, `${two}${lead}${doubleDigit}${digits[index]}`);
}
/** Apostrophes that are letters become control characters, which separate words as other apostrophes do. */
const apostropheCodes = [..."\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012"];
for (const [index, letter] of letterApostrophes.entries()) {
  addLetter(letter, apostropheCodes[index] ?? "'");
}

function addLetter(letter: string, encoded: string): void {
  encodedLetters.set(letter, encoded);
  decodedLetters.set(encoded, letter);
}

const letterPattern = new RegExp(`[${[...encodedLetters.keys()].join("")}]`, "g");
const pointPattern = new RegExp(`[${[...vowelPoints, lead].join("")}]`, "g");
const digitClass = digits.join("");
const encodedPattern = new RegExp(
  [
    `[0-9]${lead}${scriptDigit}[${digitClass}]`,
    `[a-zA-Z]{2}${lead}${doubleDigit}[${digitClass}]`,
    `${lead}[${digits.slice(firstPointDigit, 12).join("")}][${digitClass}]`,
    `[^]${lead}[${digits.slice(0, firstPointDigit).join("")}]`,
    `[${apostropheCodes.join("")}]`,
  ].join("|"),
  "g",
);

/** Characters that no text contains (`fold`): the index marks hits, cue times and graphemes with them. */
export const hitStart = "\u0002";
export const hitEnd = "\u0003";
const timeStart = "\u0004";
const timeEnd = "\u0005";
/** Hexadecimal digits that the tokenizer takes for punctuation. */
const timeDigits = "!#$%&'()*+,-./:;";

const encodePoint = (point: string) => encodedPoints.get(point) ?? point;

/** A text as the index stores it. */
export function encodeText(text: string): string {
  return separateGraphemes(
    replaceInvisible(normalizeForms(text).replace(pointPattern, encodePoint), encodePoint)
      .replace(reservedCharacters, " ")
      .replace(letterPattern, (letter) => encodedLetters.get(letter) ?? letter),
  );
}

/** Marks the beginning of a cue. @param seconds exact to the millisecond */
export function encodeTime(seconds: number): string {
  const hexadecimal = Math.round(Math.max(0, seconds) * 1000).toString(16);
  const written = [...hexadecimal].map((digit) => timeDigits[Number.parseInt(digit, 16)]).join("");
  return timeStart + written + timeEnd;
}

/** A stored text, or a part of one, as it is shown. */
export interface DecodedText {
  readonly text: string;
  /** Where it matches, in UTF-16 code units. */
  readonly hits: readonly Range[];
  /** The last cue that begins in it, in seconds. */
  readonly time: number | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
const timePattern = /\u0004([^\u0004\u0005]*)\u0005/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a part may begin or end inside a mark
const incompleteTime = /^[^\u0004\u0005]*\u0005|\u0004[^\u0005]*$/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
const hitMark = /([\u0002\u0003])/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: release 0.1.0 separated graphemes by U+200B
const separators = /[\u0001\u200B]/g;

/** Decodes a stored text, or any part of one, in which the index has marked the hits. */
export function decodeText(stored: string): DecodedText {
  const complete = stored.replace(incompleteTime, "");
  const time = decodeTime([...complete.matchAll(timePattern)].at(-1)?.[1]);
  const marked = complete
    .replace(timePattern, "")
    .replace(separators, "")
    .replace(encodedPattern, (code) => decodedLetters.get(code) ?? decodedPoints.get(code) ?? code);
  const hits: Range[] = [];
  let text = "";
  let start: number | undefined;
  for (const part of marked.split(hitMark)) {
    if (part === hitStart) start = text.length;
    else if (part !== hitEnd) text += part;
    else if (start !== undefined) {
      hits.push([start, text.length]);
      start = undefined;
    }
  }
  if (start !== undefined) hits.push([start, text.length]);
  return { text, hits, time };
}

function decodeTime(written: string | undefined): number | undefined {
  if (written === undefined || written === "") return undefined;
  const hexadecimal = [...written].map((digit) => timeDigits.indexOf(digit).toString(16)).join("");
  return Number.parseInt(hexadecimal, 16) / 1000;
}
