import { describe, expect, it } from "vitest";
import { explainTag } from "../../../src/manifest/errors/language-tags.ts";

describe("a language tag", () => {
  it.each(["en", "es-MX", "vi", "ar", "mam", "quc", "zh-Hant", "ht"])("may be %s", (tag) => {
    expect(explainTag(tag)).toBeUndefined();
  });

  it.each([
    ["English", "en"],
    ["english", "en"],
    ["Tiếng Việt", "vi"],
    ["vietnamese", "vi"],
    ["inglés", "en"],
    ["Kreyòl ayisyen", "ht"],
    ["Mam", "mam"],
    ["EN", "en"],
    ["pt_BR", "pt-BR"],
  ])("isn't %s: %s is meant", (wrong, right) => {
    expect(explainTag(wrong)).toBe(`“${wrong}” isn't a language tag: write ${right}`);
  });

  it("that isn't recognizable gets examples in its message", () => {
    expect(explainTag("the language of the film")).toContain(
      "write for example en, es, vi or es-MX",
    );
    expect(explainTag("")).toContain("write for example");
  });
});
