/** Aligns two texts of one film by their times alone. */
import { type Clock, clocksBetween, sameClock } from "./clock.ts";

interface Timed {
  readonly startTime: number;
  readonly endTime: number;
  /** Set for a sound description, which is preferably aligned with another sound description. */
  readonly sound?: true;
}

/**
 * A group of cues of one text and the group of the other that it corresponds to; one side may be empty.
 * "Bead" is the term of Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).
 * Each range excludes its end.
 */
export interface Bead {
  readonly first: readonly [from: number, to: number];
  readonly second: readonly [from: number, to: number];
}

/** The cost of each additional cue on either side, in seconds of mismatch, so that cues are grouped only for a gain. */
const extraCueCost = 0.25;
/** The additional cost if both sides have several cues, since these could be aligned one by one. */
const manyToManyCost = 1.8;
/** The cost of aligning a sound description with speech. */
const soundWithSpeechCost = 0.5;
/** The cost of a cue without a counterpart: a fixed part, and a share of its duration. */
const unmatchedCost = 0.6;
const unmatchedShareCost = 0.45;
/** The most cues that may correspond to one. */
const maxCuesPerSide = 8;
/** The most cues on each side if both sides have several. */
const maxCuesManyToMany = 3;
/** Another clock is chosen only if it reduces the cost to less than this share. */
const minImprovement = 0.95;
/** How far the alignment may deviate from the position that the times suggest, in cues. */
const bandWidth = 20;

/** How many cues of each text a bead may have, and what its size alone costs. */
interface BeadSize {
  readonly first: number;
  readonly second: number;
  readonly extraCost: number;
  readonly manyCost: number;
}

const sizes: BeadSize[] = [sizeOf(1, 0), sizeOf(0, 1)];
/** The index of a cue of the second text alone. */
const unmatchedSecond = 1;
for (let first = 1; first <= maxCuesPerSide; first += 1) {
  for (let second = 1; second <= maxCuesPerSide; second += 1) {
    const isManyToMany = first <= maxCuesManyToMany && second <= maxCuesManyToMany;
    if (isManyToMany || first === 1 || second === 1) sizes.push(sizeOf(first, second));
  }
}

function sizeOf(first: number, second: number): BeadSize {
  return {
    first,
    second,
    extraCost: extraCueCost * (first + second - 2),
    manyCost: manyToManyCost * (Math.min(first, second) - 1),
  };
}

/** Cues as columns of numbers: the search for the cheapest path reads them some hundred times. */
interface Columns {
  readonly length: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly sounds: Uint8Array;
  /** What each costs without a counterpart. */
  readonly unmatchedCosts: Float64Array;
}

function toColumns(cues: readonly Timed[], { scale, offset }: Clock): Columns {
  const starts = Float64Array.from(cues, ({ startTime }) => startTime * scale + offset);
  const ends = Float64Array.from(cues, ({ endTime }) => endTime * scale + offset);
  return {
    length: cues.length,
    starts,
    ends,
    sounds: Uint8Array.from(cues, ({ sound }) => (sound === true ? 1 : 0)),
    unmatchedCosts: starts.map(
      (start, index) =>
        unmatchedCost + unmatchedShareCost * Math.max(0, (ends[index] ?? 0) - start),
    ),
  };
}

/**
 * Aligns two sequences, each in order of time, so that starts and ends match best: the cheapest path through
 * all ways to divide both into groups of one to three, or one to eight against one (Gale and Church align
 * sentences in this way by their lengths). Every cue is in exactly one bead, in order.
 *
 * If the second text is late throughout, or runs slower, its times are converted to the first one's clock.
 *
 * The time is proportional to the number of cues, since only a band around the diagonal is searched.
 */
export function alignByTime(first: readonly Timed[], second: readonly Timed[]): Bead[] {
  const columns = toColumns(first, sameClock);
  const paths = clocksBetween(first, second).map((clock) =>
    cheapestPath(columns, toColumns(second, clock)),
  );
  return paths.reduce((best, path) => (path.cost < best.cost * minImprovement ? path : best)).beads;
}

