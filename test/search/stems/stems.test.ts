import { describe, expect, test } from "vitest";
import { findMarks } from "../../../src/search/marks.ts";
import { parseSearchQuery } from "../../../src/search/query/query.ts";
import { stemFacets, stemOf } from "../../../src/search/stems/stems.ts";

describe("words of one stem are kin", () => {
  test.each([
    ["es", "deportado", ["deportados", "deportación", "deportacion", "deportar"]],
    ["es", "detenidos", ["detenida", "detener", "detención"]],
    ["en", "detention", ["detained", "detain", "Detaining"]],
    ["en", "deported", ["deportation", "deporting", "deports"]],
    ["ar", "احتجاز", ["الاحتجاز", "والاحتجاز", "احتجازهم"]],
    ["ar", "مهاجر", ["المهاجرين", "والمهاجرات", "مهاجرون"]],
    ["ar", "عائلة", ["عائلات", "وعائلته"]],
    ["en", "child", ["children", "Children"]],
    ["en", "neighbour", ["neighbors", "Neighbours"]],
    ["en", "organise", ["organized", "organizing", "organisations"]],
    ["en", "centres", ["center", "centers"]],
    ["ar", "مدرسة", ["مدارس", "والمدارس", "المدرسة"]],
    ["ar", "محامي", ["المحامين", "محامية", "محامون"]],
    ["ar", "سجن", ["السجن", "والسجون", "بالسجن"]],
    ["ar", "ولاية", ["الولايات", "وولايات"]],
    ["ar", "قانون", ["القانونية", "قوانين", "للقانون"]],
    ["ar", "لاجئ", ["اللاجئين", "لاجئة", "ولاجئون"]],
  ])("in %s, those of %s", (language, word, kin) => {
    for (const other of kin) expect(stemOf(other, language)).toBe(stemOf(word, language));
  });

  test("but not short ones, and no syllables of Vietnamese", () => {
    expect(stemOf("ley", "es")).toBeUndefined();
    expect(stemOf("nước", "vi")).toBeUndefined();
    expect(stemFacets(["người", "dân", "mất", "đất", "nước"], "vi")).toBe("");
    expect(stemOf("移民移民", "en")).toBeUndefined();
  });
});

test("a text's words with the same stem are found if its language is given", () => {
  const found = (text: string, query: string, language?: string) =>
    findMarks(text, { terms: parseSearchQuery(query), stems: language }).map((range) =>
      text.slice(...range),
    );
  expect(found("Los deportados y la deportación", "deportado", "es-MX")).toEqual([
    "deportados",
    "deportación",
  ]);
  expect(found("La deportación", "deportado")).toEqual([]);
  expect(found("مركز والاحتجاز", "احتجاز", "ar")).toEqual(["والاحتجاز"]);
});
