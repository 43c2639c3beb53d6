import { expect, test } from "vitest";
import {
  changeLook,
  defaultLook,
  lookChoices,
  lookStyle,
  parseLook,
} from "../../../../src/player/client/captions/look.ts";
import { contrast, minContrast } from "../../../../src/records/schema/color.ts";

test("whatever colors are chosen, text can be read on its background and told apart from a translation", () => {
  for (const first of lookChoices.text) {
    for (const second of lookChoices.background) {
      for (const names of [["text", "background"] as const, ["background", "text"] as const]) {
        const look = changeLook(changeLook(defaultLook, names[0], first), names[1], second);
        expect(look[names[1]]).toBe(second);
        expect(contrast(look.text, look.background)).toBeGreaterThanOrEqual(minContrast);
        const translation = lookStyle(look)["--caption-translation"] ?? "";
        expect(translation).not.toBe(look.text);
        // Only on red no second color reaches 4.5:1 (WCAG 1.4.3); large text needs 3:1.
        expect(contrast(translation, look.background)).toBeGreaterThanOrEqual(3);
      }
    }
  }
});

test("a default look is the style sheet's own", () => {
  expect(lookStyle(defaultLook)).toEqual({
    "--caption-text": "#ffffff",
    "--caption-translation": "#ffe08a",
    "--caption-background": "#000000cc",
    "--caption-shadow": "none",
  });
});

test("without a background, text has an outline", () => {
  expect(lookStyle({ ...defaultLook, opacity: "0" })).toMatchObject({
    "--caption-background": "#00000000",
    "--caption-shadow": expect.stringContaining("#000000"),
  });
});

test.each([undefined, "", "{", "null", "1"])("%j isn't a saved look", (json) => {
  expect(parseLook(json)).toBeUndefined();
});

test("of a saved look, what can't be chosen is replaced by the default", () => {
  const saved = {
    ...defaultLook,
    text: "url(x)",
    size: "2",
    position: 7,
    other: "x",
    toString: "0",
  };
  expect(parseLook(JSON.stringify(saved))).toEqual({ ...defaultLook, size: "2" });
});
