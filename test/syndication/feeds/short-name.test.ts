import { expect, test } from "vitest";
import { shortName } from "../../../src/syndication/feeds/short-name.ts";

test("a name has at most 128 characters in a podcast feed, and a longer one says so", () => {
  expect(shortName("Nguyễn Thị Hoa")).toBe("Nguyễn Thị Hoa");
  expect(shortName("a".repeat(128))).toBe("a".repeat(128));
  expect(shortName("🎬".repeat(200))).toBe(`${"🎬".repeat(127)}…`);
});
