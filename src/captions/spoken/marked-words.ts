/**
 * Captions that highlight one word after the other without tags: the same sentence in consecutive cues, each with
 * another word in CAPITALS, brackets, stars or other signs.
 */
import { countWords } from "../join-lines.ts";
import type { CueLines } from "./lines.ts";
import { findRuns, textOf } from "./runs.ts";

/** How much longer a sentence is with its signs than with others, at most, in UTF-16 code units. Our choice. */
const maxSigns = 8;
/** A highlight that moves this often is no emphasis of a speaker's. Our choice. */
const minMoves = 3;

/** Spaces, and signs around a word: brackets, quotation marks, symbols, `_` and stars. */
const signs = '[ \\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pc}\\p{S}"*＊#•]';
const allSigns = new RegExp(signs, "gu");
/** A character with the signs before it. The capital form of ß is SS. */
const unitPattern = new RegExp(`(${signs}*)(ss|[^])`, "giu");

/** The cues of a sentence as one, without a highlight. */
interface MarkedSentence {
  readonly cue: CueLines;
  /** Whether the highlight certainly moves from word to word; otherwise another sentence of the film must show it. */
  readonly isCertain: boolean;
}

/**
 * Replaces the cues of a sentence by one without the highlight, from the first one's start to the last one's end, if
 * the highlight moves through a sentence of the film. Sentences that people repeat stay.
 * @param cues in order of time
 */
export function mergeMarkedCues(cues: readonly CueLines[]): CueLines[] {
  const runs = findRuns(cues, isSameSentence).map(({ from, to }) => cues.slice(from, to));
  const sentences = runs.map(readSentence);
  const certain = runs.find((_, index) => sentences[index]?.isCertain);
  if (certain === undefined) return [...cues];
  const [sign] =
    certain
      .map(textOf)
      .join("")
      .match(/[*_＊]/) ?? [];
  return runs.flatMap(
    (run, index) => sentences[index]?.cue ?? run.map((cue) => withoutSign(cue, sign)),
  );
}

/** A sentence of one word is highlighted whole, in its only cue. Brackets there can be a sound's. */
function withoutSign(cue: CueLines, sign: string | undefined): CueLines {
  const text = textOf(cue);
  const isWhole = sign !== undefined && text.lastIndexOf(sign) > 0 && text.startsWith(sign);
  if (!isWhole || countWords(text) > 1) return cue;
  const lines = cue.lines.map((line) => ({ ...line, text: line.text.replaceAll(sign, "") }));
  return { ...cue, lines };
}

/** Whether two texts have the same letters. Most differ in length, so skip comparing these. */
const isSameSentence = (text: string, other: string) =>
  text === other ||
  (Math.abs(text.length - other.length) <= maxSigns && lettersOf(text) === lettersOf(other));

/** Letters without their case: İ and ı are the Turkish forms of i, and Greek capitals have no accent. */
const lettersOf = (text: string) =>
  text
    .replace(allSigns, "")
    .toLowerCase()
    .toUpperCase()
    .normalize("NFD")
    .replace(/[\u0301\u0307]/g, "");

/** @returns undefined if the cues don't differ as those of a sentence whose words are highlighted in order */
function readSentence(cues: readonly CueLines[]): MarkedSentence | undefined {
  const [first] = cues;
  if (first === undefined || cues.every((cue) => textOf(cue) === textOf(first))) return undefined;
  // The full stop holds the signs after the last letter, and is removed again.
  const texts = cues.map(({ lines }) => unitsOf(`${lines.map(({ text }) => text).join("\n")}.`));
  const plain = plainUnits(texts);
  let moves = 0;
  let from = -1;
  let to = -1;
  for (const units of texts) {
    const isMarked = plain.map((unit, at) => unit !== units[at]?.join(""));
    const start = isMarked.indexOf(true);
    const end = isMarked.lastIndexOf(true);
    if (start < 0) continue;
    const isWhole = moves === 0 && start === 0 && end > plain.length - 3;
    if (isWhole || start < from || end < to || units.length !== plain.length) return undefined;
    if (start > from || end > to) moves += 1;
    from = start;
    to = end;
  }
  if (moves === 0) return undefined;
  const text = plain.join("").slice(0, -1);
  const lines = text.split("\n").map((line, at) => {
    return { speaker: first.lines[at]?.speaker, text: line.trim() };
  });
  const endTime = Math.max(...cues.map((cue) => cue.endTime));
  const isCertain = moves >= minMoves || (moves > 1 && moves === countWords(text));
  return { cue: { ...first, endTime, lines }, isCertain };
}

/** A character, and before it its signs. */
type Unit = readonly [before: string, character: string];

const unitsOf = (text: string): Unit[] =>
  [...text.matchAll(unitPattern)].map(([, before = "", character = ""]) => [before, character]);

/** Each character in small letters, with the signs that are before it in every cue. */
function plainUnits(texts: readonly (readonly Unit[])[]): string[] {
  return (texts[0] ?? []).map((_, at) => {
    const units = texts.flatMap((text) => text.slice(at, at + 1));
    const [least = ""] = units.map(([before]) => before).sort((a, b) => a.length - b.length);
    // If every cue has another sign here, as beside a single ♪ between two words, the sentence is without one of them.
    const candidates = [
      least,
      ...[...least].map((sign) => (sign === " " ? least : least.replaceAll(sign, ""))),
    ];
    const kept = candidates.find((one) => units.every(([before]) => isWithin(one, before)));
    const characters = units.map(([, character]) => character);
    const small = characters.find((character) => character !== character.toUpperCase());
    return (kept ?? least.replace(/[^ ]/g, "")) + (small ?? characters[0] ?? "");
  });
}

/** Whether a text has all characters of another one in order, also with others between: “) ” in “)* ”. */
function isWithin(part: string, text: string): boolean {
  let found = 0;
  for (const unit of text.split("")) if (unit === part[found]) found += 1;
  return found === part.length;
}
