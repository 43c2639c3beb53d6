/**
 * The changes that make a text of another one, written in signs: the index's tokenizer ignores them. A change is two
 * numbers: how far its place is from the last one's, and what it does there.
 */

/** The digits of numbers: 32 signs of ASCII. A number's digits have four bits each, the lowest first, and one more bit
 * that says whether another digit follows. */
export const changeDigits = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/** Capitalizes the letter at the place. */
const capitalize = 0;
/** Replaces the code unit at the place, by nothing if the code is 0; inserts one before it. */
const replace = (code: number) => 2 * code + 1;
const insert = (code: number) => 2 * code + 2;
/** Inserts the last inserted one again, as often as a third number says. */
const insertAgain = insert(0);

export function encodeNumber(number: number): string {
  let digits = "";
  let rest = number;
  while (rest > 15) {
    digits += changeDigits.charAt(16 + (rest % 16));
    rest = Math.floor(rest / 16);
  }
  return digits + changeDigits.charAt(rest);
}

/** The numbers that digits write. */
export function decodeNumbers(digits: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let unit = 1;
  for (const digit of digits) {
    const value = changeDigits.indexOf(digit);
    number += (value % 16) * unit;
    unit *= 16;
    if (value >= 16) continue;
    numbers.push(number);
    number = 0;
    unit = 1;
  }
  return numbers;
}

/**
 * The changes that make `shown` of `stored`, by their place in `stored`. Few if they differ in single letters, or in
 * letters that `stored` lacks.
 */
export function* diffTexts(
  stored: string,
  shown: string,
): Generator<readonly [place: number, ...change: number[]]> {
  let [place, index] = [0, 0];
  let [end, shownEnd] = [stored.length, shown.length];
  while (end > 0 && shownEnd > 0 && stored[end - 1] === shown[shownEnd - 1]) {
    end -= 1;
    shownEnd -= 1;
  }
  while (place < end || index < shownEnd) {
    const letter = stored.charAt(place);
    const wanted = shown.charAt(index);
    const code = wanted.charCodeAt(0);
    const missing = shownEnd - index - (end - place);
    if (place < end && index < shownEnd && letter === wanted) {
      place += 1;
      index += 1;
    } else if (
      place === end ||
      (missing > 0 && (shown[index + 1] === letter || /^\p{M}/u.test(wanted)))
    ) {
      let repeated = 0;
      while (
        place === end &&
        shown[index + repeated + 1] === wanted &&
        index + repeated + 1 < shownEnd
      )
        repeated += 1;
      yield [place, insert(code)];
      if (repeated > 0) yield [place, insertAgain, repeated];
      index += 1 + repeated;
    } else if (index === shownEnd) {
      yield [place, replace(0)];
      place += 1;
    } else {
      yield [place, letter.toUpperCase() === wanted ? capitalize : replace(code)];
      place += 1;
      index += 1;
    }
  }
}

/** What is done at a place. */
export interface Change {
  readonly place: number;
  readonly inserted?: string;
  readonly replacement?: (letter: string) => string;
}

/** Reads changes as `diffTexts` and `encodeNumber` wrote them. */
export function readChanges(digits: string): Change[] {
  const numbers = decodeNumbers(digits);
  const changes: Change[] = [];
  let place = 0;
  let last = "";
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [distance = 0, change = 0, times = 0] = numbers.slice(index, index + 3);
    place += distance;
    const character = String.fromCharCode((change - 1) >> 1);
    if (change === insertAgain) {
      changes.push({ place, inserted: last.repeat(times) });
      index += 1;
    } else if (change === capitalize) {
      changes.push({ place, replacement: (letter) => letter.toUpperCase() });
    } else if (change % 2 === 0) {
      last = character;
      changes.push({ place, inserted: character });
    } else {
      changes.push({ place, replacement: () => (change === replace(0) ? "" : character) });
    }
  }
  return changes;
}
