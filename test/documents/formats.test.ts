import { EpubCheck } from "@likecoin/epubcheck-ts";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { documentFormats } from "../../src/documents/formats.ts";
import type { DocumentSource } from "../../src/documents/source.ts";
import { renderArticle } from "../../src/markdown/html.ts";
import { documentSource, markdown } from "./source.ts";

const render = (extension: string, changes: Partial<DocumentSource> = {}) =>
  documentFormats.get(extension)?.render(documentSource(changes)) ?? "";

function filesOf(extension: string, changes: Partial<DocumentSource> = {}) {
  const bytes = render(extension, changes);
  if (typeof bytes === "string") throw new Error(`${extension} is bytes`);
  const files = Object.entries(unzipSync(bytes));
  const texts = files.filter(([name]) => /\.(?:xml|rels|opf|xhtml)$/.test(name));
  for (const [name, content] of texts) {
    expect(XMLValidator.validate(strFromU8(content)), name).toBe(true);
  }
  return { bytes, parts: Object.fromEntries(files.map(([name, part]) => [name, strFromU8(part)])) };
}

const hostileTexts = fc.array(
  fc.oneof(
    fc.constantFrom("# ", "\n\n", "- ", "> ", "1. ", "|a|\n|-|\n", "[^a]", "[^a]: ", "![b](c.png)"),
    fc.constantFrom("</p>", "<br>", "&", '"', "]]>", "\u0001", "\uFFFF", "`", "**", "[d](e)", "\n"),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  ),
  { maxLength: 25 },
);

/** Elements that HTML allows only text and inline elements in. */
const textOnly = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6"]);
const blocks = new Set([...textOnly, "blockquote", "div", "ol", "pre", "section", "table", "ul"]);

/** What a validator of XHTML reports beyond well-formed XML: blocks in text, repeated ids, unknown attributes. */
function contentFaults(xhtml: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const known =
    /^(?:id|href|src|alt|title|lang|aria-label|xml:lang|dir|class|width|height|scope|start|role)$/;
  const visit = (nodes: Record<string, unknown>[], inText: boolean) => {
    for (const node of nodes) {
      const attributes = (node[":@"] ?? {}) as Record<string, string>;
      for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith("xmlns") || /^(?:rel|type|epub:type|version|encoding)$/.test(name))
          continue;
        if (!known.test(name)) faults.push(`attribute ${name}`);
        if (name === "id" && ids.has(value)) faults.push(`id ${value}`);
        if (name === "id") ids.add(value);
      }
      for (const [name, children] of Object.entries(node)) {
        if (!Array.isArray(children)) continue;
        if (inText && blocks.has(name)) faults.push(`${name} in text`);
        visit(children, inText || textOnly.has(name));
      }
    }
  };
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
  });
  visit(parser.parse(xhtml), false);
  return faults;
}

const png = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  ),
  (character) => character.charCodeAt(0),
);
const picture = {
  src: "https://library.example/media/x.png",
  sha256: "ab".repeat(32),
  extension: "png",
  width: 1,
  height: 1,
  bytes: png,
};

