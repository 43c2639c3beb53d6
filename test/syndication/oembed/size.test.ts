import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cardFrameSize,
  filmFrameSize,
  seriesFrameSize,
} from "../../../src/syndication/oembed/size.ts";

const wide = { width: 1280, height: 720 };
const upright = { width: 720, height: 1280 };

test.each([
  [wide, {}, { width: 640, height: 360 }],
  [wide, { width: 500 }, { width: 500, height: 281 }],
  [wide, { width: 1200 }, { width: 1200, height: 675 }],
  [wide, { width: 500, height: 750 }, { width: 500, height: 281 }],
  [wide, { width: 800, height: 360 }, { width: 640, height: 360 }],
  [wide, { height: 100 }, { width: 320, height: 100 }],
  [wide, { width: 200 }, { width: 200, height: 113 }],
  [{ width: 640, height: 480 }, {}, { width: 640, height: 480 }],
  [upright, {}, { width: 360, height: 640 }],
  [undefined, {}, { width: 640, height: 360 }],
])("a film of %j in %j has a frame of %j", (film, max, size) => {
  expect(filmFrameSize(film, max)).toEqual(size);
});

test("no frame is larger than the consumer accepts, or empty", () => {
  const pixels = fc.integer({ min: 1, max: 10_000 });
  const film = fc.option(fc.record({ width: pixels, height: pixels }), { nil: undefined });
  fc.assert(
    fc.property(film, pixels, pixels, (picture, width, height) => {
      for (const size of [
        filmFrameSize(picture, { width, height }),
        cardFrameSize({ width, height }),
      ]) {
        expect(size.width).toBeLessThanOrEqual(width);
        expect(size.height).toBeLessThanOrEqual(height);
        expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
        expect(Number.isInteger(size.width) && Number.isInteger(size.height)).toBe(true);
      }
    }),
  );
});

test.each([
  [{}, { width: 640, height: 620 }],
  [{ width: 320 }, { width: 320, height: 440 }],
  [
    { width: 500, height: 400 },
    { width: 500, height: 400 },
  ],
])("a series has a film of the usual ratio and its list, within %j", (max, size) => {
  expect(seriesFrameSize(max)).toEqual(size);
});
