import { graphemeSeparator, normalizeWord } from "./fold.ts";

/** A part of a text, and whether it matches the query. */
export interface HighlightedText {
  readonly text: string;
  readonly hit: boolean;
}

/** A range of a text in UTF-16 code units, without its end. */
export type Range = readonly [start: number, end: number];

/** A short part of a text around one or more hits. */
export interface Passage {
  readonly pieces: readonly HighlightedText[];
  /** The offset of its first hit in the whole text. */
  readonly offset: number;
}

/** The length of a passage, and of its part before the first hit, in UTF-16 code units. Our choice. */
const passageLength = 170;
const leadLength = 50;

/**
 * Parses a highlighted folded text.
 * @param marks the strings before and after each hit
 * @returns the text without marks and grapheme separators, and the ranges of the hits
 */
export function parseHighlighted(
  highlighted: string,
  [open, close]: readonly [string, string],
): { text: string; hits: Range[] } {
  const hits: Range[] = [];
  let text = "";
  let start = 0;
  for (const part of highlighted.replaceAll(graphemeSeparator, "").split(open)) {
    const end = part.indexOf(close);
    if (end >= 0) hits.push([start, start + end]);
    const plain = end < 0 ? part : part.slice(0, end) + part.slice(end + close.length);
    text += plain;
    start += plain.length;
  }
  return { text, hits };
}

/** Splits a text, or a range of it, into pieces that are hits and pieces that aren't. */
export function splitAtHighlights(
  text: string,
  hits: readonly Range[],
  [from, to]: Range = [0, text.length],
): HighlightedText[] {
  const pieces: HighlightedText[] = [];
  let done = from;
  const add = (end: number, hit: boolean) => {
    if (end > done) pieces.push({ text: text.slice(done, end), hit });
    done = Math.max(done, end);
  };
  for (const [start, end] of hits) {
    if (start >= to) break;
    if (end <= from) continue;
    add(Math.max(start, from), false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  return pieces;
}

/**
 * The passages with the most different words of the query; among equals, the earlier ones. In the order of the
 * text.
 * @param hits in order
 */
export function bestPassages(text: string, hits: readonly Range[], maxPassages: number): Passage[] {
  const groups: { hits: Range[]; words: Set<string> }[] = [];
  for (const hit of hits) {
    const word = normalizeWord(text.slice(...hit));
    const last = groups.at(-1);
    const first = last?.hits[0];
    if (
      last !== undefined &&
      first !== undefined &&
      hit[1] - first[0] < passageLength - leadLength
    ) {
      last.hits.push(hit);
      last.words.add(word);
    } else groups.push({ hits: [hit], words: new Set([word]) });
  }
  return groups
    .sort((a, b) => b.words.size - a.words.size)
    .slice(0, maxPassages)
    .map((group) => ({ offset: group.hits[0]?.[0] ?? 0, hits: group.hits }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, hits }) => ({ offset, pieces: buildPassage(text, hits, offset) }));
}

function buildPassage(text: string, hits: readonly Range[], offset: number): HighlightedText[] {
  const lastEnd = hits.at(-1)?.[1] ?? offset;
  const from = wordStart(text, Math.max(0, offset - leadLength), offset);
  const to = wordEnd(text, Math.min(text.length, Math.max(lastEnd, from + passageLength)), lastEnd);
  const pieces = splitAtHighlights(text, hits, [from, to]);
  const before = from > 0 ? [{ text: "… ", hit: false }] : [];
  const after = to < text.length ? [{ text: " …", hit: false }] : [];
  return [...before, ...pieces, ...after];
}

/** The start of the first whole word after an offset; the offset itself in a script without spaces. */
function wordStart(text: string, offset: number, limit: number): number {
  if (offset === 0) return 0;
  const space = text.slice(offset, limit).search(/\s/);
  return space < 0 ? characterStart(text, offset) : offset + space + 1;
}

function wordEnd(text: string, offset: number, limit: number): number {
  if (offset >= text.length) return text.length;
  const space = text.slice(limit, offset).search(/\s\S*$/);
  return space < 0 ? characterStart(text, offset) : limit + space;
}

/** The nearest offset before that separates no letter from its marks and no surrogate pair. */
function characterStart(text: string, offset: number): number {
  let whole = offset;
  while (whole > 0 && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(whole, whole + 1))) whole -= 1;
  return whole;
}

/** The time at which the text at an offset is spoken. @param moments [offset, seconds], in order */
export function timeAt(
  moments: readonly (readonly [number, number])[],
  offset: number,
): number | undefined {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1]?.[1];
}
