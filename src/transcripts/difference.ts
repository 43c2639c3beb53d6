import { diffArrays } from "diff";

/** A range in which two lists differ: from an index up to, not including, another. One side may be empty. */
export interface Difference {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** With more edits than this, everything between the first and the last is one difference: the time grows with the square of the edits. Our choice. */
const maxEdits = 800;

/** The shortest edit script from one list of words to another, as the ranges that differ, in order. */
export function diffWords(before: readonly string[], after: readonly string[]): Difference[] {
  // Trimmed first: of two texts that differ too much, the equal beginning and end are left out.
  const start = countEqual(before, after, (index) => index);
  const rest = { before: before.slice(start), after: after.slice(start) };
  const end = countEqual(rest.before, rest.after, (index, length) => length - 1 - index);
  const old = rest.before.slice(0, rest.before.length - end);
  const current = rest.after.slice(0, rest.after.length - end);
  if (old.length === 0 && current.length === 0) return [];
  const changes = diffArrays(old, current, { maxEditLength: maxEdits });
  if (changes === undefined) {
    return [{ before: [start, start + old.length], after: [start, start + current.length] }];
  }
  return differencesOf(changes, start);
}

/** How many words are equal, counted from one end. @param indexOf the index of the nth word from that end */
function countEqual(
  before: readonly string[],
  after: readonly string[],
  indexOf: (n: number, length: number) => number,
): number {
  const shorter = Math.min(before.length, after.length);
  let count = 0;
  while (
    count < shorter &&
    before[indexOf(count, before.length)] === after[indexOf(count, after.length)]
  ) {
    count += 1;
  }
  return count;
}

interface Change {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** Joins what was removed and added at one place into one difference. @param start the index of the first word */
function differencesOf(changes: readonly Change[], start: number): Difference[] {
  const differences: Difference[] = [];
  let [x, y] = [start, start];
  let from: readonly [number, number] | undefined;
  const close = () => {
    if (from !== undefined) differences.push({ before: [from[0], x], after: [from[1], y] });
    from = undefined;
  };
  for (const { added, removed, count } of changes) {
    if (added || removed) from ??= [x, y];
    else close();
    if (!added) x += count;
    if (!removed) y += count;
  }
  close();
  return differences;
}
