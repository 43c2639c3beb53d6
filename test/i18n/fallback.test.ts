import { describe, expect, test } from "vitest";
import { chooseLanguage, chooseText, fallbackChain } from "../../src/i18n/fallback.ts";

describe("the languages to try", () => {
  test.each([
    ["es-MX", "en", ["es-MX", "es", "en"]],
    ["mam", "en", ["mam", "es", "en"]],
    ["quc", "en", ["quc", "es", "en"]],
    ["ht", "es", ["ht", "en", "es"]],
    ["vi", "en", ["vi", "en"]],
    ["en", "en", ["en"]],
  ])("for %s, of a work in %s, are %j", (asked, original, chain) => {
    expect(fallbackChain(asked, original)).toEqual(chain);
  });

  test("a regional variety has the neighbours of its base language", () => {
    expect(fallbackChain("ht-HT", "es")).toEqual(["ht-HT", "ht", "en", "es"]);
  });

  test("a library names its own neighbours, in its order", () => {
    const neighbours = { ar: ["vi", "es"] };
    expect(fallbackChain("ar", "en", neighbours)).toEqual(["ar", "vi", "es", "en"]);
    expect(fallbackChain("ht", "es", neighbours)).toEqual(["ht", "es"]);
  });
});

test.each(["__proto__", "valueOf"])("%s, which every object has, has no neighbours", (asked) => {
  expect(fallbackChain(asked, "es")).toEqual([asked, "es"]);
});

describe("the language that is shown", () => {
  test.each([
    ["es-MX", ["en", "es"], "es"],
    ["mam", ["en", "es"], "es"],
    ["ht", ["fr", "en", "es"], "en"],
    ["vi", ["es", "en"], "en"],
    ["es", ["en", "es-MX"], "es-MX"],
  ])("to a reader of %s, out of %j, is %s", (asked, available, shown) => {
    expect(chooseLanguage(available, asked, "en")).toBe(shown);
  });

  test("is any available one if even the original is missing", () => {
    expect(chooseLanguage(["so"], "vi", "en")).toBe("so");
    expect(chooseLanguage([], "vi", "en")).toBeUndefined();
  });
});

describe("a text", () => {
  const texts = { en: "Hello", es: "Hola" };

  test("in the reader's language has no label", () => {
    expect(chooseText(texts, "es", "en")).toEqual({
      value: "Hola",
      language: "es",
      fellBack: false,
    });
  });

  test("in a variety of the reader's language has no label, and says which variety it is", () => {
    expect(chooseText(texts, "es-MX", "en")).toMatchObject({ language: "es", fellBack: false });
  });

  test("in another language says that it is a fallback, and in which language", () => {
    expect(chooseText(texts, "mam", "en")).toEqual({
      value: "Hola",
      language: "es",
      fellBack: true,
    });
    expect(chooseText(texts, "vi", "en")).toMatchObject({ language: "en", fellBack: true });
  });

  test("that exists in no language is undefined", () => {
    expect(chooseText(undefined, "vi", "en")).toBeUndefined();
    expect(chooseText({}, "vi", "en")).toBeUndefined();
  });
});
