/** Finds the offset and speed between the times of two texts of one film: a copy may start later or run slower. */

interface Started {
  readonly startTime: number;
}

/** Converts a time of the second text to one of the first: `time * scale + offset`, in seconds. */
export interface Clock {
  readonly scale: number;
  readonly offset: number;
}

/** No conversion, which is right for nearly every pair. */
export const sameClock: Clock = { scale: 1, offset: 0 };

/**
 * The ratios between the usual frame rates: 24 per second in cinema, 25 and 23.976 (24000/1001) in television.
 * The others, chosen in steps of half a percent, are for short films; the drift of a long film is measured.
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
/** The largest offset between two copies, in seconds: enough for a leader, a logo or an advertisement. */
const maxOffset = 30;
/** The width of a bin of the offset histogram, in seconds. */
const binWidth = 0.2;
/**
 * Starts that are further apart, in seconds, count at most one for a bin together: a start counts one for its own bin and
 * less for the next two. A clock is at most a tenth faster.
 */
const separateStarts = (2 * binWidth) / 0.9;
/** Another clock must match this many times as many starts as the unchanged one. */
const minGain = 1.25;
/** How many of the frame rate ratios are tried in a full alignment. */
const maxCandidates = 3;
/** How many cues are compared with each one, which bounds the time if thousands start at once. */
const maxPairsPerCue = 60;

/**
 * The clocks by which many cues of both texts start together, to be tried in turn: the unchanged clock first,
 * and alone if no other is clearly better. The time is proportional to the number of cues.
 * @param firstCues in order of time
 * @param secondCues in order of time
 */
export function clocksBetween(
  firstCues: readonly Started[],
  secondCues: readonly Started[],
): Clock[] {
  const [first, second] = [startsOf(firstCues), startsOf(secondCues)];
  const minCount = offsetHistogram(first, second, 1).at(0) * minGain;
  // Most translations have the original's times: no other clock can match that many more starts.
  const maxCount = Math.min(
    first.length * mostStartsWithin(second, separateStarts),
    second.length * mostStartsWithin(first, separateStarts),
  );
  if (minCount >= maxCount) return [sameClock];
  const clockAt = (scale: number) => ({ scale, ...offsetHistogram(first, second, scale) });
  const frameRateClocks = frameRateRatios.map(clockAt).sort((a, b) => b.count - a.count);
  const candidates = [
    clockAt(1),
    ...frameRateClocks.slice(0, maxCandidates),
    ...estimateDrift(first, second).map(clockAt),
  ];
  const others = candidates
    .filter(({ count }) => count > minCount)
    .map(({ scale, peak }) => ({ scale, offset: peak }));
  return [sameClock, ...others];
}

/**
 * Measures any other drift: how the offset grows from one part of the film to the next. The median of all
 * slopes (the Theil–Sen estimator) tolerates parts whose offset was misjudged.
 * @returns a scale to try, or none if the film has too few cues
 */
function estimateDrift(first: Float64Array, second: Float64Array): number[] {
  const length = Math.max(minPartLength, Math.ceil(first.length / maxParts));
  const parts: { time: number; offset: number }[] = [];
  for (let from = 0; from + length <= first.length; from += Math.ceil(length / 2)) {
    const part = first.subarray(from, from + length);
    const [begin, end] = [startOf(part, 0), startOf(part, part.length - 1)];
    const nearby = second.subarray(
      countUntil(second, (startTime) => startTime > begin - maxOffset),
      countUntil(second, (startTime) => startTime >= end + maxOffset),
    );
    parts.push({ time: (begin + end) / 2, offset: offsetHistogram(part, nearby, 1).peak });
  }
  const slopes = parts.flatMap((one, index) =>
    parts
      .slice(index + 1)
      .filter(({ time }) => time > one.time)
      .map((other) => (other.offset - one.offset) / (other.time - one.time)),
  );
  slopes.sort((a, b) => a - b);
  const slope = slopes[Math.floor(slopes.length / 2)];
  // A difference in speed above 10% is a chance match, not a real drift.
  return slope === undefined || Math.abs(slope) > 0.1 ? [] : [1 / (1 - slope)];
}

/**
 * The fewest cues from which an offset can be measured, and the most parts that a film is divided into,
 * not counting those that overlap them by half.
 */
const minPartLength = 16;
const maxParts = 40;

/** How many starts there are at most within some seconds. */
function mostStartsWithin(starts: Float64Array, seconds: number): number {
  let most = 0;
  let from = 0;
  for (let to = 0; to < starts.length; to += 1) {
    while (startOf(starts, to) - startOf(starts, from) > seconds) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** How many starts there are before the first one for which a condition holds; it holds for all after it. */
function countUntil(starts: Float64Array, holds: (startTime: number) => boolean): number {
  let [from, to] = [0, starts.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(startOf(starts, middle))) to = middle;
    else from = middle + 1;
  }
  return from;
}

function startsOf(cues: readonly Started[]): Float64Array {
  return Float64Array.from(cues, ({ startTime }) => startTime);
}

/** Counts the cues that start together at each offset: the best offset, its count, and the count at any other. */
function offsetHistogram(first: Float64Array, second: Float64Array, scale: number) {
  const middle = Math.ceil(maxOffset / binWidth);
  const bins = new Float64Array(2 * middle + 3);
  const scaled = scale === 1 ? second : second.map((startTime) => startTime * scale);
  let from = 0;
  for (let i = 0; i < first.length; i += 1) {
    const startTime = first[i] as number;
    while (from < scaled.length && (scaled[from] as number) < startTime - maxOffset) from += 1;
    const end = Math.min(scaled.length, from + maxPairsPerCue);
    for (let j = from; j < end; j += 1) {
      const position = (startTime - (scaled[j] as number)) / binWidth + middle;
      if (position < 0) break;
      const bin = Math.floor(position);
      const share = position - bin;
      // Divide each count between the two nearest bins, so that the bins' edges don't matter.
      bins[bin] = (bins[bin] as number) + 1 - share;
      bins[bin + 1] = (bins[bin + 1] as number) + share;
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

const startOf = (starts: Float64Array, index: number) => starts[index] ?? 0;
