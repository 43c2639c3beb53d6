import fc from "fast-check";
import { expect, test } from "vitest";
import { directionOf } from "../../src/i18n/direction.ts";
import { nameOfLanguage, nameOfLanguageIn } from "../../src/i18n/names.ts";
import { isLanguageTag } from "../../src/i18n/tag.ts";

test.each([
  ["ht", "Kreyòl ayisyen"],
  ["so", "Soomaali"],
  ["ti", "ትግርኛ"],
  ["ps", "پښتو"],
  ["my", "မြန်မာ"],
  ["mam", "Qyol Mam"],
  ["quc", "K’iche’"],
  ["en", "English"],
  ["es", "español"],
  ["vi", "Tiếng Việt"],
  ["ar", "العربية"],
])("%s calls itself %s", (tag, name) => {
  expect(nameOfLanguage(tag)).toBe(name);
});

test("a regional variety has a name, too", () => {
  expect(nameOfLanguage("ht-HT")).toBe("Kreyòl ayisyen");
  expect(nameOfLanguage("es-MX")).toContain("español");
});

test("a sentence names a language in the reader's language", () => {
  expect(nameOfLanguageIn("vi", "en")).toBe("Vietnamese");
  expect(nameOfLanguageIn("en", "es")).toBe("inglés");
});

test.each(["ar", "ps", "he", "ur", "fa", "ks-Arab", "dv"])("%s is written right to left", (tag) => {
  expect(directionOf(tag)).toBe("rtl");
});

test.each(["en", "vi", "ti", "my", "quc", "ks-Deva", "zh-TW"])("%s is left to right", (tag) => {
  expect(directionOf(tag)).toBe("ltr");
});

test("every tag that a record may have has a name and a direction", () => {
  const part = fc.constantFrom(
    "en",
    "es",
    "quc",
    "Latn",
    "Arab",
    "MX",
    "419",
    "u",
    "x",
    "ca",
    "abcde",
  );
  const tag = fc
    .array(part, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join("-"))
    .filter(isLanguageTag);
  fc.assert(
    fc.property(tag, (language) => {
      expect(nameOfLanguage(language)).not.toBe("");
      expect(nameOfLanguageIn(language, "vi")).not.toBe("");
      expect(["ltr", "rtl"]).toContain(directionOf(language));
    }),
  );
});
