/** Whether two texts of one film were timed by the same clock: a copy may start later, or run slower. */

interface Begun {
  readonly startTime: number;
}

/** What makes a time of the second text one of the first: `time * scale + offset`, in seconds. */
export interface Clock {
  readonly scale: number;
  readonly offset: number;
}

/** What nearly every pair has. */
export const sameClock: Clock = { scale: 1, offset: 0 };

/**
 * How much longer a film takes at another rate of pictures: cinema's 24 a second, television's 25 and 23.976.
 * Between these, copies of one film are made. The others are for short films; the drift of a long one shows
 * by itself.
 */
const frameRateRatios = [
  1,
  25 / 24,
  24 / 25,
  1001 / 1000,
  1000 / 1001,
  25_025 / 24_000,
  24_000 / 25_025,
].concat([0.97, 0.975, 0.98, 0.985, 0.99, 0.995, 1.005, 1.01, 1.015, 1.02, 1.025, 1.03]);
/** How far two copies may begin apart, in seconds: a leader, a logo, an advertisement. */
const maxOffset = 30;
/** Pieces begin together if they begin within so many seconds … */
const binWidth = 0.2;
/** … and so many more of them must than without a change of clocks, before one is believed. */
const minGain = 1.25;
/** So many of the scales are tried in earnest. */
const maxCandidates = 3;
/** How many pieces are looked at about each one: of thousands at one moment, not all. */
const maxPairsPerCue = 60;

/**
 * The clocks by which many pieces of both texts begin together, to be tried one after another: the plainest
 * first, and alone where no other is clearly better. Takes time in proportion to the pieces.
 * @param first in order of time
 * @param second in order of time
 */
export function clocksBetween(first: readonly Begun[], second: readonly Begun[]): Clock[] {
  const least = agreement(first, second, 1).at(0) * minGain;
  const clockAt = (scale: number) => ({ scale, ...agreement(first, second, scale) });
  const known = frameRateRatios.map(clockAt).sort((a, b) => b.count - a.count);
  const tried = [
    clockAt(1),
    ...known.slice(0, maxCandidates),
    ...driftOf(first, second).map(clockAt),
  ];
  const others = tried
    .filter(({ count }) => count > least)
    .map(({ scale, peak }) => ({ scale, offset: peak }));
  return [sameClock, ...others];
}

/**
 * Any other drift: how the offset grows from one part of the film to the next. The median of all slopes
 * (Theil and Sen) doesn't mind parts whose offset was taken for another.
 * @returns a scale to try, or none where the film has too few pieces
 */
function driftOf(first: readonly Begun[], second: readonly Begun[]): number[] {
  const length = Math.max(minPartLength, Math.ceil(first.length / maxParts));
  const parts: { time: number; offset: number }[] = [];
  for (let from = 0; from + length <= first.length; from += Math.ceil(length / 2)) {
    const part = first.slice(from, from + length);
    const [begin, end] = [startOf(part, 0), startOf(part, part.length - 1)];
    const near = second.filter(
      ({ startTime }) => startTime > begin - maxOffset && startTime < end + maxOffset,
    );
    parts.push({ time: (begin + end) / 2, offset: agreement(part, near, 1).peak });
  }
  const slopes = parts.flatMap((one, index) =>
    parts
      .slice(index + 1)
      .filter(({ time }) => time > one.time)
      .map((other) => (other.offset - one.offset) / (other.time - one.time)),
  );
  slopes.sort((a, b) => a - b);
  const slope = slopes[Math.floor(slopes.length / 2)];
  // Both clocks run forward, and nearly as fast: what says otherwise is chance.
  return slope === undefined || Math.abs(slope) > 0.1 ? [] : [1 / (1 - slope)];
}

/** How many pieces several of which tell an offset, and how many parts a film is looked at in. */
const minPartLength = 16;
const maxParts = 40;

/** How many pieces begin together, for each offset: where most do, and how many at one. */
function agreement(first: readonly Begun[], second: readonly Begun[], scale: number) {
  const middle = Math.ceil(maxOffset / binWidth);
  const bins = new Float64Array(2 * middle + 3);
  let from = 0;
  for (const { startTime } of first) {
    while (from < second.length && startOf(second, from) * scale < startTime - maxOffset) from += 1;
    for (let j = from; j < Math.min(second.length, from + maxPairsPerCue); j += 1) {
      const place = (startTime - startOf(second, j) * scale) / binWidth + middle;
      if (place < 0) break;
      const bin = Math.floor(place);
      // Shared by the bins on both sides, so that nothing hangs on where one ends.
      bins[bin] = (bins[bin] ?? 0) + 1 - (place - bin);
      bins[bin + 1] = (bins[bin + 1] ?? 0) + (place - bin);
    }
  }
  const countAt = (bin: number) =>
    (bins[bin] ?? 0) + ((bins[bin - 1] ?? 0) + (bins[bin + 1] ?? 0)) / 2;
  let best = middle;
  for (let bin = 0; bin < bins.length; bin += 1) if (countAt(bin) > countAt(best)) best = bin;
  return {
    peak: (best - middle) * binWidth,
    count: countAt(best),
    at: (offset: number) => countAt(Math.round(offset / binWidth) + middle),
  };
}

const startOf = (pieces: readonly Begun[], index: number) => pieces[index]?.startTime ?? 0;
