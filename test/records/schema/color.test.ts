import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accentColor, accentsOf } from "../../../src/records/schema/accent.ts";
import {
  contrast,
  isReadable,
  pageColors,
  readableColor,
} from "../../../src/records/schema/color.ts";

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("the contrast of two colors", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#0000ff", "#ffffff", 8.59],
  ])("%s and %s: %f", (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });
});

test("the pages' colors are those of the style sheet", () => {
  const siteStyle = readFileSync("build/assets/site.css", "utf8");
  for (const property of ["background", "surface"] as const) {
    const found = [...siteStyle.matchAll(new RegExp(`--${property}: ?(#[0-9a-f]+)`, "g"))];
    const index = property === "background" ? 0 : 1;
    expect(found.map((match) => match[1])).toEqual([
      pageColors.light[index],
      pageColors.dark[index],
    ]);
  }
});

describe("the nearest readable color", () => {
  test("is the color itself if it is readable", () => {
    expect(readableColor("#9a3412", "light")).toBe("#9a3412");
    expect(readableColor("#f0a35c", "dark")).toBe("#f0a35c");
  });

  test("is readable, whatever the color", () => {
    fc.assert(
      fc.property(color, fc.constantFrom("light", "dark"), (any, scheme) => {
        expect(isReadable(readableColor(any, scheme), scheme)).toBe(true);
      }),
    );
  });
});

describe("an accent color", () => {
  const messagesOf = (value: unknown) =>
    accentColor.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

  test("can be a single color, from which that of dark pages is derived", () => {
    expect(messagesOf("#9a3412")).toEqual([]);
    const { light, dark } = accentsOf("#9a3412");
    expect(light).toBe("#9a3412");
    expect(isReadable(dark, "dark")).toBe(true);
  });

  test("can be one color for each color scheme, used as they are", () => {
    const both = { light: "#9a3412", dark: "#f0a35c" };
    expect(messagesOf(both)).toEqual([]);
    expect(accentsOf(both)).toEqual(both);
  });

  test("that is too faint gets a readable one in its message", () => {
    const [message] = messagesOf("#f0a35c");
    expect(message).toMatch(
      /^is too faint on light pages \(its contrast is 1\.9, .*"#[0-9a-f]{6}"$/,
    );
    const proposed = message?.match(/"(.*)"$/)?.[1];
    expect(messagesOf(proposed)).toEqual([]);
    expect(messagesOf({ light: "#9a3412", dark: "#9a3412" })).toEqual([
      expect.stringMatching(/^is too faint on dark pages/),
    ]);
  });

  test.each(["red", "#fff", "9a3412", "#12345g", ""])("isn't %s", (text) => {
    expect(messagesOf(text)).toEqual([expect.stringMatching(/^isn't a color: write #/)]);
  });

  test("isn't a number or a list", () => {
    expect(messagesOf(9)).toEqual([expect.stringMatching(/^write one color/)]);
    expect(messagesOf(["#9a3412"])).toEqual([expect.stringMatching(/^write one color/)]);
  });
});