describe("a book (EPUB)", () => {
  test.each<[string, Partial<DocumentSource>]>([
    ["in English", {}],
    ["in Arabic, from right to left", { language: "ar", direction: "rtl", name: "المذكرة" }],
    ["with pictures", { pictures: new Map([["map.png", picture]]) }],
    ["without anything but a word", { markdown: "word", authors: [], facts: [], publisher: "" }],
    ["with a warning", { contentWarning: "Deaths & <b>", notice: "The original has changed" }],
  ])("passes EPUBCheck: %s", async (_, changes) => {
    const { bytes, parts } = filesOf("epub", changes);
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages).toEqual([]);
    expect(contentFaults(parts["EPUB/text.xhtml"] ?? "")).toEqual([]);
  });

  test("begins with its media type, which isn't compressed", () => {
    const { bytes } = filesOf("epub");
    expect(strFromU8(bytes.subarray(30, 38 + 20))).toBe("mimetypeapplication/epub+zip");
  });

  test("has headings to go to, metadata of accessibility and rights, and its pictures", () => {
    const { parts } = filesOf("epub", { pictures: new Map([["map.png", picture]]) });
    expect(parts["EPUB/nav.xhtml"]).toContain('<a href="text.xhtml#what-it-asks-287-g">');
    expect(parts["EPUB/package.opf"]).toContain("CC-BY-NC-4.0 · © IJN");
    expect(parts["EPUB/package.opf"]).toContain(
      '<meta property="schema:accessibilityFeature">alternativeText</meta>',
    );
    expect(parts["EPUB/text.xhtml"]).toContain(
      '<img src="pictures/abababababababab.png" alt="A map"',
    );
    expect(parts["EPUB/pictures/abababababababab.png"]).toBeDefined();
    expect(parts["EPUB/text.xhtml"]).toContain('<span class="missing-picture">gone</span>');
  });

  test("is well-formed, and has no blocks in text, for any text", () => {
    fc.assert(
      fc.property(hostileTexts, (pieces) => {
        const { parts } = filesOf("epub", { markdown: pieces.join("") });
        expect(contentFaults(parts["EPUB/text.xhtml"] ?? "")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a Word document", () => {
  const xml = () => filesOf("docx").parts["word/document.xml"] ?? "";

  test("has its pictures with their descriptions, as large as they are or the page is wide", () => {
    const wide = { ...picture, src: "w.png", sha256: "cd".repeat(32), width: 4000, height: 1000 };
    const webp = { ...picture, src: "p.webp", extension: "webp" };
    const { parts } = filesOf("docx", {
      markdown: "![A <map>](map.png) ![Wide](wide.png) ![Photo](photo.webp) ![Again](map.png)",
      pictures: new Map([
        ["map.png", { ...picture, width: 100, height: 40 }],
        ["wide.png", wide],
        ["photo.webp", webp],
      ]),
    });
    const document = parts["word/document.xml"] ?? "";
    expect(document).toContain('<wp:extent cx="952500" cy="381000"/>');
    expect(document).toContain('<wp:extent cx="6332220" cy="1583055"/>');
    expect(document).toContain('descr="A &lt;map&gt;"');
    expect(document.match(/<wp:docPr id="\d"/g)).toEqual(
      [1, 2, 3].map((number) => `<wp:docPr id="${number}"`),
    );
    // Word shows WebP only in newer versions.
    expect(document).toContain("Photo</w:t>");
    expect(Object.keys(parts).filter((name) => name.startsWith("word/media/"))).toEqual([
      "word/media/abababababababab.png",
      "word/media/cdcdcdcdcdcdcdcd.png",
    ]);
    expect(parts["word/_rels/document.xml.rels"]).toContain(
      'Id="picture2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/cdcdcdcdcdcdcdcd.png"',
    );
    expect(parts["[Content_Types].xml"]).toContain(
      '<Default Extension="png" ContentType="image/png"/>',
    );
    expect(XMLValidator.validate(document)).toBe(true);
  });

  test("has the text with its headings, lists, tables, notes and links", () => {
    const document = xml();
    expect(document.match(/w:val="Title"/g)).toHaveLength(1);
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.*?What it asks: 287\(g\)/);
    expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>.*?2021: a table/);
    expect(document).toContain('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr>');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document).toContain('<w:hyperlink w:anchor="_note_1"');
    expect(document).toContain('w:name="_note_1"');
    expect(document).not.toContain("↩");
    expect(filesOf("docx").parts["word/_rels/document.xml.rels"]).toContain(
      'Target="https://example.org/a?b=1&amp;c=2"',
    );
  });

  test("has every word of the text once, in its order", () => {
    const shown = (text: string) => text.replace(/\s+/g, "");
    const words = [...xml().matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join("");
    const { html } = renderArticle(markdown, { names: ["The plan"] });
    const own = html
      .replace(/<img[^>]*alt="([^"]*)"[^>]*>/g, "$1")
      .replace(/<a class="note-back".*?<\/a>|<hr \/>/g, "")
      .replace(/<[^>]*>/g, "");
    for (const line of own.split("\n")) {
      expect(shown(words).replaceAll("&#39;", "'")).toContain(shown(line));
    }
  });

  test("is well-formed for any text, in either direction", () => {
    fc.assert(
      fc.property(hostileTexts, fc.boolean(), (pieces, isRightToLeft) => {
        const direction = isRightToLeft ? "rtl" : "ltr";
        const { parts } = filesOf("docx", { markdown: pieces.join(""), direction });
        expect(parts["word/document.xml"]).toContain("<w:body>");
        // A cell or a body without a paragraph is broken for Word.
        expect(parts["word/document.xml"]).not.toMatch(/<\/w:tcPr><\/w:tc>/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a Markdown file", () => {
  test("has the title once, the text as it was written, and its source and rights", () => {
    const text = String(render("md"));
    expect(text.startsWith("# The plan\n\nBefore *the* first")).toBe(true);
    expect(
      text.endsWith(`---

The plan · The Observatory · 1 November 2026${"  "}
Source: <https://library.example/en/read/plan>${"  "}
Translator: Nguyễn Thị Lan (English)${"  "}
License: CC-BY-NC-4.0 · © IJN <https://creativecommons.org/licenses/by-nc/4.0/>
`),
    ).toBe(true);
    expect(String(render("md", { markdown: "Text" })).startsWith("# The plan\n\nText\n")).toBe(
      true,
    );
  });

  test("leads to its pictures, wherever the text names them", () => {
    const picture = { src: "https://l.example/media/1.png", width: 1, height: 1 };
    const pictures = new Map([["a b.png", { ...picture, sha256: "", extension: "png" }]]);
    const own =
      "![One [x](y)](a%20b.png 'T') ![two][p] ![p] ![r](http://r.example/a%20b.png)\n\n[p]: <a b.png>\n";
    expect(String(render("md", { markdown: own, pictures }))).toContain(
      "![One [x](y)](https://l.example/media/1.png 'T') ![two][p] ![p] ![r](http://r.example/a%20b.png)\n\n[p]: <https://l.example/media/1.png>",
    );
  });
});
