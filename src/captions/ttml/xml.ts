/** XML as a small tree that knows its lines, read with fast-xml-parser. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { consumeCharacterReference } from "../character-references.ts";

export interface XmlElement {
  /** Without its prefix: caption files name their namespaces in many ways. */
  name: string;
  /** By name without prefix, references decoded. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** Of its first letter, counted from 1. */
  line: number;
}

/** What is wrong with an XML text, and where. */
export interface XmlError {
  /** Counted from 1. */
  line: number;
  message: string;
}

/** Caption files nest some ten deep; more is a bomb. */
const maxDepth = 60;
const metaKey: unknown = XMLParser.getMetaDataSymbol();
const textKey = "#text";
const cdataKey = "#cdata";
const attributesKey = ":@";

/**
 * Reads a text whose lines end in LF. Never throws, takes time in proportion to the text, and
 * expands no entities but characters': one that a DOCTYPE defines stays as it is written.
 * Gives what can be read even where there is an error.
 */
export function parseXml(text: string): {
  root: XmlElement | undefined;
  error: XmlError | undefined;
} {
  const checked = XMLValidator.validate(text);
  const error = checked === true ? undefined : located(checked.err, text);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    trimValues: false,
    parseTagValue: false,
    processEntities: false,
    cdataPropName: cdataKey,
    captureMetaData: true,
    maxNestedTags: maxDepth,
  });
  try {
    const lines = new LineCounter(text);
    const nodes = toNodes(parser.parse(text), lines);
    const root = nodes.find((node) => typeof node !== "string" && !node.name.startsWith("?"));
    return { root: typeof root === "string" ? undefined : root, error };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const message = `This XML cannot be read (${reason.slice(0, 80)}).`;
    return { root: undefined, error: error ?? { line: 1, message } };
  }
}

/** The elements among an element's children. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

function located(
  { code, msg, line }: { code: string; msg: string; line: number },
  text: string,
): XmlError {
  const unclosed = /\[\s*"([^"]{1,40})"/.exec(msg)?.[1];
  if (code === "InvalidXml" && unclosed !== undefined) {
    const last = text.split("\n").length;
    const message = `This XML is not whole: <${unclosed}> is never closed. Was the file saved whole?`;
    return { line: last, message };
  }
  if (code === "InvalidChar" && msg.includes("'&'")) {
    return { line, message: "An & stands alone in this XML: write it as &amp;." };
  }
  return { line, message: `This XML is not well-formed here: ${msg.slice(0, 160)}` };
}

/** Turns the parser's own nodes, `{ p: […], ":@": {…} }`, into ours. */
function toNodes(raw: unknown, lines: LineCounter): (XmlElement | string)[] {
  const nodes: (XmlElement | string)[] = [];
  if (!Array.isArray(raw)) return nodes;
  for (const node of raw) {
    for (const [name, content] of Object.entries<unknown>(node)) {
      if (name === attributesKey) continue;
      if (name === textKey) nodes.push(decodeReferences(String(content)));
      else if (name === cdataKey) nodes.push(joinTextNodes(content));
      else {
        const line = lines.lineAt(node[metaKey as symbol]?.startIndex ?? 0);
        const attributes = toAttributes(node[attributesKey]);
        nodes.push({ name: local(name), attributes, children: toNodes(content, lines), line });
      }
    }
  }
  return nodes;
}

function toAttributes(raw: object | undefined): Map<string, string> {
  const entries = Object.entries(raw ?? {});
  return new Map(entries.map(([name, value]) => [local(name), decodeReferences(String(value))]));
}

function joinTextNodes(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content.map((part) => String(part[textKey] ?? "")).join("");
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

function decodeReferences(text: string): string {
  return text.replace(/&[#\w]{1,40};/g, (reference) => {
    const decoded = consumeCharacterReference(reference, 0);
    return decoded?.position === reference.length ? decoded.text : reference;
  });
}

/** Lines of ascending offsets, found in one walk. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf("\n");
  }

  lineAt(offset: number): number {
    while (this.#next >= 0 && this.#next < offset) {
      this.#line += 1;
      this.#next = this.#text.indexOf("\n", this.#next + 1);
    }
    return this.#line;
  }
}
