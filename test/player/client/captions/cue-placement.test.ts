import { expect, test } from "vitest";
import { placeCue } from "../../../../src/player/client/captions/cue-placement.ts";

const cue = { snapToLines: true, line: "auto", position: "auto", align: "center" } as const;

test("a cue without settings stands in the middle of the lower edge", () => {
  expect(placeCue(cue)).toEqual({
    isAtTop: false,
    distance: 0,
    unit: "lines",
    left: "50 1 0%",
    right: "50 1 0%",
    isWide: false,
  });
});

test.each([
  [{ line: 0 }, true, 0, "lines"],
  [{ line: 2 }, true, 2, "lines"],
  [{ line: -1 }, false, 0, "lines"],
  [{ line: -3 }, false, 2, "lines"],
  [{ line: 10, snapToLines: false }, true, 10, "percent"],
  [{ line: 90, snapToLines: false, lineAlign: "end" }, false, 10, "percent"],
  [{ line: 50, snapToLines: false, lineAlign: "center" }, true, 45, "percent"],
  [{ line: 0, snapToLines: false, lineAlign: "center" }, true, 0, "percent"],
  [{ region: { viewportAnchorY: 20 } }, true, 20, "percent"],
  [{ line: 0, vertical: "rl" }, false, 0, "lines"],
])("a cue with %j is placed from the top: %j, at %d %s", (settings, isAtTop, distance, unit) => {
  expect(placeCue({ ...cue, ...settings })).toMatchObject({ isAtTop, distance, unit });
});

test.each([
  [{ align: "left" }, "0 1 0%", "1 1 0%"],
  [{ align: "right" }, "1 1 0%", "0 1 0%"],
  [{ align: "start", position: 10 }, "0 1 10%", "1 1 0%"],
  [{ align: "end", position: 90 }, "1 1 0%", "0 1 10%"],
  [{ align: "center", position: 20 }, "20 1 0%", "80 1 0%"],
  [{ align: "center", position: 20, positionAlign: "line-left" }, "0 1 20%", "1 1 0%"],
  [{ align: "left", position: 80, positionAlign: "center" }, "80 1 0%", "20 1 0%"],
] as const)(
  "a cue with %j has the space %s on its left and %s on its right",
  (settings, left, right) => {
    expect(placeCue({ ...cue, ...settings })).toMatchObject({ left, right, isWide: false });
  },
);

test("a cue that starts with its line is aligned by the direction of its text", () => {
  expect(placeCue({ ...cue, align: "start" }).isWide).toBe(true);
});
