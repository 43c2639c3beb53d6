import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignSections } from "../../src/markdown/align-sections.ts";
import { type ArticleSection, renderArticle } from "../../src/markdown/html.ts";

const section = (level: number, length: number): ArticleSection => ({
  level,
  html: "x".repeat(length),
});
const levels = (pairs: ReturnType<typeof alignSections>) =>
  pairs.map(([first, second]) => [first?.level, second?.level]);

describe("the sections of two texts", () => {
  test("are what is before the first heading, and each heading with its text", () => {
    const { sections, footnotes } = renderArticle(
      "Start[^1]\n\n## One\n\n> ## Quoted\n\n### Two\n\nText\n\n[^1]: Note\n",
    );
    expect(sections.map(({ level }) => level)).toEqual([0, 2, 3]);
    expect(sections[1]?.html).toContain("Quoted");
    expect(sections.map(({ html }) => html).join()).not.toContain("footnotes");
    expect(footnotes).toMatch(/^<section class="footnotes">/);
  });

  test("correspond one to one if both have the same structure", () => {
    const first = [section(0, 10), section(2, 400), section(3, 20)];
    const second = [section(0, 400), section(2, 10), section(3, 900)];
    expect(alignSections(first, second)).toEqual(first.map((one, index) => [one, second[index]]));
  });

  test("stand alone where the other text has no heading of that level", () => {
    const first = [section(0, 50), section(2, 300), section(3, 100), section(2, 300)];
    const second = [section(0, 50), section(2, 320), section(2, 330)];
    expect(levels(alignSections(first, second))).toEqual([
      [0, 0],
      [2, 2],
      [3, undefined],
      [2, 2],
    ]);
  });

  test("are matched by length where levels don't decide", () => {
    const first = [section(2, 100), section(2, 2000)];
    expect(alignSections(first, [section(2, 2100)])).toEqual([
      [first[0], undefined],
      [first[1], section(2, 2100)],
    ]);
  });

  test("are all there, in order, once", () => {
    const anySections = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 500 })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anySections, anySections, (one, other) => {
        const [first, second] = [one, other].map((list) => list.map(([l, n]) => section(l, n)));
        const pairs = alignSections(first ?? [], second ?? []);
        expect(pairs.flatMap(([side]) => side ?? [])).toEqual(first);
        expect(pairs.flatMap(([, side]) => side ?? [])).toEqual(second);
      }),
    );
  });
});

test("sections of two texts with other parts correspond by what translations keep", () => {
  const english =
    "Intro.\n\n# A\n\nText.\n\n## A1\n\nMore.\n\n# B\n\nText[^1].\n\n# C\n\nText.\n\n[^1]: N";
  const spanish =
    "# A\n\nTexto.\n\n# B\n\nTexto[^1].\n\n## B1\n\nMás.\n\n# C\n\nTexto.\n\n# D\n\nTexto.\n\n[^1]: N";
  const numbered = [
    "# 2021\n\nThe year 2021.\n\n# 2022\n\nAnd 2022.\n",
    "# El año 2022\n\nY 2022.\n",
  ];
  const pairsOf = (first: string, second: string) =>
    alignSections(renderArticle(first).sections, renderArticle(second).sections).map((pair) =>
      pair.map((one) => /<h\d[^>]*>(.*?)<\/h/.exec(one?.html ?? "")?.[1] ?? "").join("|"),
    );
  expect(pairsOf(english, spanish)).toEqual(["|", "A|A", "A1|", "B|B", "|B1", "C|C", "|D"]);
  expect(pairsOf(...(numbered as [string, string]))).toEqual(["2021|", "2022|El año 2022"]);
});
