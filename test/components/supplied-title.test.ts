import { describe, expect, test } from "vitest";
import {
  isSuppliedTitle,
  shownTitle,
  withoutBrackets,
} from "../../src/components/supplied-title.ts";

describe("a title is supplied if one pair of brackets is around the whole of it", () => {
  test.each([
    ["[A letter home]", "A letter home"],
    [" [ A letter home ] ", "A letter home"],
    ["[A letter [in part] home]", "A letter [in part] home"],
    ["[🌊]", "🌊"],
  ])("%s", (title, shown) => {
    expect(isSuppliedTitle(title)).toBe(true);
    expect(withoutBrackets(title)).toBe(shown);
  });

  test.each([
    "A letter home",
    "[Part 1] and [Part 2]",
    "[Part 1] The road",
    "The road [in part]",
    "[The road",
    "The road]",
    "[]",
    "[ ]",
    "[",
    "",
  ])("not %s", (title) => {
    expect(isSuppliedTitle(title)).toBe(false);
    expect(withoutBrackets(title)).toBe(title);
  });
});

test("a shown title keeps its language", () => {
  const title = { value: "[Una carta]", language: "es", fellBack: true };
  expect(shownTitle(title)).toEqual({ ...title, value: "Una carta", isSupplied: true });
  expect(shownTitle(undefined)).toBeUndefined();
});
