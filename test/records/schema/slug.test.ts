import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSlug, makeSlug, maxSlugLength, workSlug } from "../../../src/records/schema/slug.ts";
import { anyCharacter } from "../../support/any-character.ts";

describe("a slug from a title", () => {
  it.each([
    ["Criminalizing Migration", "criminalizing-migration"],
    ["¿Qué es la “libertad condicional”?", "que-es-la-libertad-condicional"],
    ["Cơ hội thứ hai cho tất cả mọi người", "co-hoi-thu-hai-cho-tat-ca-moi-nguoi"],
    ["Đường về nhà", "duong-ve-nha"],
    ["Ana's Straße, 2020–2024", "anas-strasse-2020-2024"],
    ["Kreyòl ayisyen & Qyol Mam", "kreyol-ayisyen-qyol-mam"],
    ["ﬁlm № 1", "film-no-1"],
  ])("of %s is %s", (title, slug) => {
    expect(makeSlug(title)).toBe(slug);
  });

  it.each(["فرصة ثانية", "第二次机会", "…", "Library"])("can't be made from %s", (title) => {
    expect(makeSlug(title)).toBeUndefined();
  });

  it("is cut between words at 80 characters", () => {
    expect(makeSlug("word ".repeat(40))).toBe(Array(16).fill("word").join("-"));
    expect(makeSlug("x".repeat(200))).toHaveLength(80);
  });

  it("is valid for any title", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (title) => {
        const slug = makeSlug(title);
        expect(slug === undefined || workSlug.safeParse(slug).success, `${title} → ${slug}`).toBe(
          true,
        );
      }),
    );
  });
});

describe("a slug", () => {
  it.each(["a", "part-1", "-", "library", "x".repeat(maxSlugLength)])("can be %s", (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(["", "A", "a b", "é", "a_b", "a\n", "../a", "x".repeat(maxSlugLength + 1)])(
    "can't be %j",
    (text) => {
      expect(isSlug(text)).toBe(false);
      expect(workSlug.safeParse(text).success).toBe(false);
    },
  );

  it("of a work can't be that of the library's settings", () => {
    expect(workSlug.safeParse("library").success).toBe(false);
  });
});
