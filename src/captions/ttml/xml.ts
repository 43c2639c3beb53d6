/** Parses XML, with fast-xml-parser, to a tree whose elements have line numbers. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { consumeCharacterReference } from "../character-references.ts";

export interface XmlElement {
  /** Without its prefix, because caption files use different prefixes. */
  readonly name: string;
  /** Decoded values by the name without its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** The line of its start tag, counted from 1. */
  readonly line: number;
}

/** An error in an XML text. */
export interface XmlError {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** Our own limit against hostile files: caption files have about ten levels. */
const maxDepth = 60;
const metaKey: unknown = XMLParser.getMetaDataSymbol();
const textKey = "#text";
const cdataKey = "#cdata";
const attributesKey = ":@";

/**
 * Parses a text whose lines end in LF. Never throws, and takes time in proportion to the text's length.
 * Decodes character references, but doesn't expand the entities of a DOCTYPE. If the XML has an error, the
 * root contains what could be parsed.
 */
export function parseXml(text: string): {
  readonly root: XmlElement | undefined;
  readonly error: XmlError | undefined;
} {
  const validation = XMLValidator.validate(text);
  const error = validation === true ? undefined : toXmlError(validation.err, text);
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
    const message = `This XML can't be parsed (${reason.slice(0, 80)}).`;
    return { root: undefined, error: error ?? { line: 1, message } };
  }
}

/** The children of an element that are elements. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** Explains the validator's most frequent errors. */
function toXmlError(
  { code, msg, line }: { readonly code: string; readonly msg: string; readonly line: number },
  text: string,
): XmlError {
  const unclosed = /\[\s*"([^"]{1,40})"/.exec(msg)?.[1];
  if (code === "InvalidXml" && unclosed !== undefined) {
    const lastLine = text.split("\n").length;
    const message = `This XML is incomplete: <${unclosed}> is never closed. Was the file saved completely?`;
    return { line: lastLine, message };
  }
  if (code === "InvalidChar" && msg.includes("'&'")) {
    return { line, message: "In XML, an & must be written as &amp;." };
  }
  return { line, message: `This XML isn't well-formed here: ${msg.slice(0, 160)}` };
}

/** Converts the parser's nodes, `{ p: […], ":@": {…} }`, to elements and strings. */
function toNodes(parsed: unknown, lines: LineCounter): (XmlElement | string)[] {
  const nodes: (XmlElement | string)[] = [];
  if (!Array.isArray(parsed)) return nodes;
  for (const node of parsed) {
    for (const [name, content] of Object.entries<unknown>(node)) {
      if (name === attributesKey) continue;
      if (name === textKey) nodes.push(decodeReferences(String(content)));
      else if (name === cdataKey) nodes.push(joinTextNodes(content));
      else {
        const line = lines.lineAt(node[metaKey as symbol]?.startIndex ?? 0);
        const attributes = toAttributes(node[attributesKey]);
        nodes.push({ name: localName(name), attributes, children: toNodes(content, lines), line });
      }
    }
  }
  return nodes;
}

function toAttributes(parsed: object | undefined): Map<string, string> {
  const entries = Object.entries(parsed ?? {});
  return new Map(
    entries.map(([name, value]) => [localName(name), decodeReferences(String(value))]),
  );
}

function joinTextNodes(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content.map((part) => String(part[textKey] ?? "")).join("");
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

function decodeReferences(text: string): string {
  return text.replace(/&[#\w]{1,40};/g, (reference) => {
    const decoded = consumeCharacterReference(reference, 0);
    return decoded?.position === reference.length ? decoded.text : reference;
  });
}

/** Finds the line numbers of ascending offsets in one pass. */
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
