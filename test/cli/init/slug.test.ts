import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSlug } from "../../../src/cli/init/questions.ts";
import { makeSlug } from "../../../src/cli/init/slug.ts";

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
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const slug = makeSlug(title);
        expect(slug === undefined || checkSlug(slug) === true, `${title} → ${slug}`).toBe(true);
      }),
    );
  });
});
