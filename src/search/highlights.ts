/** A part of a text, and whether it matches the query. */
export interface HighlightedText {
  readonly text: string;
  readonly hit: boolean;
}

/** A range of a text in UTF-16 code units, without its end. */
export type Range = readonly [start: number, end: number];

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
