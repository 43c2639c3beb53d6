import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignByTime } from "../../../src/transcripts/alignment/align.ts";
import { startProcessorTimer } from "../../support/processor-time.ts";
import { bilingual } from "../bilingual.ts";

interface Cue {
  startTime: number;
  endTime: number;
  text: string;
  sound?: true;
}

/** A cue written `start end text`. */
function cueOf(written: string): Cue {
  const [start = "", end = "", ...words] = written.split(" ");
  const cue = { startTime: Number(start), endTime: Number(end), text: words.join(" ") };
  return /^[[(]/.test(cue.text) ? { ...cue, sound: true } : cue;
}

/** The texts of each bead of two lists of cues. */
function together(first: readonly Cue[], second: readonly Cue[]): string[][][] {
  const texts = (cues: readonly Cue[]) => cues.map(({ text }) => text);
  return alignByTime(first, second).map((bead) => [
    texts(first.slice(...bead.first)),
    texts(second.slice(...bead.second)),
  ]);
}

describe("English and Spanish captions with different cue boundaries", () => {
  const english = bilingual.flatMap(([side]) => side.map(cueOf));
  const spanish = bilingual.flatMap(([, side]) => side.map(cueOf));
  const rows = together(english, spanish);

  test("are aligned into the rows that were checked by hand, at least 40", () => {
    expect(rows).toHaveLength(bilingual.length);
    expect(bilingual.length).toBeGreaterThanOrEqual(40);
  });

  test.each(bilingual.map((row, index) => [index, row] as const))("row %i: %j", (index, row) => {
    expect(rows[index]).toEqual(row.map((side) => side.map((cue) => cueOf(cue).text)));
  });

  test("give the same rows with the languages swapped", () => {
    expect(together(spanish, english)).toEqual(rows.map(([first, second]) => [second, first]));
  });

  /** The Spanish captions as they are in a copy that starts later, or runs slower. */
  const inCopy = (scale: number, offset: number) =>
    spanish.map((cue) => ({
      ...cue,
      startTime: cue.startTime * scale + offset,
      endTime: cue.endTime * scale + offset,
    }));

  test.each([0.3, 1, 2, 5, 10, 29, -1, -3, -12])(
    "are the same rows where one of them is %d seconds late throughout",
    (offset) => {
      expect(together(english, inCopy(1, offset))).toEqual(rows);
    },
  );

  test.each([
    [25 / 24, 0],
    [24 / 25, -2],
    [1001 / 1000, 0],
    [1.02, 0],
    [0.98, 0],
    [1.01, 1],
  ])(
    "are the same rows where one of them runs %d times as long, %d seconds late",
    (scale, offset) => {
      expect(together(english, inCopy(scale, offset))).toEqual(rows);
    },
  );
});

const times = fc
  .array(
    fc.tuple(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 9, noNaN: true }),
    ),
    {
      maxLength: 80,
    },
  )
  .map((pairs) =>
    pairs
      .map(([startTime, length], index) => ({
        startTime,
        endTime: startTime + length,
        text: `${index}`,
      }))
      .sort((a, b) => a.startTime - b.startTime),
  );

describe("any two texts", () => {
  test("are aligned with every cue once, in order, without empty rows", () => {
    fc.assert(
      fc.property(times, times, (first, second) => {
        let [i, j] = [0, 0];
        for (const bead of alignByTime(first, second)) {
          expect([bead.first[0], bead.second[0]]).toEqual([i, j]);
          expect(bead.first[1] + bead.second[1]).toBeGreaterThan(i + j);
          [i, j] = [bead.first[1], bead.second[1]];
        }
        expect([i, j]).toEqual([first.length, second.length]);
      }),
    );
  });

  test("that are equal are aligned cue by cue if no two cues have the same time", () => {
    fc.assert(
      fc.property(times, (cues) => {
        const apart = cues.map((cue, index) => ({
          ...cue,
          startTime: index * 10,
          endTime: index * 10 + 4,
        }));
        for (const { first, second } of alignByTime(apart, apart)) expect(first).toEqual(second);
      }),
    );
  });

  test("of 10,000 cues are aligned, also if all have the same time or one text is empty", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => cueOf(`${index} ${index + 1} a`));
    const atOnce = many.map((cue) => ({ ...cue, startTime: 5, endTime: 5 }));
    const timer = startProcessorTimer();
    expect(alignByTime(many, many)).toHaveLength(10_000);
    expect(alignByTime(many, []).length).toBe(10_000);
    expect(alignByTime([], many).length).toBe(10_000);
    expect(alignByTime(atOnce, many).length).toBeGreaterThan(0);
    expect(alignByTime(atOnce, atOnce).length).toBeGreaterThan(0);
    expect(timer()).toBeLessThan(60_000);
  });
});
