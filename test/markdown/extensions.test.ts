import { describe, expect, test } from "vitest";
import { renderArticle } from "../../src/markdown/html.ts";
import { plainTextOfMarkdown } from "../../src/markdown/plain-text.ts";

const labels = {
  language: "es",
  footnotes: "Notas",
  backToText: (number: number) => `Volver, nota ${number}`,
  linkToPart: (heading: string) => `Enlace a «${heading}»`,
};
const html = (markdown: string, options = {}) => renderArticle(markdown, options).html.trim();

describe("tables", () => {
  const table = "| Year | Count |\n|:---|---:|\n| 2019 | *9* |\n| 2020 |\n| 2021 | 7 | more |\n";

  test("have headings for their columns and as many cells in each row", () => {
    expect(html(table).replace(/\n/g, "")).toBe(
      '<table><thead><tr><th scope="col" class="align-left">Year</th><th scope="col" class="align-right">Count</th></tr></thead>' +
        '<tbody><tr><td class="align-left">2019</td><td class="align-right"><em>9</em></td></tr>' +
        '<tr><td class="align-left">2020</td><td class="align-right"></td></tr>' +
        '<tr><td class="align-left">2021</td><td class="align-right">7</td></tr></tbody></table>',
    );
  });

  test("scroll on a screen, also by keyboard", () => {
    expect(html(table, { isOnScreen: true })).toMatch(
      /^<div class="table" tabindex="0"><table>[\s\S]*<\/table><\/div>$/,
    );
  });

  test("may have pipes in code, and escaped ones in text", () => {
    const cells = html("| a |\n|---|\n| `b \\| c` |\n| d \\| e |\n");
    expect(cells).toContain("<code>b | c</code>");
    expect(cells).toContain("<td>d | e</td>");
  });

  test("are words apart in the plain text", () => {
    expect(plainTextOfMarkdown(table)).toBe("Year Count 2019 9 2020 2021 7 more");
  });
});

describe("footnotes", () => {
  const text =
    "One[^a], two[^b c] and again[^A].\n\n[^b c]: no\n[^a]: First *note*.\n\n    More.\n";

  test("are numbered in the order of the text, and link both ways with ids of their own", () => {
    const { html: shown, footnotes } = renderArticle("A[^x] b[^y] c[^x].\n\n[^y]: Y\n[^x]: X\n", {
      labels,
    });
    expect(shown).toContain('<sup><a class="note" href="#note_1" id="noteref_1">1</a></sup>');
    expect(shown).toContain('<a class="note" href="#note_1" id="noteref_1_2">1</a>');
    expect(footnotes).toBe(
      '<section class="footnotes">\n<h2 class="visually-hidden" lang="es">Notas</h2>\n<ol>\n' +
        '<li id="note_1">\n<p>X <a class="note-back" href="#noteref_1" lang="es" aria-label="Volver, nota 1 (1)">↩<sup>1</sup></a> ' +
        '<a class="note-back" href="#noteref_1_2" lang="es" aria-label="Volver, nota 1 (2)">↩<sup>2</sup></a></p>\n</li>\n' +
        '<li id="note_2">\n<p>Y <a class="note-back" href="#noteref_2" lang="es" aria-label="Volver, nota 2">↩</a></p>\n</li>\n</ol>\n</section>',
    );
  });

  test("may have several paragraphs, and are shown once", () => {
    const { footnotes } = renderArticle(text);
    expect(footnotes.match(/<li /g)).toHaveLength(1);
    expect(footnotes).toMatch(/First <em>note<\/em>\.<\/p>\n<p>More\. <a class="note-back"/);
  });

  test("that are named nowhere, or defined nowhere, are text or nothing", () => {
    expect(html("A[^z]\n\n[^y]: never\n")).toBe("<p>A[^z]</p>");
  });

  test("of a second text on the page have other ids", () => {
    const ids = [
      ...html("# N\n\nA[^1]\n\n[^1]: B\n", { idPrefix: "second_" }).matchAll(/id="(.*?)"/g),
    ];
    expect(ids.map(([, id]) => id)).toEqual(["n", "second_noteref_1", "second_note_1"]);
  });

  test("never share an id with a heading", () => {
    const all = html("# note 1\n\n# note_1\n\nA[^1]\n\n[^1]: # noteref 1\n");
    const ids = [...all.matchAll(/ id="(.*?)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are in the plain text without their marks", () => {
    expect(plainTextOfMarkdown("One[^a].\n\n[^a]: Note.\n")).toBe("One. Note.");
  });

  test("leave the headings in them out of the table of contents", () => {
    const { headings } = renderArticle("# A\n\nb[^1]\n\n[^1]: # C\n\n[^2]: # D\n");
    expect(headings.map(({ text: heading }) => heading)).toEqual(["A"]);
  });
});

describe("deleted text", () => {
  test("has two tildes; one is a tilde", () => {
    expect(html("~~old~~ new, ~20 to ~30")).toBe("<p><del>old</del> new, ~20 to ~30</p>");
  });
});

describe("headings", () => {
  test("have a link to themselves beside them, in any script", () => {
    expect(html("# لماذا\n", { labels })).toBe(
      `<div class="heading"><h2 id="لماذا">لماذا</h2><a class="heading-link" href="#${encodeURIComponent("لماذا")}" lang="es" aria-label="Enlace a «لماذا»">#</a></div>`,
    );
  });

  test.each([
    ["# The  Memo\n\nText", "<p>Text</p>"],
    ["\n\nThe memo\n===\n\n## Part\n", '<h2 id="part">Part</h2>'],
    ["# [The Memo]\n\nText", "<p>Text</p>"],
    ["# الم\n\nText", "<p>Text</p>"],
  ])("at the start that repeat the title are left out: %j", (markdown, expected) => {
    expect(html(markdown, { names: ["The memo", "[الم]"] })).toBe(expected);
  });

  test.each(["## The memo\n", "Text\n\n# The memo\n", "# The memo of 2021\n", "> # The memo\n"])(
    "that don't only repeat the title at the start are kept: %j",
    (markdown) => {
      expect(html(markdown, { names: ["The memo"] })).toContain("The memo");
    },
  );
});

describe("pictures", () => {
  const pictures = new Map([
    ["maps/a b.png", { src: "/media/1.png", width: 40, height: 30 }],
    ["c.png", { src: "/media/2.png", width: 10, height: 20 }],
  ]);

  test("of the document are shown with their sizes", () => {
    const shown = html('![A *map*](maps/a%20b.png "T") ![](./c.png)', { pictures });
    expect(shown).toBe(
      '<p><img src="/media/1.png" alt="A map" title="T" width="40" height="30" loading="lazy" /> ' +
        '<img src="/media/2.png" alt="" width="10" height="20" loading="lazy" /></p>',
    );
  });

  test.each([
    "https://x.example/c.png",
    "//x.example/c.png",
    "../c.png",
    "data:image/png,1",
    "d.png",
  ])("from elsewhere are their description: %s", (address) => {
    expect(html(`![A "map"](${address})`, { pictures })).toBe(
      '<p><span class="missing-picture">A &quot;map&quot;</span></p>',
    );
  });
});
