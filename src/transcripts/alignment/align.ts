/** Aligns two texts of one film by their times alone. */
import { clocksBetween } from "./clock.ts";

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

const sizes: [number, number][] = [
  [1, 0],
  [0, 1],
];
for (let first = 1; first <= maxCuesPerSide; first += 1) {
  for (let second = 1; second <= maxCuesPerSide; second += 1) {
    const isManyToMany = first <= maxCuesManyToMany && second <= maxCuesManyToMany;
    if (isManyToMany || first === 1 || second === 1) sizes.push([first, second]);
  }
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
  const paths = clocksBetween(first, second).map(({ scale, offset }) =>
    cheapestPath(
      first,
      second.map((cue) => ({
        ...cue,
        startTime: cue.startTime * scale + offset,
        endTime: cue.endTime * scale + offset,
      })),
    ),
  );
  return paths.reduce((best, path) => (path.cost < best.cost * minImprovement ? path : best)).beads;
}

function cheapestPath(
  first: readonly Timed[],
  second: readonly Timed[],
): { beads: Bead[]; cost: number } {
  const band = findBands(first, second);
  const costs = band.map(([low, high]) => new Float64Array(high - low + 1).fill(Infinity));
  const steps = band.map(([low, high]) => new Uint8Array(high - low + 1));
  const costAt = (i: number, j: number) => costs[i]?.[j - (band[i]?.[0] ?? 0)] ?? Infinity;

  band.forEach(([low, high], i) => {
    for (let j = low; j <= high; j += 1) {
      if (i === 0 && j === 0) {
        (costs[0] as Float64Array)[0] = 0;
        continue;
      }
      let best = Infinity;
      let step = 0;
      for (const [index, [p, q]] of sizes.entries()) {
        if (p > i || q > j) continue;
        const before = costAt(i - p, j - q);
        if (before >= best) continue;
        const cost = before + beadCost(first, i - p, p, second, j - q, q);
        if (cost < best) {
          best = cost;
          step = index;
        }
      }
      (costs[i] as Float64Array)[j - low] = best;
      (steps[i] as Uint8Array)[j - low] = step;
    }
  });

  const beads: Bead[] = [];
  for (let i = first.length, j = second.length; i > 0 || j > 0; ) {
    const [p, q] = sizes[steps[i]?.[j - (band[i]?.[0] ?? 0)] ?? 0] as [number, number];
    beads.push({ first: [i - p, i], second: [j - q, j] });
    i -= p;
    j -= q;
  }
  return { beads: beads.reverse(), cost: costAt(first.length, second.length) };
}

/** For each number of cues of the first text, the range of cues of the second to consider; without gaps. */
function findBands(first: readonly Timed[], second: readonly Timed[]): [number, number][] {
  const startedBefore: number[] = [];
  let count = 0;
  for (const { startTime } of first) {
    while (count < second.length && (second[count]?.startTime ?? 0) < startTime) count += 1;
    startedBefore.push(count);
  }
  startedBefore.push(second.length);
  const low = startedBefore.map((number, i) => (i === 0 ? 0 : Math.max(0, number - bandWidth)));
  return startedBefore.map((number, i) => [
    low[i] ?? 0,
    Math.max(Math.min(second.length, number + bandWidth), low[i + 1] ?? 0),
  ]);
}

/** The cost of a bead in seconds: how far the starts and ends are apart, and a penalty for its size. */
function beadCost(
  first: readonly Timed[],
  i: number,
  p: number,
  second: readonly Timed[],
  j: number,
  q: number,
): number {
  const [from, to] = [first[i], first[i + p - 1]];
  const [otherFrom, otherTo] = [second[j], second[j + q - 1]];
  if (p > 0 && q > 0 && from && to && otherFrom && otherTo) {
    const distance =
      Math.abs(from.startTime - otherFrom.startTime) + Math.abs(to.endTime - otherTo.endTime);
    const soundMismatch =
      from.sound === otherFrom.sound && to.sound === otherTo.sound ? 0 : soundWithSpeechCost;
    return (
      distance + soundMismatch + extraCueCost * (p + q - 2) + manyToManyCost * (Math.min(p, q) - 1)
    );
  }
  const unmatched = p > 0 ? from : otherFrom;
  return (
    unmatchedCost +
    unmatchedShareCost * Math.max(0, (unmatched?.endTime ?? 0) - (unmatched?.startTime ?? 0))
  );
}
