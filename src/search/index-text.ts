import { memoizeWords } from "../i18n/memoize.ts";
import { graphemeSeparator, isUnspaced, reservedCharacters } from "./fold.ts";
import { letterApostrophes, normalizeForms, unspacedScripts } from "./letters.ts";
import {
  changeDigits,
  decodeNumbers,
  diffTexts,
  encodeNumber,
  readChanges,
} from "./text-changes.ts";
import { type FoundWord, findAllWords } from "./words.ts";

/**
 * The form in which the index stores a text: parts, each of which is a header and the part's words as search compares
 * them (`normalizeWord`), with a space before and after each. So `instr` finds words, in time that is linear in the
 * text's length, and FTS5 has the same words. The header has the time of a cue, and the changes that make the original
 * of the words; the tokenizer ignores it. Graphemes of scripts without spaces have a separator between them instead.
 */

/** Characters that no text contains (`reservedCharacters`): they begin a part and the changes in its header. */
export const partStart = "\u0004";
const changesStart = "\u0005";

/**
 * A text, or a part of one, as the index stores it.
 * @param seconds when it is said, exact to the millisecond
 * @param speaker the number of who says it (speech.ts)
 */
export function encodeText(text: string, seconds?: number, speaker?: number): string {
  const original = normalizeForms(text).replace(reservedCharacters, " ");
  let words = "";
  let changes = "";
  let changed = 0;
  for (const [index, piece] of original.split(pieceStart).entries()) {
    const isInRun = index > 0 && !piece.startsWith(" ");
    const { stored, first, following, last } = encodePiece(
      isInRun ? graphemeSeparator + piece : piece,
    );
    if (first !== undefined) {
      changes += encodeNumber(words.length + first - changed) + following;
      changed = words.length + last;
    }
    words += stored;
  }
  const time = seconds === undefined ? "" : encodeNumber(Math.round(Math.max(0, seconds) * 1000));
  const number = seconds === undefined || speaker === undefined ? "" : encodeNumber(speaker);
  return `${partStart}${time}${number}${changesStart}${changes}${words} `;
}

/** The space between two words of scripts with spaces, and between two letters of scripts without them. */
const spaceBetween = `(?= (?<=[\\p{L}\\p{N}]\\p{M}* )(?![${letterApostrophes}\u0640${unspacedScripts}])[\\p{L}\\p{N}])`;
/** Two letters, U+0E33 and U+0EB3, are of the grapheme before them. */
const unspacedBetween = `(?<=(?!\\P{L})[${unspacedScripts}])(?!\\P{L}|[\u0E33\u0EB3])(?=[${unspacedScripts}])`;
/** Where a text is split into pieces that repeat: how a piece is folded doesn't depend on what stands beside it. */
const pieceStart = new RegExp(`${spaceBetween}|${unspacedBetween}`, "u");

/** The words of a piece of a text, and its changes: the place of the first, what follows its place, that of the last. */
const encodePiece = memoizeWords((original) => {
  const changes: number[] = [];
  let stored = "";
  let changed = 0;
  const add = (word: string, shown: string) => {
    const isSeparator = word === graphemeSeparator && shown !== word;
    for (const [position, ...change] of diffTexts(isSeparator ? "" : word, shown)) {
      const place = stored.length + position;
      changes.push(place - changed, ...change);
      changed = place;
    }
    stored += word;
  };
  let end = 0;
  let last: FoundWord | undefined;
  for (const word of findAllWords(original)) {
    const start = Math.max(end, word.start);
    const gap = original.slice(end, start);
    add(gap === graphemeSeparator ? gap : separatorBetween(last, word), gap);
    add(word.normalized, original.slice(start, word.end));
    end = Math.max(end, word.end);
    last = word;
  }
  add("", original.slice(end));
  const [first, ...following] = changes;
  return { stored, first, following: following.map(encodeNumber).join(""), last: changed };
});

function separatorBetween(last: FoundWord | undefined, next: FoundWord): string {
  const areUnspaced =
    last !== undefined && isUnspaced(last.normalized) && isUnspaced(next.normalized);
  return areUnspaced ? graphemeSeparator : " ";
}

