/**
 * The optimal string alignment distance: how many letters have to be inserted, deleted, replaced or
 * swapped with the next one to turn one word into the other.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(last, j - 1) + (same ? 0 : 1),
          at(last, j) + 1,
          at(row, j - 1) + 1,
          swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/**
 * The candidate that was probably meant: at most a third of its letters differ.
 * @returns undefined if none is similar
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined; // a pasted paragraph isn't a typing mistake
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    // One letter of two is half of the word: every tag would be similar to every other.
    const maxDistance = candidate.length < 3 ? 0 : Math.max(1, Math.floor(candidate.length / 3));
    const other = candidate.toLowerCase();
    // Each letter more or less is one difference: most candidates need no comparison.
    if (Math.abs(lower.length - other.length) > Math.min(maxDistance, least)) continue;
    const distance = editDistance(lower, other);
    if (distance < least && distance <= maxDistance) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
