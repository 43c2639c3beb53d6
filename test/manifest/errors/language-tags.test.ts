import { describe, expect, it } from "vitest";
import { whyNoTag } from "../../../src/manifest/errors/language-tags.ts";

describe("a language tag", () => {
  it.each(["en", "es-MX", "vi", "ar", "mam", "quc", "zh-Hant", "ht"])("may be %s", (tag) => {
    expect(whyNoTag(tag)).toBeUndefined();
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
    expect(whyNoTag(wrong)).toBe(`“${wrong}” is no language tag: write ${right}`);
  });

  it("that is nothing at all is answered with examples", () => {
    expect(whyNoTag("the language of the film")).toContain("write for example en, es, vi or es-MX");
    expect(whyNoTag("")).toContain("write for example");
  });
});
