import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editableTexts, mergeTexts, withTexts } from "../../../src/records/languages/edit-texts.ts";
import { textStates } from "../../../src/records/languages/text-states.ts";
import { film } from "../works.ts";

const texts = fc.dictionary(
  fc.constantFrom("en", "es", "vi", "ar"),
  fc.constantFrom("", "a", "b", "c", " b ", "x\r\ny"),
);
const edited = fc.record({ name: texts, description: texts });
const clean = (text = "") => text.replaceAll("\r\n", "\n").trim();

describe("a form of texts", () => {
  test("that changes nothing gives the same record", () => {
    expect(withTexts(film, editableTexts(film))).toEqual(film);
  });

  test("gives a record with what was written, and without what was emptied", () => {
    const changed = withTexts(
      { ...film, description: { en: "Old" } },
      { name: { en: " New \r\nline ", es: " " }, description: {} },
    );
    expect(changed.name).toEqual({ en: "New \nline" });
    expect(changed).not.toHaveProperty("description");
    expect(withTexts(film, { name: { en: "" } })).not.toHaveProperty("name");
  });

  test("keeps what was written, and has everything that somebody else changed besides", () => {
    fc.assert(
      fc.property(edited, edited, edited, (base, current, written) => {
        const merged = mergeTexts(written, base, current);
        for (const field of ["name", "description"] as const) {
          for (const language of ["en", "es", "vi", "ar"]) {
            const [was, now] = [clean(base[field][language]), clean(current[field][language])];
            const mine = written[field][language];
            const isChanged = mine !== undefined && clean(mine) !== was;
            expect(clean(merged[field]?.[language])).toBe(isChanged ? clean(mine) : now);
          }
        }
      }),
    );
  });
});

test("what is missing, machine-made or stale is told for the languages of work and library", () => {
  const [, original] = film.captions;
  if (original === undefined) throw new Error("captions");
  const captions = [
    { ...original, inLanguage: "en" },
    { ...original, inLanguage: "es-MX", origin: "machine" as const },
    { ...original, inLanguage: "vi", stale: true },
  ];
  const item = { ...film, inLanguage: "en", captions, name: { en: "A", es: "B" } };
  const states = textStates(item, ["en", "es", "vi", "ar"]);
  expect(states.map(({ language, text, hasTitle }) => [language, text, hasTitle])).toEqual([
    ["en", "human", true],
    ["es-MX", "machine", true],
    ["vi", "stale", false],
    ["ar", "missing", false],
  ]);
  expect(textStates({ ...item, inLanguage: "zxx" }, ["en"])[0]?.text).toBe("none");
});
