import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import { parseSrt } from "../../src/captions/srt/srt.ts";
import { parseWebVtt } from "../../src/captions/webvtt/webvtt.ts";
import { renderArticle } from "../../src/markdown/html.ts";

/**
 * What a program finds in an answer apart from its texts: elements and attributes, members, fields, cues. Two answers
 * that differ in texts only have the same shape, whatever the texts are made of.
 */
export type Shape = unknown;

/** Control characters but tabs and line breaks. */
const controls = /[^\P{Cc}\t\n\r]/u;

/** Directional controls, which would reorder what stands after a title. Captions and texts need them within. */
const directions = /[\u202a-\u202e\u2066-\u2069]/;

/** @param type the media type, without parameters */
export async function shapeOf(type: string, bytes: Uint8Array): Promise<Shape> {
  if (/zip|imscc|officedocument/.test(type)) return shapeOfArchive(bytes);
  const text = strFromU8(bytes);
  if (type === "text/html") return shapeOfHtml(text);
  if (/json$|json\+|ld\+json/.test(type)) return shapeOfJson(JSON.parse(text));
  if (/xml$/.test(type)) {
    // What people read may have directions of its own; what programs show beside other texts may not.
    const isRead = /<w:document |<html /.test(text);
    if (!isRead) expect(directions.exec(text)?.index, text.slice(0, 500)).toBeUndefined();
    return shapeOfXml(text);
  }
  // The text of a document may be HTML and Markdown; a reader's program escapes it.
  if (type === "text/markdown") return shapeOfHtml(renderArticle(text).html ?? "");
  expect(controls.exec(text)?.index, text.slice(0, 500)).toBeUndefined();
  if (type === "text/vtt") {
    const { cues, problems } = parseWebVtt(text);
    return [cues.map(({ startTime, endTime }) => [startTime, endTime]), problems];
  }
  if (type === "application/x-subrip") return parseSrt(text).cues.map(({ startTime }) => startTime);
  if (type === "text/csv") return cellsOf(text).map((row) => row.length);
  if (/x-research-info-systems/.test(type))
    return text.split("\r\n").map((line) => line.slice(0, 6));
  if (/x-bibtex/.test(type))
    return [...text.matchAll(/^ {2}(\w+) = \{|^\}/gm)].map(([found]) => found);
  return text.split("\n").length;
}

async function shapeOfArchive(bytes: Uint8Array): Promise<Shape> {
  const files = Object.entries(unzipSync(bytes));
  return Promise.all(
    files.map(async ([name, content]) => {
      expect(name).not.toMatch(/^[/\\]|\.\.|[<>:"|?*]/);
      expect(name).not.toMatch(controls);
      const extension = name.replace(/^.*\./, "");
      return [extension, await shapeOf(typesOf[extension] ?? "text/plain", content)];
    }),
  );
}

const typesOf: Readonly<Record<string, string>> = {
  docx: "application/zip",
  epub: "application/zip",
  html: "text/html",
  json: "application/json",
  md: "text/markdown",
  opf: "application/xml",
  rels: "application/xml",
  srt: "application/x-subrip",
  vtt: "text/vtt",
  xhtml: "application/xml",
  xml: "application/xml",
  csv: "text/csv",
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

function shapeOfXml(xml: string): Promise<Shape> {
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(controls.exec(xml)?.index, xml.slice(0, 500)).toBeUndefined();
  // A reference to a character that XML doesn't allow (1.0, section 4.1).
  expect(xml).not.toMatch(/&#(?:0|x0|[1-8]|1[124-9]|2\d|3[01]|6553[45]|xfff[ef]);/i);
  return shapeOfNodes(parser.parse(xml));
}

type Node = Readonly<Record<string, unknown>>;

async function shapeOfNodes(nodes: readonly Node[]): Promise<Shape> {
  const shapes = nodes.map(async (node) => {
    const attributes = Object.keys((node[":@"] ?? {}) as object);
    const [name = ""] = Object.keys(node).filter((key) => key !== ":@");
    const content = node[name];
    if (!Array.isArray(content)) return [];
    // A feed's description is HTML in a text.
    const [first] = content as readonly Node[];
    const text = first?.["#text"];
    const isHtml = name === "content:encoded" && typeof text === "string";
    return [[name, attributes, isHtml ? await shapeOfHtml(text) : await shapeOfNodes(content)]];
  });
  return (await Promise.all(shapes)).flat();
}

async function shapeOfHtml(html: string): Promise<Shape> {
  const shape: unknown[] = [];
  const data: string[] = [];
  const rewriter = new HTMLRewriter()
    .on("*", {
      element({ tagName, attributes }) {
        shape.push([tagName, [...attributes].map(([name]) => name)]);
      },
    })
    .on("script", {
      text({ text, lastInTextNode }) {
        data.push(text, ...(lastInTextNode ? ["\n"] : []));
      },
    });
  await rewriter.transform(new Response(html)).text();
  const scripts = data
    .join("")
    .split("\n")
    .filter((text) => text.startsWith('{"@context"'));
  return [shape, scripts.map((text) => shapeOfJson(JSON.parse(text)))];
}

function shapeOfJson(value: unknown): Shape {
  if (typeof value === "string") expect(value.isWellFormed()).toBe(true);
  if (Array.isArray(value)) return value.map(shapeOfJson);
  if (value === null || typeof value !== "object") return typeof value;
  return Object.entries(value).map(([name, member]) => [name, shapeOfJson(member)]);
}

/** RFC 4180; no cell begins as a formula of a spreadsheet does. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    const cell = quoted?.replaceAll('""', '"') ?? bare ?? "";
    expect(cell).not.toMatch(/^[=+@\t\r-]/);
    rows.at(-1)?.push(cell);
    if (end === "\r\n") rows.push([]);
  }
  return rows;
}
