import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { SpokenText, TranscriptSource } from "../../../src/transcripts/formats/format.ts";
import { transcriptFormats } from "../../../src/transcripts/formats/formats.ts";
import { hostile, source } from "../source.ts";

function bytesWith(changes: Partial<TranscriptSource> = {}): Uint8Array {
  const bytes = transcriptFormats.get("docx")?.render(source(changes));
  if (!(bytes instanceof Uint8Array)) throw new Error("docx is bytes");
  return bytes;
}

/** The parts of the package, each well-formed. */
function partsOf(changes: Partial<TranscriptSource> = {}): Record<string, string> {
  const files = Object.entries(unzipSync(bytesWith(changes)));
  for (const [name, bytes] of files) {
    expect(XMLValidator.validate(strFromU8(bytes)), name).toBe(true);
  }
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const documentOf = (changes: Partial<TranscriptSource> = {}) =>
  partsOf(changes)["word/document.xml"] ?? "";

interface Element {
  name: string;
  children: Element[];
}

/** The elements of a part, in their order. */
function elementsOf(xml: string): Element[] {
  const read = (nodes: Record<string, unknown>[]): Element[] =>
    nodes.flatMap((node) =>
      Object.entries(node)
        .filter(([name]) => name !== ":@" && name !== "#text" && !name.startsWith("?"))
        .map(([name, children]) => ({ name, children: read(children as never) })),
    );
  return read(new XMLParser({ preserveOrder: true }).parse(xml));
}

/** Every element of a name, wherever it stands. */
function all(elements: readonly Element[], name: string): Element[] {
  return elements.flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...all(element.children, name),
  ]);
}

const arabic: SpokenText = {
  name: "كيف وصلنا",
  language: "ar",
  languageName: "العربية",
  direction: "rtl",
  origin: "human",
  cues: [{ startTime: 65, endTime: 69, text: "<v آنا>اسمي آنا. أنا من هنا." }],
  chapters: source().chapters,
};

