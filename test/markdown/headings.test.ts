import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderArticle } from "../../src/markdown/html.ts";

const idsOf = (markdown: string) => renderArticle(markdown).headings.map(({ id }) => id);

describe("a document's headings", () => {
  test("have ids made from their words, in any script", () => {
    const headings = [
      "## Bản ghi nhớ là gì?",
      "## ما هي المذكّرة",
      "## ¿Qué es?",
      "## 2021: *dates*",
    ];
    expect(idsOf(headings.join("\n\n"))).toEqual([
      "bản-ghi-nhớ-là-gì",
      "ما-هي-المذكّرة",
      "qué-es",
      "2021-dates",
    ]);
  });

  test("have the same id whether their letters are composed or not", () => {
    expect(idsOf("## Bản ghi nhớ".normalize("NFD"))).toEqual(["bản-ghi-nhớ"]);
  });

  test("are unique, and differ from the page's own ids", () => {
    expect(
      idsOf("## Dates\n\n## Dates\n\n## Content\n\n## Related\n\n## Cite\n\n## !?\n\n## …"),
    ).toEqual(["dates", "dates-2", "content-2", "related-2", "cite-2", "part", "part-2"]);
  });

  test("have the same text in the table of contents", () => {
    const { headings, html } = renderArticle(
      "## A & B: `<b>` and [a link](https://example.org)\n\nTwo\nlines\n---",
    );
    expect(headings.map(({ text }) => text)).toEqual(["A & B: <b> and a link", "Two lines"]);
    expect(html).toContain("<code>&lt;b&gt;</code>");
  });

  test("begin below the page's title and skip no level", () => {
    const levels = (markdown: string) => renderArticle(markdown).headings.map(({ level }) => level);
    expect(levels("# One\n\n## Two\n\n# Three")).toEqual([2, 3, 2]);
    expect(levels("### One\n\n###### Two\n\n#### Three\n\n## Four")).toEqual([2, 3, 3, 2]);
  });

  test("have an outline without gaps, and one anchor each, for any text", () => {
    const line = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const markdown = lines.map(([level, text]) => `${"#".repeat(level)} ${text}`).join("\n\n");
        const { headings, html } = renderArticle(markdown);
        let before = 1;
        for (const { level } of headings) {
          expect(level).toBeGreaterThanOrEqual(2);
          expect(level).toBeLessThanOrEqual(before + 1);
          before = level;
        }
        expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length);
        for (const { level, id } of headings) expect(html).toContain(`<h${level} id="${id}">`);
        for (const { id } of headings) expect(id).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
      }),
    );
  });
});
