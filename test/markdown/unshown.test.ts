import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderArticle, renderMarkdown } from "../../src/markdown/html.ts";
import { plainTextOfMarkdown } from "../../src/markdown/plain-text.ts";
import { findUnshown } from "../../src/markdown/unshown.ts";

const faultsOf = (markdown: string) =>
  findUnshown(markdown).map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("what a page doesn't show is told", () => {
  test.each([
    [
      "a cell too many",
      "|A|B|\n|-|-|\n|`x | y`|z|",
      [/^3:\d+ The table has 2 columns, so “z” isn't/],
    ],
    [
      "a footnote that nothing names",
      "Text.\n\n[^n]: Lost.",
      [/^3:3 No text names the footnote \[\^n\]/],
    ],
    [
      "a footnote without a text",
      "Text[^n] and `[^code]`.",
      [/^1:5 \[\^n\] is shown as it is written/],
    ],
    ["a second footnote of one name", "A[^n].\n\n[^n]: One.\n[^N]: Two.", [/^4:3 .* on line 3/]],
    ["HTML", "A <b>bold</b> word.\n\n<div>\n</div>", [/^1:3 HTML is .* “<b>”/]],
    ["a comment", "A word.\n\n<!-- to do -->", [/^3:1 The comment “<!-- to do -->” isn't shown/]],
    [
      "an address that is no link",
      "# A\n\n[x](javascript:a) [y](tel:+1)",
      [/^3:5 “javascript:a” is no link/],
    ],
    [
      "a link to no heading",
      "# A b\n\n[x](#a-b) [y](#c)",
      [/^3:15 “#c” leads to no heading .* #a-b/],
    ],
    ["a text without words", " \n\n# \n", [/^1:1 This text shows nothing/]],
    ["a text of quotes in quotes", `${"> ".repeat(200)}deep`, [/^1:1 .* plain paragraphs/]],
  ])("%s", (_, markdown, expected) => {
    const found = faultsOf(markdown);
    expect(found).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern);
  });

  test("and nothing of an ordinary text", () => {
    const markdown =
      "# Plan\n\nA[^1] \\[^2] [x](#plan) `<b>` `[^c]`.\n\n|A|B|\n|-|-|\n|`a \\| b`|c|\n|only|\n\n[^1]: Note[^n].\n[^n]: More.\n\nEnd.\n\n    [^code]\n";
    expect(faultsOf(markdown)).toEqual([]);
    expect(faultsOf("![A map](map.png)")).toEqual([]);
  });

  test("in time in proportion to the text, for any text", () => {
    for (const part of [
      "<!--",
      "<!-- -->\n",
      "<b>",
      "[^a] ",
      "[^a]: b\n\n",
      "|a|b|\n",
      "[",
      "> ",
      "# \n",
    ]) {
      expect(() => findUnshown(part.repeat(2000))).not.toThrow();
    }
    const parts = fc.constantFrom(
      "# ",
      "\n",
      "|a|\n|-|\n",
      "|b|c|",
      "[^a]",
      "[^a]: ",
      "<!--",
      "-->",
      "<b>",
      "`",
      "x",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (found) => {
        for (const { line, column } of findUnshown(found.join(""))) {
          expect(line).toBeLessThanOrEqual(found.join("").split("\n").length);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test("comments and headings without words are on no page, in no contents and not in search", () => {
  const markdown =
    "# Plan\n\n## \n\nA <!-- note --> word.\n\n<!-- more\nnotes -->\n\n## End ##\n\n`<!-- code -->`";
  const { html, headings } = renderArticle(markdown);
  expect(html).not.toMatch(/note|<h3[^>]*><\/h3>/);
  expect(html).toContain("A  word.");
  expect(html).toContain("&lt;!-- code --&gt;");
  expect(headings.map(({ text }) => text)).toEqual(["Plan", "End"]);
  expect(plainTextOfMarkdown(markdown)).toBe("Plan A word. End <!-- code -->");
  // One that isn't closed would hide the rest.
  expect(renderArticle("<!-- open\n\nText.").html).toContain("Text.");
  expect(renderMarkdown("Text.")).toBe("<p>Text.</p>");
});