describe("a Word document", () => {
  test("has a chapter's names of two directions in a paragraph each", () => {
    const chapters = source().chapters.map((one) => ({ ...one, name: `الفصل ${one.name}` }));
    const paragraphs =
      documentOf({ secondary: { ...arabic, chapters } }).match(/<w:p>.*?<\/w:p>/g) ?? [];
    const headings = paragraphs.filter((one) => one.includes('w:val="Heading1"'));
    expect(headings.map((one) => one.includes("<w:bidi/>"))).toEqual([false, true, false, true]);
    const spanish = { ...arabic, chapters, language: "es", direction: "ltr" as const };
    expect(documentOf({ secondary: spanish }).match(/"Heading1"/g)).toHaveLength(2);
  });

  test("keeps the slash at the end of an address after it in a text from right to left", () => {
    const xml = documentOf({ ...arabic, license: "CC-BY-4.0" });
    expect(xml).toMatch(/licenses\/by\/4\.0\/<\/w:t><\/w:r><\/w:hyperlink><w:r>.{0,200}> \u200E</);
    expect(documentOf({ license: "CC-BY-4.0" })).not.toContain("\u200E");
  });

  test("contains every part that it refers to, with its content type", () => {
    const parts = partsOf();
    const types = parts["[Content_Types].xml"];
    for (const part of Object.keys(parts).filter((name) => !/rels$|^\[/.test(name))) {
      expect(types).toContain(`PartName="/${part}"`);
    }
    const links = parts["word/_rels/document.xml.rels"] ?? "";
    for (const [, target] of links.matchAll(/Target="([^":]+)"/g)) {
      expect(Object.keys(parts)).toContain(`word/${target}`);
    }
  });

  test("has Word's headings, speakers in bold and sounds in italics", () => {
    const xml = documentOf();
    expect(xml).toContain('<w:pStyle w:val="Title"/>');
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2);
    expect(partsOf()["word/styles.xml"]).toContain('<w:name w:val="heading 1"/>');
    expect(xml).toMatch(
      /<w:b\/><w:bCs\/><w:lang [^>]*\/><\/w:rPr><w:t xml:space="preserve">Ana: </,
    );
    expect(xml).toMatch(
      /<w:i\/><w:iCs\/><w:lang [^>]*\/><\/w:rPr><w:t xml:space="preserve">\[music\]/,
    );
  });

  test("marks the language of every run, with a region as Word does", () => {
    const xml = documentOf({ language: "es" });
    const runs = xml.match(/<w:r>/g)?.length;
    expect(xml.match(/<w:lang w:val="es-ES" w:eastAsia="es-ES" w:bidi="es-ES"\/>/g)).toHaveLength(
      runs ?? -1,
    );
    expect(documentOf({ language: "es-MX" })).toContain('w:val="es-MX"');
    expect(documentOf({ language: "vi" })).toContain('w:val="vi-VN"');
  });

  test("has title, publisher, date and citation in its properties", () => {
    const parts = partsOf({ datePublished: "2026-11-01", license: "CC-BY-4.0" });
    expect(parts["docProps/core.xml"]).toContain("<dc:title>How Did We Get Here?</dc:title>");
    expect(parts["docProps/core.xml"]).toContain("2026-11-01T00:00:00Z");
    expect(parts["word/document.xml"]).toContain(
      "How Did We Get Here? · Immigrant Justice Network<",
    );
    expect(parts["word/document.xml"]).toContain("License: CC-BY-4.0<");
  });

  test("numbers its pages", () => {
    expect(partsOf()["word/footer1.xml"]).toMatch(/PAGE .* NUMPAGES /);
    expect(documentOf()).toContain('<w:footerReference w:type="default" r:id="footer"/>');
  });

  test("links times if the options say so, and every link has an address", () => {
    expect(documentOf()).not.toContain("1:05");
    const parts = partsOf({ options: { times: true, speakers: true } });
    expect(parts["word/document.xml"]).toMatch(/r:id="(link\d)".*>1:05</);
    const links = parts["word/_rels/document.xml.rels"] ?? "";
    for (const [, id] of (parts["word/document.xml"] ?? "").matchAll(/r:id="([^"]+)"/g)) {
      expect(links).toContain(`Id="${id}"`);
    }
    expect(links).toContain('Target="https://video.example/en/watch/part-one?t=65"');
  });

  test("is right to left in Arabic: section, paragraphs and runs", () => {
    const xml = documentOf(arabic);
    expect(xml).toMatch(/<w:bidi\/><\/w:sectPr>/);
    expect(
      all(elementsOf(xml), "w:pPr").every(({ children }) =>
        children.some(({ name }) => name === "w:bidi"),
      ),
    ).toBe(true);
    expect(xml).toContain('<w:rtl/><w:lang w:val="ar-EG" w:eastAsia="ar-EG" w:bidi="ar-EG"/>');
  });

  test("has its elements in the schema's order", () => {
    const order = "w:pStyle w:bidi w:rStyle w:b w:bCs w:i w:iCs w:rtl w:lang".split(" ");
    const elements = elementsOf(
      documentOf({ ...arabic, options: { times: true, speakers: true } }),
    );
    for (const properties of [...all(elements, "w:pPr"), ...all(elements, "w:rPr")]) {
      const places = properties.children.map(({ name }) => order.indexOf(name));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  test("has the same bytes each time", () => {
    expect(bytesWith({ datePublished: "2026-11-01" })).toEqual(
      bytesWith({ datePublished: "2026-11-01" }),
    );
    expect(bytesWith({ datePublished: "1920-01-01" }).length).toBeGreaterThan(0);
  });
});

describe("a pair in Word", () => {
  test("is a table of two columns for each chapter, with a repeated header and each cell's language", () => {
    const xml = documentOf({ secondary: arabic });
    const tables = all(elementsOf(xml), "w:tbl");
    expect(tables).toHaveLength(2);
    for (const row of all(tables, "w:tr")) expect(all([row], "w:tc")).toHaveLength(2);
    // Word calls a file damaged whose cell doesn't end in a paragraph.
    for (const cell of all(tables, "w:tc")) expect(cell.children.at(-1)?.name).toBe("w:p");
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:b\/><w:bCs\/><w:rtl\/>.*آنا: /);
  });

  test("begins on the right if its first language is right to left", () => {
    expect(documentOf({ ...arabic, secondary: { ...source(), language: "en" } })).toContain(
      "<w:bidiVisual/>",
    );
  });
});

test("all parts stay valid with hostile names and texts", () => {
  const xml = documentOf(hostile);
  expect(xml).not.toContain("<script");
  documentOf({ ...hostile, secondary: { ...arabic, ...hostile } as SpokenText });
  documentOf({ name: "\u0001\uD800\uFFFE]]>" });
  documentOf({ cues: [] });
});