function cheapestPath(first: Columns, second: Columns): { beads: Bead[]; cost: number } {
  const { lows, highs } = findBands(first, second);
  // The rows of all bands one after the other: where the position (i, 0) of row i would be.
  const origins = new Int32Array(lows.length);
  let length = 0;
  for (const [i, low] of lows.entries()) {
    origins[i] = length - low;
    length += numberAt(highs, i) - low + 1;
  }
  const table: Table = {
    ...{ lows, highs, origins },
    costs: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    steps: new Uint8Array(length),
  };
  table.costs[0] = 0;
  for (let i = 0; i < lows.length; i += 1) {
    for (const [index, size] of sizes.entries()) {
      if (size.first > 0 && size.first <= i) tryBeads(table, i, index, size, first, second);
    }
    tryUnmatched(table, i, second);
  }

  const indexOf = (i: number, j: number) => numberAt(origins, i) + j;
  const beads: Bead[] = [];
  for (let i = first.length, j = second.length; i > 0 || j > 0; ) {
    const size = sizes[table.steps[indexOf(i, j)] ?? 0] as BeadSize;
    beads.push({ first: [i - size.first, i], second: [j - size.second, j] });
    i -= size.first;
    j -= size.second;
  }
  const cost = table.costs[indexOf(first.length, second.length)] ?? Number.POSITIVE_INFINITY;
  return { beads: beads.reverse(), cost };
}

/** The cheapest cost to reach each pair of positions within the bands, and the size of the last bead. */
interface Table {
  readonly lows: Int32Array;
  readonly highs: Int32Array;
  /** Where the position (i, 0) of a row would be in `costs` and `steps`. */
  readonly origins: Int32Array;
  readonly costs: Float64Array;
  readonly steps: Uint8Array;
}

/** Ends each position of a row with a bead of one size, where that is cheaper. */
function tryBeads(
  { lows, highs, origins, costs, steps }: Table,
  i: number,
  sizeIndex: number,
  { first: count, second: otherCount, extraCost, manyCost }: BeadSize,
  first: Columns,
  second: Columns,
): void {
  const from = i - count;
  const start = first.starts[from] as number;
  const end = first.ends[i - 1] as number;
  const startSound = first.sounds[from];
  const endSound = first.sounds[i - 1];
  const unmatched = first.unmatchedCosts[from] as number;
  const { starts, ends, sounds } = second;
  const origin = numberAt(origins, i);
  const originBefore = numberAt(origins, from) - otherCount;
  const low = Math.max(numberAt(lows, i), numberAt(lows, from) + otherCount);
  const high = Math.min(numberAt(highs, i), numberAt(highs, from) + otherCount);
  for (let j = low; j <= high; j += 1) {
    const before = costs[originBefore + j] as number;
    const best = costs[origin + j] as number;
    let cost: number;
    if (otherCount === 0) cost = before + unmatched;
    else {
      // Times can only add to the cost of the size.
      if (before + extraCost + manyCost >= best) continue;
      const otherFrom = j - otherCount;
      const distance =
        Math.abs(start - (starts[otherFrom] as number)) + Math.abs(end - (ends[j - 1] as number));
      const isSameSound = startSound === sounds[otherFrom] && endSound === sounds[j - 1];
      cost = before + (distance + (isSameSound ? 0 : soundWithSpeechCost) + extraCost + manyCost);
    }
    if (cost < best) {
      costs[origin + j] = cost;
      steps[origin + j] = sizeIndex;
    }
  }
}

/**
 * Ends each position of a row with a cue of the second text that has no counterpart, where that is cheaper. Last, because
 * it follows from the final cost of the position before in the same row; among sizes that cost the same, the first counts.
 */
function tryUnmatched(
  { lows, highs, origins, costs, steps }: Table,
  i: number,
  second: Columns,
): void {
  const origin = numberAt(origins, i);
  for (let j = numberAt(lows, i) + 1; j <= numberAt(highs, i); j += 1) {
    const cost = (costs[origin + j - 1] as number) + (second.unmatchedCosts[j - 1] as number);
    const best = costs[origin + j] as number;
    const isFirstOfEqual = cost === best && (steps[origin + j] as number) > unmatchedSecond;
    if (cost < best || isFirstOfEqual) {
      costs[origin + j] = cost;
      steps[origin + j] = unmatchedSecond;
    }
  }
}

/** For each number of cues of the first text, the range of cues of the second to consider; without gaps. */
function findBands(first: Columns, second: Columns): { lows: Int32Array; highs: Int32Array } {
  const startedBefore = new Int32Array(first.length + 1);
  let count = 0;
  for (const [i, start] of first.starts.entries()) {
    while (count < second.length && (second.starts[count] as number) < start) count += 1;
    startedBefore[i] = count;
  }
  startedBefore[first.length] = second.length;
  const lows = startedBefore.map((number, i) => (i === 0 ? 0 : Math.max(0, number - bandWidth)));
  const highs = startedBefore.map((number, i) =>
    Math.max(Math.min(second.length, number + bandWidth), lows[i + 1] ?? 0),
  );
  return { lows, highs };
}

function numberAt(column: Int32Array, index: number): number {
  return column[index] as number;
}