/** Words as the index stores them: what `instr` looks for. @param isPrefix whether the last word may continue */
export function storedWords(words: readonly string[], isPrefix: boolean): string {
  let stored = "";
  for (const [index, word] of words.entries()) {
    const areUnspaced = isUnspaced(word) && (index === 0 || isUnspaced(words[index - 1] ?? ""));
    const separator = index === 0 ? "" : graphemeSeparator;
    stored += (areUnspaced ? separator : " ") + word;
  }
  return isPrefix || isUnspaced(words.at(-1) ?? "") ? stored : `${stored} `;
}

export interface SpokenAt {
  readonly start: number;
  readonly seconds: number;
  readonly speaker?: number | undefined;
}

/** A stored text, or a part of one, as it is shown. */
export interface DecodedText {
  readonly text: string;
  readonly words: readonly FoundWord[];
  /** When what begins at an offset is said, in seconds, and the number of its speaker. */
  readonly times: readonly SpokenAt[];
  /** Where the given offset of the stored text is. */
  readonly offset: number;
}

const signs = `[${changeDigits.replaceAll(/[\\\]^-]/g, "\\$&")}]*`;
const header = new RegExp(`^${partStart}(${signs})${changesStart}(${signs})`);
/** The rest of a header that begins before the text: without its changes the words are shown as they are stored. */
const incompleteHeader = new RegExp(`^${signs}${changesStart}(${signs})|^${signs}`);
/** Release 0.1.0 separated graphemes by U+200B. */
const separator = new RegExp(`[${graphemeSeparator}\u200B]`);

/**
 * Decodes a stored text, or any part of one. A row that release 0.1.0 wrote is its folded text without parts.
 * @param offset an offset in the stored text
 */
export function decodeText(stored: string, offset = 0): DecodedText {
  let text = "";
  let place = 0;
  const words: FoundWord[] = [];
  const times: SpokenAt[] = [];
  let done = 0;
  for (const part of stored.split(new RegExp(`(?=${partStart})`))) {
    const complete = header.exec(part);
    const [found = "", first = "", second = ""] = complete ?? incompleteHeader.exec(part) ?? [];
    const changes = complete === null ? first : second;
    if (complete !== null && first !== "") {
      const [milliseconds = 0, speaker] = decodeNumbers(first);
      const who = speaker === undefined ? {} : { speaker };
      times.push({ start: text.length, seconds: milliseconds / 1000, ...who });
    }
    const decoded = applyChanges(part.slice(found.length).replace(/ $/, ""), changes);
    for (const { start, end, ...word } of decoded.words) {
      words.push({ ...word, start: start + text.length, end: end + text.length });
    }
    const inPart = offset - done - found.length;
    if (done <= offset) place = text.length + decoded.offsetOf(Math.max(0, inPart));
    text += decoded.text;
    done += part.length;
  }
  return { text, words, times, offset: place };
}

/** Makes the original of a part's words. */
function applyChanges(stored: string, encoded: string) {
  const changes = readChanges(encoded);
  let text = "";
  /** For each character, and the end, the offset in the text before and after what is inserted there. */
  const before: number[] = [];
  const after: number[] = [];
  let next = 0;
  for (let place = 0; place <= stored.length; place += 1) {
    before.push(text.length);
    let replaced: string | undefined;
    const letter = stored.charAt(place);
    for (; changes[next]?.place === place; next += 1) {
      const { inserted = "", replacement } = changes[next] ?? {};
      text += inserted;
      replaced = replacement?.(letter) ?? replaced;
    }
    after.push(text.length);
    text += replaced ?? (separator.test(letter) ? "" : letter);
  }
  const words: FoundWord[] = [];
  for (const { 0: normalized, index } of stored.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const start = after[index] ?? 0;
    let end = before[index + normalized.length] ?? text.length;
    // A vowel point after a word's last letter belongs to it.
    while (/^\p{M}/u.test(text.charAt(end))) end += 1;
    words.push({ normalized, written: text.slice(start, end), start, end });
  }
  return { text, words, offsetOf: (place: number) => after[place] ?? text.length };
}
