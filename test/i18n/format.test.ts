import { describe, expect, test } from "vitest";
import { formatDate, formatDuration, formatSize } from "../../src/i18n/format.ts";
import { plural } from "../../src/i18n/plural.ts";

/** `Intl` writes spaces of several kinds. */
const plain = (text: string) => text.replace(/\s/g, " ");

describe("a file's size", () => {
  test.each([
    [2_300_000, "en", "2.3 MB"],
    [2_300_000, "es", "2,3 MB"],
    [48_200_000, "en", "48.2 MB"],
    [12_400, "en", "12 kB"],
  ])("of %d bytes in %s is %s", (bytes, language, text) => {
    expect(plain(formatSize(bytes, language))).toBe(text);
  });

  test("is zero only if the file is empty", () => {
    expect(plain(formatSize(300, "en"))).toBe("1 kB");
    expect(plain(formatSize(0, "en"))).toBe("0 kB");
  });
});

describe("a day", () => {
  test("is written as its readers write it", () => {
    expect(formatDate("2026-11-01", "en")).toBe("November 1, 2026");
    expect(formatDate("2026-11-25T01:00:00+09:00", "en")).toBe("November 25, 2026");
    expect(formatDate("2026-11-25T23:30:00-08:00", "en")).toBe("November 25, 2026");
    expect(formatDate("2026-11-01", "es")).toBe("1 de noviembre de 2026");
  });
});

describe("how long a film takes", () => {
  test.each([
    [38, "38 seconds"],
    [0.2, "1 second"],
    [55.6, "55 seconds"],
    [95, "2 minutes"],
    [3600, "60 minutes"],
  ])("%d seconds is %s", (seconds, text) => {
    expect(formatDuration(seconds, "en")).toBe(text);
  });
});

describe("a phrase with a count", () => {
  test("uses the form of its language", () => {
    expect(plural("en", 1, { one: "# film", other: "# films" })).toBe("1 film");
    expect(plural("en", 1200, { one: "# film", other: "# films" })).toBe("1,200 films");
    expect(plural("ar", 2, { two: "two", few: "few", other: "other" })).toBe("two");
    expect(plural("ar", 5, { two: "two", few: "few", other: "other" })).toBe("few");
  });

  test("uses the form `other` if its own is missing", () => {
    expect(plural("ar", 2, { other: "# !" })).toMatch(/^\S+ !$/);
  });
});
