import { characterStart } from "./body.ts";
import { normalizeWord } from "./fold.ts";
import { type HighlightedText, type Range, splitAtHighlights } from "./highlights.ts";
import { type DecodedText, decodeText } from "./index-text.ts";

/** A match in a stored text, with the text around it in which the index has marked all hits. */
export interface Match {
  /** Where it begins in the stored text, from 1. */
  readonly position: number;
  /** The text before it, at most `contextLength`; then the text that begins with it. */
  readonly before: string;
  readonly after: string;
  /** Whether the text continues beyond both. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** A short part of a text around one or more hits. */
export interface Passage {
  readonly pieces: readonly HighlightedText[];
  /** When its first hit is spoken, in seconds; undefined in a document. */
  readonly time: number | undefined;
}

/** The length of a passage, and of its part before the first hit, in UTF-16 code units. Our choice. */
const passageLength = 170;
const leadLength = 50;

/** A passage with fewer of the query's words than this part of the best passage's isn't shown. Our choice. */
const minShare = 0.5;

/**
 * The passages with the most different words of the query; among equals, the earlier ones. In the order of the
 * text, and none twice.
 * @param isWanted whether a hit is marked, unless none is
 */
export function bestPassages(
  matches: readonly Match[],
  maxPassages: number,
  isWanted: (hit: string) => boolean = () => true,
): Passage[] {
  const read = matches.map((match) => ({
    ...readMatch(match, isWanted),
    position: match.position,
  }));
  const most = Math.max(0, ...read.map(({ words }) => words));
  // Without any wanted hit, all hits are shown.
  if (most === 0 && matches.length > 0) return bestPassages(matches, maxPassages);
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
  return best.sort((a, b) => a.position - b.position).map(({ pieces, time }) => ({ pieces, time }));
}

/** Decodes a match. @returns its passage, and how many different words are marked in it */
function readMatch(
  { before, after, isStart, isEnd }: Match,
  isWanted: (hit: string) => boolean,
): Passage & { words: number } {
  const context = wantedHits(decodeText(before), isWanted);
  const match = wantedHits(decodeText(after), isWanted);
  const offset = context.text.length;
  const text = context.text + match.text;
  const shifted = match.hits.map(([start, end]): Range => [start + offset, end + offset]);
  const grouped = shifted.filter(([, end]) => end - offset < passageLength - leadLength);
  const shown = grouped.length > 0 ? grouped : shifted.slice(0, 1);
  const lastEnd = shown.at(-1)?.[1] ?? offset;
  const from = wordStart(text, Math.max(0, offset - leadLength), offset);
  const to = wordEnd(text, Math.min(text.length, Math.max(lastEnd, from + passageLength)), lastEnd);
  const pieces = splitAtHighlights(text, [...context.hits, ...shifted], [from, to]);
  const start = from > 0 || !isStart ? [{ text: "… ", hit: false }] : [];
  const end = to < text.length || !isEnd ? [{ text: " …", hit: false }] : [];
  return {
    pieces: [...start, ...pieces, ...end],
    time: context.time,
    words: new Set(shown.map((hit) => normalizeWord(text.slice(...hit)))).size,
  };
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

/** A decoded text with only the hits that are wanted. */
export function wantedHits(decoded: DecodedText, isWanted: (hit: string) => boolean): DecodedText {
  return { ...decoded, hits: decoded.hits.filter((hit) => isWanted(decoded.text.slice(...hit))) };
}
