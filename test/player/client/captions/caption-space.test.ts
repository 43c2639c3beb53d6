import { expect, test } from "vitest";
import { captionHeight, fitsInside } from "../../../../src/player/client/captions/caption-space.ts";

test("captions need two lines a language, and more where the lines are short", () => {
  expect(captionHeight(1, 16, 640)).toBeCloseTo((2 * 1.3 + 0.1) * 16);
  expect(captionHeight(2, 16, 640)).toBeCloseTo(2 * (2 * 1.3 + 0.1) * 16);
  expect(captionHeight(2, 16, 280)).toBeCloseTo(2 * (3 * 1.3 + 0.1) * 16);
});

test.each([
  ["two languages don't fit into a phone's film", 2, 14, 360, 202, false],
  ["two languages fit from 480 px of width", 2, 16, 480, 270, true],
  ["two very large languages don't fit at 640 px", 2, 33, 640, 360, false],
  ["a laptop's film holds any captions", 2, 58, 1280, 720, true],
  ["one language fits everywhere", 1, 28, 280, 158, true],
])("%s", (_, languages, fontSize, width, height, expected) => {
  expect(fitsInside(languages, fontSize, width, height)).toBe(expected);
});
