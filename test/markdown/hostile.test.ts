import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderArticle } from "../../src/markdown/html.ts";
import { plainTextOfMarkdown } from "../../src/markdown/plain-text.ts";
import {
  expectTimeInProportion,
  repeatTo,
  startProcessorTimer,
} from "../support/processor-time.ts";

/** Inputs for which micromark alone needs from seconds to minutes. */
const hostile: [string, string][] = [
  ["block quotes in one another", ">".repeat(200_000)],
  ["block quotes in one another on every line", `${"> ".repeat(500)}a\n`.repeat(1000)],
  ["lists in one another", "- ".repeat(100_000)],
  ["numbered lists in one another", "1) ".repeat(100_000)],
  [
    "lists in one another by indentation",
    Array.from({ length: 1000 }, (_, depth) => `${"  ".repeat(depth)}- a\n`).join(""),
  ],
  ["unclosed links", "[a](".repeat(50_000)],
  ["opening brackets", "[".repeat(200_000)],
  ["links", "[a](b)".repeat(50_000)],
  ["alternating emphasis", "*a_".repeat(25_000)],
  ["strong emphasis that never ends", "**a ".repeat(100_000)],
  ["alternating emphasis in many paragraphs", `${"*a_".repeat(1000)}\n\n`.repeat(100)],
  ["alternating emphasis in many headings", `# ${"*a_".repeat(1000)}\n`.repeat(100)],
  ["alternating emphasis in a block quote", `> ${"*a_".repeat(20)}\n`.repeat(1250)],
  ["comments that never end", "a<!-- ".repeat(15_000)],
  ["instructions that never end", "a<?".repeat(60_000)],
  ["declarations that never end", "a<!A ".repeat(10_000)],
  ["underlined headings", "a\n-\n".repeat(20_000)],
  ["footnotes in one another", "[^a]: ".repeat(100_000)],
  ["mentions of footnotes that don't exist", "[^a]".repeat(100_000)],
  ["footnotes that are all mentioned", "[^a]\n\n[^a]: b\n\n".repeat(20_000)],
  ["deletions that never end", "~~a ".repeat(100_000)],
  ["alternating emphasis in a cell", `| a |\n|---|\n| ${"*a_".repeat(50_000)} |`],
  [
    "a wide table whose rows have one cell",
    `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|b\n".repeat(20_000)}`,
  ],
];

describe("hostile Markdown", () => {
  test.each(hostile)("is shown as plain paragraphs at once: %s", (_, markdown) => {
    const timer = startProcessorTimer();
    const { html, headings } = renderArticle(markdown);
    const text = plainTextOfMarkdown(markdown);
    // Without the limits, each takes from five seconds to hours.
    expect(timer()).toBeLessThan(4000);
    expect(headings).toEqual([]);
    expect(html).toMatch(/^<p>[^<]*<\/p>(\n<p>[^<]*<\/p>)*$/);
    expect(text).toBe(markdown.replace(/\s+/g, " ").trim());
  });

  test.each([
    ">",
    "[a](",
    "[",
    "*a_",
    "**a ",
    "- ",
    "a<!-- ",
    "a<?",
    "a<!A ",
    "<a ",
    "`a``b",
    "&#",
    "a\n",
    "|",
    "|a",
    "a|\n",
    "| a |\n|-|\n",
    "| a | b |\n",
    "a\n|\n",
    "[^a]",
    "[^a]: b\n",
    "[^a]: ",
    "~~",
    "~~a ",
    "# a\n",
  ])("takes time in proportion to its length: %j repeated", (repeated) => {
    expectTimeInProportion((length) => renderArticle(repeatTo(length, ["", repeated, ""])));
  });

  test("is escaped in plain paragraphs", () => {
    const { html } = renderArticle(`<script>a("b")</script> &amp;\n\n${">".repeat(101)}\r\n \r\nc`);
    expect(html).toBe(
      `<p>&lt;script&gt;a(&quot;b&quot;)&lt;/script&gt; &amp;amp;</p>\n<p>${"&gt;".repeat(101)}</p>\n<p>c</p>`,
    );
  });

  test("is rendered in bounded time, for any repeated characters", () => {
    const unit = fc
      .array(fc.constantFrom(..."[]()*_`<>!-+=#1.&;:~|^\\ \t\na"), { minLength: 1, maxLength: 6 })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(unit, unit, (first, second) => {
        const timer = startProcessorTimer();
        renderArticle(first.repeat(2000) + second.repeat(2000));
        expect(timer()).toBeLessThan(10_000);
      }),
      { numRuns: 10 },
    );
  });

  test("is distinguished from long documents, which keep their markup", () => {
    const list = "- [A title](https://example.org/a_b) by *someone*, **2021**\n".repeat(1000);
    expect(renderArticle(list).html).toContain("<strong>2021</strong>");
    const book = `## A part\n\n${"> - Some [text](a) with *emphasis*\n".repeat(10)}\n`.repeat(100);
    expect(renderArticle(book).headings).toHaveLength(100);
  });
});
