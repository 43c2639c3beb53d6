/** What two lists don't have in common, by the greedy algorithm of E. W. Myers (1986). */

/** A stretch in which two lists differ: from an index up to, not including, another. One side may be empty. */
export interface Difference {
  before: [from: number, to: number];
  after: [from: number, to: number];
}

/** From so many differences on, all between the first and the last of them is one: it takes their square. */
const maxEdits = 800;

/**
 * The shortest way from one list to another, as the stretches that differ, in order. Takes time in proportion
 * to the lists' length and to how much they differ.
 */
export function diffWords(before: readonly string[], after: readonly string[]): Difference[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let [end, otherEnd] = [before.length, after.length];
  while (end > start && otherEnd > start && before[end - 1] === after[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const found = shortestEdit(before.slice(start, end), after.slice(start, otherEnd));
  return found.map(({ before: [a, b], after: [c, d] }) => ({
    before: [a + start, b + start],
    after: [c + start, d + start],
  }));
}

function shortestEdit(a: readonly string[], b: readonly string[]): Difference[] {
  if (a.length === 0 && b.length === 0) return [];
  const whole: Difference = { before: [0, a.length], after: [0, b.length] };
  const most = Math.min(maxEdits, a.length + b.length);
  // How far each diagonal has come, for each number of edits; a diagonal is x - y.
  const reached = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(reached.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [below, above] = [
        at(reached, middle + diagonal - 1),
        at(reached, middle + diagonal + 1),
      ];
      const goesDown = diagonal === -edits || (diagonal !== edits && below < above);
      let x = goesDown ? above : below + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      reached[middle + diagonal] = x;
      if (x >= a.length && y >= b.length) return traceBack(rounds, a.length, b.length);
    }
  }
  return [whole];
}

/** Follows the edits from the end to the beginning, and puts those together that touch. */
function traceBack(rounds: readonly Int32Array[], endOfA: number, endOfB: number): Difference[] {
  const found: Difference[] = [];
  let [x, y] = [endOfA, endOfB];
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const reached = rounds[edits] as Int32Array;
    const diagonal = x - y;
    // The round keeps the diagonals from -edits - 1 on.
    const [below, above] = [at(reached, diagonal + edits), at(reached, diagonal + edits + 2)];
    const goesDown = diagonal === -edits || (diagonal !== edits && below < above);
    const fromX = goesDown ? above : below;
    const fromY = fromX - (goesDown ? diagonal + 1 : diagonal - 1);
    const [toX, toY] = goesDown ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const last = found.at(-1);
    if (last !== undefined && last.before[0] === toX && last.after[0] === toY) {
      last.before[0] = fromX;
      last.after[0] = fromY;
    } else found.push({ before: [fromX, toX], after: [fromY, toY] });
    [x, y] = [fromX, fromY];
  }
  return found.reverse();
}

const at = (numbers: Int32Array, index: number) => numbers[index] ?? 0;
