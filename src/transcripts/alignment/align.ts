/** Which pieces of two texts of one film belong together, by their times alone. */
import { clocksBetween } from "./clock.ts";

interface Timed {
  startTime: number;
  endTime: number;
  /** A sound's description rather belongs to another one than to speech. */
  sound?: true;
}

/** Pieces that say the same: from an index up to, not including, another. One side may be empty. */
export interface Bead {
  first: [from: number, to: number];
  second: [from: number, to: number];
}

/** What a piece more on either side costs, in seconds of mismatch: pieces are put together only for a gain. */
const extraCueCost = 0.25;
/** What it costs more where both sides have several: they could be put together one by one. */
const manyToManyCost = 1.8;
/** What it costs to put a sound with speech. */
const soundWithSpeechCost = 0.5;
/** What a piece without a partner costs: so much, and this share of its own length. */
const unmatchedCost = 0.6;
const unmatchedShareCost = 0.45;
/** So many pieces may stand for one … */
const maxCuesPerSide = 8;
/** … and so many for several. */
const maxCuesManyToMany = 3;
/** So much less must a path cost by another clock: the plainest one that does is right. */
const minImprovement = 0.95;
/** How far the texts may be apart in pieces, either way. */
const bandWidth = 20;

const sizes: [number, number][] = [
  [1, 0],
  [0, 1],
];
for (let first = 1; first <= maxCuesPerSide; first += 1) {
  for (let second = 1; second <= maxCuesPerSide; second += 1) {
    const few = first <= maxCuesManyToMany && second <= maxCuesManyToMany;
    if (few || first === 1 || second === 1) sizes.push([first, second]);
  }
}

/**
 * Aligns two sequences, each in order of time, so that beginnings and ends agree best: the cheapest path
 * through all ways to cut both into groups of one to three, or one to eight against one (Gale and Church
 * align sentences so by their lengths). Every piece is in exactly one bead, in its order.
 *
 * Where the second text is late throughout, or runs slower, its times are taken by the first one's clock.
 *
 * Takes time in proportion to the pieces: the texts are looked at side by side within a band.
 */
export function alignByTime(first: readonly Timed[], second: readonly Timed[]): Bead[] {
  const paths = clocksBetween(first, second).map(({ scale, offset }) =>
    cheapestPath(
      first,
      second.map((piece) => ({
        ...piece,
        startTime: piece.startTime * scale + offset,
        endTime: piece.endTime * scale + offset,
      })),
    ),
  );
  return paths.reduce((best, path) => (path.cost < best.cost * minImprovement ? path : best)).beads;
}

function cheapestPath(
  first: readonly Timed[],
  second: readonly Timed[],
): { beads: Bead[]; cost: number } {
  const band = bandsOf(first, second);
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

/** For each number of pieces of the first, how many of the second may have passed: a band without gaps. */
function bandsOf(first: readonly Timed[], second: readonly Timed[]): [number, number][] {
  const passed: number[] = [];
  let count = 0;
  for (const { startTime } of first) {
    while (count < second.length && (second[count]?.startTime ?? 0) < startTime) count += 1;
    passed.push(count);
  }
  passed.push(second.length);
  const low = passed.map((number, i) => (i === 0 ? 0 : Math.max(0, number - bandWidth)));
  return passed.map((number, i) => [
    low[i] ?? 0,
    Math.max(Math.min(second.length, number + bandWidth), low[i + 1] ?? 0),
  ]);
}

/** How badly groups fit, in seconds: how far their beginnings and ends are apart, and how many they are. */
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
    const apart =
      Math.abs(from.startTime - otherFrom.startTime) + Math.abs(to.endTime - otherTo.endTime);
    const unlike =
      from.sound === otherFrom.sound && to.sound === otherTo.sound ? 0 : soundWithSpeechCost;
    return apart + unlike + extraCueCost * (p + q - 2) + manyToManyCost * (Math.min(p, q) - 1);
  }
  const alone = p > 0 ? from : otherFrom;
  return (
    unmatchedCost +
    unmatchedShareCost * Math.max(0, (alone?.endTime ?? 0) - (alone?.startTime ?? 0))
  );
}
