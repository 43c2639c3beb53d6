import { describe, expect, test } from "vitest";
import { interfaceLanguages, isInterfaceLanguage } from "../../src/i18n/interface-languages.ts";
import { stringsIn } from "../../src/i18n/strings.ts";

/** Every text of a table, those of its functions and of the tables in it as well. */
function textsOf(value: unknown, path = ""): [path: string, text: unknown][] {
  if (typeof value === "function")
    return [
      [path, value("7")],
      [`${path}(1)`, value(1)],
    ];
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, `${path}.${key}`));
}

describe.each(interfaceLanguages)("the interface in %s", (language) => {
  const texts = textsOf(stringsIn(language));

  test("has every string that English has", () => {
    const english = textsOf(stringsIn("en")).map(([path]) => path);
    expect(texts.map(([path]) => path).sort()).toEqual(english.sort());
  });

  test("has no empty text, and none that shows its code", () => {
    for (const [path, text] of texts) {
      expect(text, path).toBeTypeOf("string");
      expect(String(text).trim(), path).not.toBe("");
      expect(text, path).not.toMatch(/undefined|NaN|\[object|#/);
    }
  });
});

test("a language is one of the interface's only in its exact spelling", () => {
  expect(isInterfaceLanguage("es")).toBe(true);
  for (const text of ["ES", "es-MX", "toString", "", undefined]) {
    expect(isInterfaceLanguage(text)).toBe(false);
  }
});
