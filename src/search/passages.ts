import { characterStart, sizeOf } from "./body.ts";
import { normalizeWord } from "./fold.ts";
import { type HighlightedText, type Range, splitAtHighlights } from "./highlights.ts";
import { decodeText } from "./index-text.ts";
import type { SearchTerm } from "./query/query.ts";
import { several } from "./speech.ts";
import { matchWords } from "./words.ts";

/** A place in a stored text (index-text.ts) where words of a query may be, with the text around it. */
export interface Match {
  /** Where it begins in the stored text, in bytes from 1. */
  readonly position: number;
  /** The stored text before it; then the text that begins with it. */
  readonly before: string;
  readonly after: string;
  /** Whether these begin and end the stored text. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** A short part of a text around one or more hits. */
export interface Passage {
  readonly pieces: readonly HighlightedText[];
  /** When its first hit is spoken, in seconds; undefined in a document. */
  readonly time: number | undefined;
  /** The number of who says it, or of its PDF (body.ts). */
  readonly speaker: number | undefined;
}

/** The length of a passage, and of its part before the first hit, in UTF-16 code units. Our choice. */
const passageLength = 170;
const leadLength = 50;

/**
 * How far after a place its first hit may begin, in UTF-16 code units: a word with other accents may be between them,
 * and the next place is at least this far (`placeDistance` in src/storage/search/places.ts).
 */
const maxReach = 200;

/** A passage with fewer of the query's words than this part of the best passage's isn't shown. Our choice. */
const minShare = 0.5;

/**
 * The passages with the most different words of the query; among equals, the earlier ones. In the order of the
 * text, and none twice.
 * @param language of the text, if words with the same stems match too
 * @param speaker the number of who says the words (speech.ts), if only their words count
 */
export function bestPassages(
  matches: readonly Match[],
  maxPassages: number,
  terms: readonly SearchTerm[],
  language?: string,
  speaker?: number,
): Passage[] {
  const read = matches.flatMap((match) => readMatch(match, terms, language, speaker) ?? []);
  const most = Math.max(0, ...read.map(({ words }) => words));
  const folded = terms.map((term) => ({ ...term, spelled: term.words.map(normalizeWord) }));
  // Words with other accents are shown if there are no others.
  const isOther = terms.some(({ spelled }, index) => `${spelled}` !== `${folded[index]?.spelled}`);
  if (most === 0 && matches.length > 0 && isOther)
    return bestPassages(matches, maxPassages, folded, language, speaker);
  const ranked = read
    .filter(({ words }) => words >= most * minShare)
    .sort((a, b) => b.words - a.words || a.position - b.position);
  const best: typeof ranked = [];
  for (const match of ranked) {
    const isNew = best.every(
      ({ position }) => Math.abs(position - match.position) >= passageLength - leadLength,
    );
    if (isNew && best.length < maxPassages) best.push(match);
  }
  return best
    .sort((a, b) => a.position - b.position)
    .map(({ pieces, time, speaker }) => ({ pieces, time, speaker }));
}

interface RankedPassage extends Passage {
  /** How many different words are marked in it. */
  readonly words: number;
  /** Where its first hit is in the stored text, about. */
  readonly position: number;
}

/** The passage of a match: the most words of the query around it. @returns undefined if its words aren't the query's */
function readMatch(
  match: Match,
  terms: readonly SearchTerm[],
  language: string | undefined,
  speaker: number | undefined,
): RankedPassage | undefined {
  const { before, after, isStart, isEnd } = match;
  const { text, words, times, offset } = decodeText(before + after, before.length);
  const isSaidBy = ([start]: Range) => {
    const said = times.findLast((time) => time.start <= start)?.speaker;
    return speaker === undefined || said === speaker || said === several;
  };
  const hits = matchWords(words, terms, language).filter(isSaidBy);
  const { group, count } = bestGroup(text, hits, offset);
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [start] = first;
  const [, lastEnd] = last;
  const from = wordStart(text, Math.max(0, start - leadLength), start);
  const to = wordEnd(text, Math.min(text.length, Math.max(lastEnd, from + passageLength)), lastEnd);
  const said = times.findLast((time) => time.start <= start);
  const cutBefore = from > 0 || !isStart ? [{ text: "… ", hit: false }] : [];
  const cutAfter = to < text.length || !isEnd ? [{ text: " …", hit: false }] : [];
  const size = (from: number, end: number) => sizeOf(text.slice(from, end));
  return {
    pieces: [...cutBefore, ...splitAtHighlights(text, hits, [from, to]), ...cutAfter],
    time: said?.seconds,
    speaker: said?.speaker,
    words: count,
    position: match.position + (start < offset ? -size(start, offset) : size(offset, start)),
  };
}

/**
 * The hits that fit into one passage with the first one at an offset or soon after it, and have the most different
 * words; of groups with as many, the shortest. None if there is no such hit: `instr` finds words that differ in their
 * accents.
 */
function bestGroup(
  text: string,
  hits: readonly Range[],
  offset: number,
): { readonly group: readonly Range[]; readonly count: number } {
  let best: { group: readonly Range[]; count: number } = { group: [], count: 0 };
  const place = hits.findIndex(([, end]) => end > offset);
  if (place < 0 || (hits[place]?.[0] ?? 0) > offset + maxReach) return best;
  const words = hits.map((hit) => normalizeWord(text.slice(...hit)));
  for (let from = 0; from <= place; from += 1) {
    const farthest = (hits[from]?.[0] ?? 0) + passageLength - leadLength;
    if (from < place && (hits[place]?.[1] ?? 0) >= farthest) continue;
    const next = hits.findIndex(([, end], index) => index > from && end >= farthest);
    const to = next < 0 ? hits.length : next;
    const count = new Set(words.slice(from, to)).size;
    if (count >= best.count) best = { group: hits.slice(from, to), count };
  }
  return best;
}

/** The start of the first whole word after an offset; the offset itself in a script without spaces. */
function wordStart(text: string, offset: number, limit: number): number {
  if (offset === 0) return 0;
  const space = /\s+/.exec(text.slice(offset, limit));
  return space === null ? characterStart(text, offset) : offset + space.index + space[0].length;
}

function wordEnd(text: string, offset: number, limit: number): number {
  if (offset >= text.length) return text.length;
  const space = text.slice(limit, offset).search(/\s+\S*$/);
  return space < 0 ? characterStart(text, offset) : limit + space;
}
