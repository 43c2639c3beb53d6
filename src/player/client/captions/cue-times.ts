/** What has a start and an end, in seconds of the film; the end is exclusive (WebVTT §3.1). */
export interface Timed {
  readonly startTime: number;
  readonly endTime: number;
}

/** Cues that can be found by time. */
export interface CueIndex<Cue extends Timed> {
  /** In order of their starts. */
  readonly cues: readonly Cue[];
  /** For each cue the latest end up to and including it: where cues overlap, ends aren't in order. */
  readonly latestEnds: readonly number[];
}

/** Makes cues that are in order of their starts, as a `TextTrack` has them, findable by time. */
export function indexCues<Cue extends Timed>(cues: readonly Cue[]): CueIndex<Cue> {
  let latest = 0;
  const latestEnds = cues.map(({ endTime }) => {
    latest = Math.max(latest, endTime);
    return latest;
  });
  return { cues, latestEnds };
}

/**
 * Finds the cues at a time by binary search, since a film of ten hours has some 20,000.
 * @returns the active cues, in order, and the time of the next change (infinite after the last one)
 */
export function findCues<Cue extends Timed>(
  { cues, latestEnds }: CueIndex<Cue>,
  time: number,
): { readonly active: Cue[]; readonly nextChange: number } {
  let from = 0;
  let to = cues.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cues[middle] as Cue).startTime <= time) from = middle + 1;
    else to = middle;
  }
  const active: Cue[] = [];
  let nextChange = cues[from]?.startTime ?? Number.POSITIVE_INFINITY;
  // As soon as all ends are in the past, no earlier cue is active.
  for (let at = from - 1; at >= 0 && (latestEnds[at] as number) > time; at -= 1) {
    const cue = cues[at] as Cue;
    if (cue.endTime <= time) continue;
    active.unshift(cue);
    nextChange = Math.min(nextChange, cue.endTime);
  }
  return { active, nextChange };
}
