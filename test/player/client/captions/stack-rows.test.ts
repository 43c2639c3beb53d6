import fc from "fast-check";
import { expect, test } from "vitest";
import { type Row, stackRows } from "../../../../src/player/client/captions/stack-rows.ts";

const row = (isAtTop: boolean, distance: number, height = 20): Row => ({
  isAtTop,
  distance,
  height,
});

test("each row stands at its own place", () => {
  expect(stackRows([row(true, 0), row(true, 50), row(false, 10)], 100)).toEqual([0, 30, 0]);
  expect(stackRows([row(true, 10), row(false, 0)], 100)).toEqual([10, 50]);
});

test("rows with the same place stand one above the other, in their order", () => {
  expect(stackRows([row(false, 0), row(false, 0)], 100)).toEqual([60, 0]);
  expect(stackRows([row(true, 0), row(true, 0)], 100)).toEqual([0, 0]);
});

test("wherever rows should be, they stay within the column and don't cover each other", () => {
  const rows = fc.array(
    fc.record({
      isAtTop: fc.boolean(),
      distance: fc.integer({ min: 0, max: 2000 }),
      height: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 1000 }), (all, extra) => {
      const sum = all.reduce((total, { height }) => total + height, 0);
      const spaces = stackRows(all, sum + extra);
      expect(spaces).toHaveLength(all.length);
      expect(Math.min(0, ...spaces)).toBe(0);
      expect(spaces.reduce((total, space) => total + space, 0)).toBeLessThanOrEqual(extra);
    }),
  );
});

test("rows that don't fit begin at the top", () => {
  expect(stackRows([row(false, 0, 80), row(false, 0, 80)], 100)).toEqual([0, 0]);
});
