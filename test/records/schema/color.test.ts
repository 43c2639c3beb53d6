import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { siteStyle } from "../../../build/browser.ts";
import { accentColor, accentsOf } from "../../../src/records/schema/accent.ts";
import {
  contrast,
  isReadable,
  pageColors,
  readableColor,
} from "../../../src/records/schema/color.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("the contrast of two colours", () => {
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

test("the pages' colours are those of the style sheet", () => {
  for (const property of ["background", "surface"] as const) {
    const found = [...siteStyle.matchAll(new RegExp(`--${property}: ?(#[0-9a-f]+)`, "g"))];
    const index = property === "background" ? 0 : 1;
    expect(found.map((match) => match[1])).toEqual([
      pageColors.light[index],
      pageColors.dark[index],
    ]);
  }
});

describe("the nearest colour that can be read", () => {
  test("is the colour itself where it can be read", () => {
    expect(readableColor("#9a3412", "light")).toBe("#9a3412");
    expect(readableColor("#f0a35c", "dark")).toBe("#f0a35c");
  });

  test("is readable, whatever the colour", () => {
    fc.assert(
      fc.property(colour, fc.constantFrom("light", "dark"), (any, scheme) => {
        expect(isReadable(readableColor(any, scheme), scheme)).toBe(true);
      }),
    );
  });
});

describe("an accent colour", () => {
  const messagesOf = (value: unknown) =>
    accentColor.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

  test("may be one: the dark pages' is made from it", () => {
    expect(messagesOf("#9a3412")).toEqual([]);
    const { light, dark } = accentsOf("#9a3412");
    expect(light).toBe("#9a3412");
    expect(isReadable(dark, "dark")).toBe(true);
  });

  test("may be one for each look, which are taken as they are", () => {
    const both = { light: "#9a3412", dark: "#f0a35c" };
    expect(messagesOf(both)).toEqual([]);
    expect(accentsOf(both)).toEqual(both);
  });

  test("that is too faint is answered with one that isn't", () => {
    const [message] = messagesOf("#f0a35c");
    expect(message).toMatch(/^is too faint on light pages \(a contrast of 1\.9, .*"#[0-9a-f]{6}"$/);
    const proposed = message?.match(/"(.*)"$/)?.[1];
    expect(messagesOf(proposed)).toEqual([]);
    expect(messagesOf({ light: "#9a3412", dark: "#9a3412" })).toEqual([
      expect.stringMatching(/^is too faint on dark pages/),
    ]);
  });

  test.each(["red", "#fff", "9a3412", "#12345g", ""])("isn't %s", (text) => {
    expect(messagesOf(text)).toEqual([expect.stringMatching(/^is no colour: write #/)]);
  });

  test("isn't a number or a list", () => {
    expect(messagesOf(9)).toEqual([expect.stringMatching(/^write one colour/)]);
    expect(messagesOf(["#9a3412"])).toEqual([expect.stringMatching(/^write one colour/)]);
  });
});
