import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../src/i18n/interface-languages.ts";
import { renderArticle, renderMarkdown } from "../../src/markdown/html.ts";
import { parseMarkdown } from "../../src/markdown/parse.ts";
import { plainTextOfEvents, plainTextOfMarkdown } from "../../src/markdown/plain-text.ts";
import { aboutPagesIn } from "../../src/pages/about/texts.ts";
import { aboutNames } from "../../src/records/addresses.ts";
import { htmlWithHeadingIds, textOfHtml } from "./micromark-html.ts";

const root = join(import.meta.dirname, "../..");
const files = [...globSync("media-manifests/**/*.md", { cwd: root }), "docs/problems.md"];
const aboutPages = interfaceLanguages.flatMap((language) =>
  aboutNames.map((name): [string, string] => [
    `about/${name} in ${language}`,
    aboutPagesIn(language)[name],
  ]),
);
const documents: [string, string][] = [
  ...files.map((path): [string, string] => [path, readFileSync(join(root, path), "utf8")]),
  ...aboutPages,
];

/** Markdown that uses every construct of CommonMark, in any combination. */
const anyMarkdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "# ",
          "## ",
          "\n---\n",
          "\n===\n",
          "> ",
          "- ",
          "1. ",
          "3) ",
          "    ",
          "\t",
          "\n",
          "\n\n",
        ],
        ...["*", "**", "_", "`", "``", "\n```js\n", "[a]", "[b](c)", "![d](e 'f')", "[a]: g 'h'\n"],
        ...[
          "<b>",
          "<!-- i -->",
          "\n<div>\n",
          "<https://j.example>",
          "<k@l.example>",
          "&amp;",
          "&#38;",
        ],
        ...[
          "&#x26;",
          "&nbsp;",
          "&unknown;",
          "\\*",
          "\\\n",
          "  \n",
          "[",
          "](",
          ")",
          "!",
          "javascript:",
        ],
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom("word", " two words ", "từ", "كلمة"),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("Markdown", () => {
  test("is compared on real documents", () => {
    expect(documents.length).toBeGreaterThan(25);
  });

  test.each(documents)(
    "%s is rendered as micromark renders it, with heading ids",
    (_, markdown) => {
      expect(renderMarkdown(markdown)).toBe(htmlWithHeadingIds(markdown));
      expect(plainTextOfMarkdown(markdown)).toBe(textOfHtml(markdown));
    },
  );

  test("is rendered as micromark renders it in any combination of its constructs", () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        // Footnotes have tests of their own.
        fc.pre(!markdown.includes("[^"));
        const withoutIds = (html: string) => html.replace(/<(h[1-6]) id="[^"]*">/g, "<$1>");
        expect(withoutIds(renderMarkdown(markdown))).toBe(withoutIds(htmlWithHeadingIds(markdown)));
        // Without spaces: micromark drops the first line ending of code after a definition. With comments.
        const compact = (text: string) => text.replaceAll(" ", "");
        const words = plainTextOfEvents(parseMarkdown(markdown) ?? []);
        expect(compact(words)).toBe(compact(textOfHtml(markdown)));
      }),
      { numRuns: 200 },
    );
  });

  test("is rendered without ids for a second text on the same page", () => {
    expect(renderArticle("# One\n\nTwo\n---\n\nText", { hasIds: false }).html).toBe(
      "<h2>One</h2>\n<h3>Two</h3>\n<p>Text</p>",
    );
  });

  test("never outputs HTML or scripts of the text", () => {
    const hostile = '# <script>alert(1)</script>\n\n<img src=x onerror="a()">\n\n[a](javascript:b)';
    const { html, headings } = renderArticle(hostile);
    expect(html).not.toMatch(/<script|<img|javascript:/);
    expect(headings[0]?.text).toBe("<script>alert(1)</script>");
  });

  test("gives text without link targets, image descriptions, definitions and code languages", () => {
    const markdown =
      "A [link](b 'c'), ![picture](d)\n\n```js\ncode &amp;\n```\n\n[e]: f\n\n&copy; &#169;";
    expect(plainTextOfMarkdown(markdown)).toBe("A link, code &amp; © ©");
  });
});
