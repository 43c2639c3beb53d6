import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isolateInHtml,
  joinFacts,
  markLeftToRight,
  splitLeftToRight,
} from "../../src/i18n/left-to-right.ts";
import { startProcessorTimer } from "../support/processor-time.ts";

const isolated = (text: string) =>
  splitLeftToRight(text, "rtl")
    .filter(({ isLeftToRight }) => isLeftToRight)
    .map(({ text: part }) => part);

describe("in a text from right to left", () => {
  test.each([
    ["برنامج 287(g) في", ["287(g)"]],
    ["(المادة 212(a)(9)(B))، و 287(g).", ["212(a)(9)(B)", "287(g)"]],
    ["بموجب 8 CFR 214.2 و 8 USC 1326.", ["8 CFR 214.2", "8 USC 1326"]],
    ["500MB (3D)", ["500MB", "3D"]],
    ["(انظر 287(g))", ["287(g)"]],
  ])("a number that goes on in Latin letters stands in an isolate: %s", (text, expected) => {
    expect(isolated(text)).toEqual(expected);
  });

  test.each(["في 2021 (Form I-9)", "10,000 شخص", "2026-11-01", "1. نص", "A(1)", "٢٨٧", "5 (خمسة)"])(
    "other numbers don't: %s",
    (text) => {
      expect(isolated(text)).toEqual([]);
    },
  );

  test("files without markup have marks around it, and pages an element", () => {
    expect(markLeftToRight("برنامج 287(g)", "rtl")).toBe("برنامج \u200E287(g)\u200E");
    expect(isolateInHtml('<p title="1(a)">نص 1(a) <b>2(b)</b>', "rtl")).toBe(
      '<p title="1(a)">نص <bdi dir="ltr">1(a)</bdi> <b><bdi dir="ltr">2(b)</bdi></b>',
    );
  });

  test("facts in a line from right to left have marks beside the dot, which a number at a fact's start needs", () => {
    expect(joinFacts(["خطة", undefined, "IJN", "3 مايو"], "rtl")).toBe(
      "خطة\u200F · \u200FIJN\u200F · \u200F3 مايو",
    );
    expect(joinFacts(["Plan", "", "May 3"], "ltr")).toBe("Plan · May 3");
  });

  test("nothing is added or lost", () => {
    const any = fc.array(fc.constantFrom(..."0123 ()[]ab.,:/-§&نص\n"), { maxLength: 40 });
    fc.assert(
      fc.property(any, fc.constantFrom("ltr" as const, "rtl" as const), (characters, direction) => {
        const text = characters.join("");
        const parts = splitLeftToRight(text, direction);
        expect(parts.map(({ text: part }) => part).join("")).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test("takes time in proportion to the length", () => {
    const timer = startProcessorTimer();
    for (const repeated of ["1(", "1(a", "1 A.", "1(a)[", "1,", "1(a) "]) {
      splitLeftToRight(repeated.repeat(30_000), "rtl");
    }
    expect(timer()).toBeLessThan(5000);
  });
});
