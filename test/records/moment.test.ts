import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoment, momentParameter, parseMoment } from "../../src/records/moment.ts";
import { anyCharacter } from "../support/any-character.ts";

describe("a moment", () => {
  test.each([
    ["65", { start: 65 }],
    ["65.5", { start: 65.5 }],
    ["1:05", { start: 65 }],
    ["01:05.25", { start: 65.25 }],
    ["1:02:05", { start: 3725 }],
    ["90:00", { start: 5400 }],
    ["1m5s", { start: 65 }],
    ["1h2m5s", { start: 3725 }],
    ["2m", { start: 120 }],
    ["0", { start: 0 }],
    [" 65 ", { start: 65 }],
    ["65,80", { start: 65, end: 80 }],
    ["1:05,1m20s", { start: 65, end: 80 }],
    [",80", { start: 0, end: 80 }],
  ])("written %j is %j", (text, moment) => {
    expect(parseMoment(text)).toEqual(moment);
  });

  test.each([
    ..."|-5|1:75|abc|65,|65,65|80,65|1,2,3|,|NaN|Infinity|1e9|0x10|5m1|1:2:3:4|s|６５".split("|"),
    "99999999999",
    "\u0000",
  ])("isn't %j", (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });

  test("read from any text is nothing, or seconds in order", () => {
    const hostile = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc
        .array(fc.constantFrom("1", "59", "60", ":", ",", "m", "s", "h", ".", "-", " "))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const moment = parseMoment(text);
        if (moment === undefined) return;
        expect(Number.isFinite(moment.start) && moment.start >= 0).toBe(true);
        if (moment.end !== undefined) expect(moment.end).toBeGreaterThan(moment.start);
      }),
    );
  });
});

test.each([
  [0, "0:00"],
  [5.9, "0:05"],
  [65.4, "1:05"],
  [3599, "59:59"],
  [3725, "1:02:05"],
  [-3, "0:00"],
])("a clock shows %d seconds as %s", (seconds, text) => {
  expect(formatMoment(seconds)).toBe(text);
});

describe("a moment in an address", () => {
  test.each([
    [65.04, "65"],
    [65.37, "65.3"],
    [0.99, "0.9"],
    [-1, "0"],
  ])("of %d seconds is %s", (seconds, text) => {
    expect(momentParameter(seconds)).toBe(text);
  });

  test("is at most a tenth of a second before it, and never after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000_000 }), (milliseconds) => {
        const seconds = milliseconds / 1000;
        const start = parseMoment(momentParameter(seconds))?.start ?? Number.NaN;
        expect(start).toBeLessThanOrEqual(seconds);
        expect(seconds - start).toBeLessThan(0.1000001);
      }),
    );
  });

  test("is exact where the moment is one of a tenth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360_000 }), (tenths) => {
        expect(momentParameter(tenths / 10)).toBe(String(tenths / 10));
      }),
    );
  });
});

test.each([
  ["٦٥", { start: 65 }],
  ["١:٠٥", { start: 65 }],
  ["۱:۰۵", { start: 65 }],
  ["٦٥٫٥،۸۰", { start: 65.5, end: 80 }],
])("digits typed in Arabic or Persian are digits: %s", (text, moment) => {
  expect(parseMoment(text)).toEqual(moment);
});
