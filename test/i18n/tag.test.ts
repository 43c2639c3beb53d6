import { expect, test } from "vitest";
import { baseLanguage, canonicalTag, isLanguageTag } from "../../src/i18n/tag.ts";

test.each([
  ["ES-mx", "es-MX"],
  ["vi", "vi"],
  ["zh-hant-tw", "zh-Hant-TW"],
  ["iw", "he"],
])("%s has the canonical form %s", (tag, canonical) => {
  expect(canonicalTag(tag)).toBe(canonical);
});

test.each(["", "-", "e", "es_MX", "español", "es-", "<script>", "en,es"])(
  "%j is no language tag",
  (text) => {
    expect(canonicalTag(text)).toBeUndefined();
    expect(isLanguageTag(text)).toBe(false);
  },
);

test("a tag that isn't canonical is rejected, so that a language has one spelling", () => {
  expect(isLanguageTag("es-MX")).toBe(true);
  expect(isLanguageTag("es-mx")).toBe(false);
});

test("the base language of a tag is its first part", () => {
  expect(baseLanguage("es-MX")).toBe("es");
  expect(baseLanguage("zh-Hant-TW")).toBe("zh");
  expect(baseLanguage("mam")).toBe("mam");
});
