import { describe, expect, test } from "vitest";
import { publicRecord } from "../../src/records/public-record.ts";
import type { LibraryItem } from "../../src/records/schema/record.ts";
import { publishedAt, statusOf, visibilityOf } from "../../src/records/visibility.ts";
import { film, paper } from "./works.ts";

describe("when a work is published", () => {
  test("is midnight UTC of a day, and the moment of a time, in one spelling", () => {
    expect(publishedAt(film)).toBe("2026-11-01T00:00:00.000Z");
    const late = { ...film, datePublished: "2026-11-01T20:00:00-07:00" };
    expect(publishedAt(late)).toBe("2026-11-02T03:00:00.000Z");
  });

  test("sorts before everything else if there is no date", () => {
    expect(publishedAt(paper)).toBe("");
  });
});

describe("what a reader finds", () => {
  const before = "2026-10-31T23:59:59.999Z";
  const at = "2026-11-01T00:00:00.000Z";

  test("of a scheduled work is nothing until its moment, then the work", () => {
    expect(visibilityOf(film, before)).toBe("hidden");
    expect(visibilityOf(film, at)).toBe("public");
  });

  test("of a draft is nothing, whatever its date", () => {
    expect(visibilityOf({ ...film, status: "draft" }, at)).toBe("hidden");
    expect(visibilityOf({ ...paper, status: "draft" }, at)).toBe("hidden");
  });

  test("of a withdrawn work is its notice, even before its date", () => {
    expect(visibilityOf({ ...film, status: "withdrawn" }, before)).toBe("withdrawn");
  });

  test("of a published work without a date is the work", () => {
    expect(visibilityOf(paper, before)).toBe("public");
  });

  test("of the library's settings is always the settings", () => {
    const name = { en: "L" };
    const settings: LibraryItem = {
      kind: "Library",
      slug: "library",
      inLanguage: "en",
      name,
      publisher: { name },
    };
    expect(statusOf(settings)).toBe("published");
    expect(visibilityOf(settings, before)).toBe("public");
  });
});

describe("the record as the public sees it", () => {
  test("names nobody who isn't public, and everybody else", () => {
    expect(publicRecord(film).credits).toEqual([{ name: "Ana", role: "narrator" }]);
    expect(JSON.stringify(publicRecord(film))).not.toContain("Binh");
  });

  test("is otherwise the same, and doesn't change the record itself", () => {
    expect({ ...publicRecord(film), credits: film.credits }).toEqual(film);
    expect(film.credits).toHaveLength(2);
    expect(publicRecord(paper)).toEqual(paper);
  });
});
