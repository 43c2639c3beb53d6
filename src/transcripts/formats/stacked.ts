/** Captions in two languages at once, one below the other. */
import type { TimedText } from "../../captions/cue.ts";
import { type Pair, type PairedSegment, pairsOf } from "../alignment/pairs.ts";
import type { SpokenText, TranscriptSource } from "./format.ts";
import { escapeMarkup } from "./markup.ts";

/**
 * The cues of a pair. If one text has more cues than the other, they stay separate, and the other text's cue
 * is shown with each of them.
 */
export function stackedCues(source: TranscriptSource, secondary: SpokenText): TimedText[] {
  return pairsOf(source, secondary).flatMap((pair) =>
    splitByFinerSide(pair).map(({ startTime, endTime, first, second }) => ({
      startTime,
      endTime,
      text: [...lines(first, source.language), ...lines(second, secondary.language)].join("\n"),
    })),
  );
}

function splitByFinerSide(pair: Pair): Pair[] {
  const { first, second } = pair;
  const [finer, coarser] = first.length >= second.length ? [first, second] : [second, first];
  if (finer.length < 2) return [pair];
  const companions: Set<PairedSegment>[] = finer.map(() => new Set());
  for (const segment of finer)
    companions[finer.indexOf(segment)]?.add(findLongestOverlap(segment, coarser) ?? segment);
  for (const segment of coarser) {
    const isIncluded = companions.some((set) => set.has(segment));
    const partner = findLongestOverlap(segment, finer);
    if (!isIncluded && partner !== undefined) companions[finer.indexOf(partner)]?.add(segment);
  }
  return finer.map((segment, index) => {
    const others = coarser.filter((other) => companions[index]?.has(other));
    const sides =
      finer === first ? { first: [segment], second: others } : { first: others, second: [segment] };
    return { startTime: segment.startTime, endTime: segment.endTime, ...sides };
  });
}

/** The segment that overlaps another one for the longest time. */
function findLongestOverlap(
  segment: PairedSegment,
  others: readonly PairedSegment[],
): PairedSegment | undefined {
  const overlap = (other: PairedSegment) =>
    Math.min(segment.endTime, other.endTime) - Math.max(segment.startTime, other.startTime);
  return others.reduce<PairedSegment | undefined>(
    (best, other) => (best === undefined || overlap(other) > overlap(best) ? other : best),
    undefined,
  );
}

/** The segments on a line each, with tags for speaker and language. */
function lines(segments: readonly PairedSegment[], language: string): string[] {
  return segments.map(({ text, paragraph: { speaker } }) => {
    const words = `<lang ${escapeAnnotation(language)}>${escapeMarkup(text)}</lang>`;
    return speaker === undefined ? words : `<v ${escapeAnnotation(speaker)}>${words}</v>`;
  });
}

/** Escapes a name for the annotation of a WebVTT tag, which ends at the first `>` or line break. */
const escapeAnnotation = (name: string) => escapeMarkup(name.replace(/\s+/g, " "));
