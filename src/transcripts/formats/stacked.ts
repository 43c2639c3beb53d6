/** Captions in two languages at once, one above the other. */
import type { TimedText } from "../../captions/cue.ts";
import { type Pair, type PairedText, pairsOf } from "../alignment/pairs.ts";
import type { SpokenText, TranscriptSource } from "./format.ts";
import { escapeMarkup } from "./markup.ts";

/**
 * A pair's cues. Where one text has more cues than the other, its cues stay as short as they are, and
 * what the other says stays on the screen with each of them.
 */
export function stackedCues(source: TranscriptSource, secondary: SpokenText): TimedText[] {
  return pairsOf(source, secondary).flatMap((pair) =>
    cutFinely(pair).map(({ startTime, endTime, first, second }) => ({
      startTime,
      endTime,
      text: [...lines(first, source.language), ...lines(second, secondary.language)].join("\n"),
    })),
  );
}

function cutFinely(pair: Pair): Pair[] {
  const { first, second } = pair;
  const [finer, coarser] = first.length >= second.length ? [first, second] : [second, first];
  if (finer.length < 2) return [pair];
  const companions: Set<PairedText>[] = finer.map(() => new Set());
  for (const piece of finer)
    companions[finer.indexOf(piece)]?.add(nearest(piece, coarser) ?? piece);
  for (const piece of coarser) {
    const shown = companions.some((set) => set.has(piece));
    const partner = nearest(piece, finer);
    if (!shown && partner !== undefined) companions[finer.indexOf(partner)]?.add(piece);
  }
  return finer.map((piece, index) => {
    const others = coarser.filter((other) => companions[index]?.has(other));
    const sides =
      finer === first ? { first: [piece], second: others } : { first: others, second: [piece] };
    return { startTime: piece.startTime, endTime: piece.endTime, ...sides };
  });
}

/** The piece that shares most time with another. */
function nearest(piece: PairedText, others: readonly PairedText[]): PairedText | undefined {
  const shared = (other: PairedText) =>
    Math.min(piece.endTime, other.endTime) - Math.max(piece.startTime, other.startTime);
  return others.reduce<PairedText | undefined>(
    (best, other) => (best === undefined || shared(other) > shared(best) ? other : best),
    undefined,
  );
}

/** A piece a line, in its speaker's voice and marked with its language. */
function lines(pieces: readonly PairedText[], language: string): string[] {
  return pieces.map(({ text, paragraph: { speaker } }) => {
    const words = `<lang ${annotation(language)}>${escapeMarkup(text)}</lang>`;
    return speaker === undefined ? words : `<v ${annotation(speaker)}>${words}</v>`;
  });
}

/** A name as it may stand in a tag: a tag ends at the first `>`, and a line at its end. */
const annotation = (name: string) => escapeMarkup(name.replace(/\s+/g, " "));
