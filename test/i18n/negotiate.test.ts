import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../src/i18n/interface-languages.ts";
import { negotiateLanguage } from "../../src/i18n/negotiate.ts";
import { anyCharacter } from "../support/any-character.ts";

describe("the language for an Accept-Language header", () => {
  test.each([
    ["es", "es"],
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["en;q=0.5, vi;q=0.9", "vi"],
    ["en;q=0.5,vi;q=0.5", "en"],
    ["ES-mx", "es"],
    ["fr-CA, ar;q=0.1", "ar"],
    ["vi ; q=0.2 , es ; q=0.3", "es"],
    ["en;q=0, vi;q=0.001", "vi"],
  ])("%s is %s", (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  test.each([undefined, "", "*", "fr", ";;;,,,", "q=1", "en-", "\u0000"])(
    "%j is English, as nothing else fits",
    (header) => {
      expect(negotiateLanguage(header)).toBe("en");
    },
  );

  test("Haitian Creole and Chinese don't become other languages", () => {
    expect(negotiateLanguage("ht, es;q=0.5")).toBe("es");
    expect(negotiateLanguage("ht", "vi")).toBe("vi");
    expect(negotiateLanguage("zh-TW,zh-Hant;q=0.9,vi;q=0.1")).toBe("vi");
  });

  test.each(["9", "0x10", "1e3", "1.5", "-1", "abc", ""])(
    "a weight that is none (q=%s) doesn't outweigh one that is",
    (weight) => {
      expect(negotiateLanguage(`ar;q=${weight}, es;q=0.8`)).toBe("es");
    },
  );

  test("is one of the interface for any header, without an exception", () => {
    const header = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc
        .array(fc.constantFrom("es", "vi", "ht", "*", ";", "q=", "0.5", "1", ",", "-", " "))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(header, (text) => {
        expect(interfaceLanguages).toContain(negotiateLanguage(text));
      }),
    );
  });
});
