/** Finds which cues of two versions of a track are the same, although texts or times were changed. */
import type { TrackCue } from "./track.ts";

/**
 * Matches two versions: first by texts that only one cue has, then, between those, by equal neighbours, times, starts
 * and the longest overlap. Takes n log n time.
 * @returns for each cue of the second version the index of its cue in the first, or undefined for a new one
 */
export function matchCues(
  first: readonly TrackCue[],
  second: readonly TrackCue[],
): (number | undefined)[] {
  const matches = new Array<number | undefined>(second.length).fill(undefined);
  const pairs = pairUniqueTexts(first, second);
  for (const [at, other] of pairs) matches[other] = at;
  const matched = new Set(pairs.map(([at]) => at));
  let [fromFirst, fromSecond] = [0, 0];
  for (const [at, other] of [...longestIncreasing(pairs), [first.length, second.length] as const]) {
    const free = new Set<number>();
    for (let index = fromFirst; index < at; index += 1) if (!matched.has(index)) free.add(index);
    matchGap(first, second, free, [fromSecond, other], matches);
    [fromFirst, fromSecond] = [at + 1, other + 1];
  }
  return matches;
}

/** Pairs of cues whose text stands once in each version, in the order of the first; a cue may have been moved. */
function pairUniqueTexts(
  first: readonly TrackCue[],
  second: readonly TrackCue[],
): (readonly [number, number])[] {
  const places = uniqueTexts(first);
  const others = uniqueTexts(second);
  const pairs = [...places].flatMap(([text, at]) => {
    const other = others.get(text);
    return other === undefined ? [] : [[at, other] as const];
  });
  return pairs.sort((a, b) => a[0] - b[0]);
}

function uniqueTexts(cues: readonly TrackCue[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, { text }] of cues.entries()) {
    if (places.has(text)) repeated.add(text);
    places.set(text, index);
  }
  for (const text of repeated) places.delete(text);
  return places;
}

/** The longest increasing subsequence by the second number (patience sorting). */
function longestIncreasing(
  pairs: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const tops: number[] = []; // For each length, the index of the pair that ends it lowest.
  const previous: (number | undefined)[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? undefined : tops[low - 1];
    tops[low] = index;
  }
  const found: (readonly [number, number])[] = [];
  for (let at = tops.at(-1); at !== undefined; at = previous[at]) {
    const pair = pairs[at];
    if (pair !== undefined) found.push(pair);
  }
  return found.reverse();
}

type Range = readonly [from: number, to: number];

/**
 * Matches what is between two pairs, each test in turn for what the one before left.
 * @param free the cues of the first version that aren't matched yet
 */
function matchGap(
  first: readonly TrackCue[],
  second: readonly TrackCue[],
  free: Set<number>,
  [otherFrom, otherTo]: Range,
  matches: (number | undefined)[],
): void {
  const pair = (index: number, other: number) => {
    matches[other] = index;
    free.delete(index);
  };
  const matchByKey = (keyOf: (cue: TrackCue) => string) => {
    const byKey = new Map<string, number[]>();
    for (const index of free) {
      const cue = first[index];
      if (cue === undefined) continue;
      const list = byKey.get(keyOf(cue)) ?? [];
      list.push(index);
      byKey.set(keyOf(cue), list);
    }
    for (let other = otherFrom; other < otherTo; other += 1) {
      const cue = second[other];
      if (cue === undefined || matches[other] !== undefined) continue;
      const index = byKey.get(keyOf(cue))?.shift();
      if (index !== undefined) pair(index, other);
    }
  };
  matchByKey(({ startTime, endTime, text }) => `${startTime} ${endTime} ${text}`);
  matchByKey(({ startTime, endTime }) => `${startTime} ${endTime}`);
  matchByKey(({ startTime }) => `${startTime}`);
  matchByKey(({ endTime }) => `${endTime}`);
  matchByOverlap(first, second, free, [otherFrom, otherTo], matches, pair);
}

/** The last cues: each with the free one that it is shown together with for the longest time, or, if as many are left, in order. */
function matchByOverlap(
  first: readonly TrackCue[],
  second: readonly TrackCue[],
  free: Set<number>,
  [from, to]: Range,
  matches: readonly (number | undefined)[],
  pair: (index: number, other: number) => void,
): void {
  const left: number[] = [];
  for (let other = from; other < to; other += 1) if (matches[other] === undefined) left.push(other);
  if (left.length === free.size) {
    for (const [index, at] of [...free].entries()) pair(at, left[index] ?? 0);
    return;
  }
  // Both are nearly in order of time: only the next few can overlap, which bounds the work.
  const maxTries = 8;
  for (const other of left) {
    const cue = second[other];
    if (cue === undefined) continue;
    let best: number | undefined;
    let longest = 0;
    let tries = 0;
    for (const index of free) {
      const one = first[index];
      if (one === undefined || one.endTime <= cue.startTime) continue;
      if (one.startTime >= cue.endTime || tries === maxTries) break;
      tries += 1;
      const overlap = Math.min(one.endTime, cue.endTime) - Math.max(one.startTime, cue.startTime);
      if (overlap > longest) [best, longest] = [index, overlap];
    }
    if (best !== undefined) pair(best, other);
  }
}
