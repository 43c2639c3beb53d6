import { graphemeSeparator, normalizeWord } from "./fold.ts";

/** A part of a text, and whether it matches the query. */
export interface HighlightedText {
  readonly text: string;
  readonly hit: boolean;
}

/** From where to where in a text, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** A few words about one or more hits. */
export interface Passage {
  readonly pieces: readonly HighlightedText[];
  /** Where its first hit begins in the whole text. */
  readonly place: number;
}

/** How much is shown about a hit, in characters, and how much of it comes before the hit. */
const passageLength = 170;
const leadLength = 50;

/**
 * Reads a highlighted folded text.
 * @param marks the strings before and after each hit
 * @returns the text without marks and joints, and where the hits are in it
 */
export function readHighlighted(
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

/** A text, or a part of it, as pieces that are hits and pieces that aren't. */
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
 * The passages with the most different words of the query, earlier ones first among equals; in the order of
 * the text.
 * @param hits in order
 */
export function bestPassages(text: string, hits: readonly Range[], most: number): Passage[] {
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
    .slice(0, most)
    .map((group) => ({ place: group.hits[0]?.[0] ?? 0, hits: group.hits }))
    .sort((a, b) => a.place - b.place)
    .map(({ place, hits }) => ({ place, pieces: buildPassage(text, hits, place) }));
}

function buildPassage(text: string, hits: readonly Range[], place: number): HighlightedText[] {
  const lastEnd = hits.at(-1)?.[1] ?? place;
  const from = wordStart(text, Math.max(0, place - leadLength), place);
  const to = wordEnd(text, Math.min(text.length, Math.max(lastEnd, from + passageLength)), lastEnd);
  const pieces = splitAtHighlights(text, hits, [from, to]);
  const before = from > 0 ? [{ text: "… ", hit: false }] : [];
  const after = to < text.length ? [{ text: " …", hit: false }] : [];
  return [...before, ...pieces, ...after];
}

/** Where the first whole word after a place begins; the place itself in a script without spaces. */
function wordStart(text: string, place: number, limit: number): number {
  if (place === 0) return 0;
  const space = text.slice(place, limit).search(/\s/);
  return space < 0 ? characterStart(text, place) : place + space + 1;
}

function wordEnd(text: string, place: number, limit: number): number {
  if (place >= text.length) return text.length;
  const space = text.slice(limit, place).search(/\s\S*$/);
  return space < 0 ? characterStart(text, place) : limit + space;
}

/** A place that doesn't part a letter from its marks, or a surrogate from its other half. */
function characterStart(text: string, place: number): number {
  let whole = place;
  while (whole > 0 && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(whole, whole + 1))) whole -= 1;
  return whole;
}

/** The time at which the text at an offset is spoken. @param moments [offset, seconds], in order */
export function timeAt(
  moments: readonly (readonly [number, number])[],
  place: number,
): number | undefined {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.[0] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1]?.[1];
}
