/** A document's elements as the paragraphs, lists and tables of a Word document. */
import { decodePercent } from "../markdown/decode-percent.ts";
import {
  boldProperty,
  cell,
  italicProperty,
  type LanguageAndDirection,
  type Links,
  paragraph,
  row,
  run,
  table,
} from "../transcripts/formats/docx-elements.ts";
import { escapeXml } from "../transcripts/formats/markup.ts";
import { addList, type ListNumbers, maxListLevel } from "./docx-lists.ts";
import { pictureRun, type WordPictures } from "./docx-pictures.ts";
import { type Element, type Node, textOf } from "./tree.ts";

/** What blocks are written with. */
interface BlockContext {
  readonly text: LanguageAndDirection;
  /** The addresses of all links are added to it. */
  readonly links: Links;
  /** All lists are added to it. */
  readonly lists: ListNumbers;
  readonly pictures: WordPictures;
  /** How many drawings were written: each has a number of its own. */
  readonly drawings: { count: number };
  /** The document's page, against which addresses are resolved. */
  readonly pageUrl: string;
  readonly style?: string | undefined;
  /** The list that the blocks are an item of; only an item's first paragraph has its number. */
  readonly list?: ListPosition | undefined;
}

interface ListPosition {
  readonly number: number;
  readonly level: number;
  readonly hasNumber: boolean;
}

const inlineElements = new Set(["a", "br", "code", "del", "em", "img", "span", "strong", "sup"]);

export function writeBlocks(nodes: readonly Node[], context: BlockContext): string {
  let xml = "";
  let inline: Node[] = [];
  let item = context.list;
  const flush = () => {
    if (textOf(inline).trim() !== "" || inline.some((node) => typeof node !== "string")) {
      xml += writeParagraph(inline, { ...context, list: item });
      item = item && { ...item, hasNumber: false };
    }
    inline = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || inlineElements.has(node.name)) {
      inline.push(node);
      continue;
    }
    flush();
    xml += writeBlock(node, { ...context, list: item });
    item = item && { ...item, hasNumber: false };
  }
  flush();
  return xml;
}

function writeBlock(element: Element, context: BlockContext): string {
  const { name, children } = element;
  const heading = /^h([2-6])$/.exec(name)?.[1];
  if (heading !== undefined) {
    const style = `Heading${Math.min(3, Number(heading) - 1)}`;
    return writeParagraph(children, { ...context, style }, bookmark(element));
  }
  switch (name) {
    case "p":
      return writeParagraph(children, context);
    case "pre":
      return writeCode(textOf(children), context);
    case "blockquote":
      return writeBlocks(children, { ...context, style: "Quote" });
    case "hr":
      return paragraph(context.text, run(context.text, "* * *"));
    case "ul":
    case "ol":
      return writeList(element, context);
    case "table":
      return writeTable(element, context);
    default:
      return writeBlocks(children, context);
  }
}

function writeParagraph(nodes: readonly Node[], context: BlockContext, mark = ""): string {
  const { text, style, list } = context;
  const position =
    list === undefined
      ? {}
      : list.hasNumber
        ? {
            numbering: `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>`,
          }
        : { indent: `<w:ind w:start="${567 * (list.level + 1)}"/>` };
  return paragraph(text, mark + writeRuns(trimmed(nodes), context, ""), style, position);
}

/** Code keeps its lines, and is written from left to right in every language. */
function writeCode(code: string, context: BlockContext): string {
  const text: LanguageAndDirection = { ...context.text, direction: "ltr" };
  const lines = code.replace(/\n$/, "").split("\n");
  return lines.map((line) => paragraph(text, run(text, line), "Code")).join("");
}

function writeList({ name, attributes, children }: Element, context: BlockContext): string {
  const level = Math.min(maxListLevel, context.list === undefined ? 0 : context.list.level + 1);
  const number = addList(context.lists, name === "ol", Number(attributes.start ?? 1));
  return children
    .filter((child): child is Element => typeof child !== "string")
    .map((item) => {
      const xml = writeBlocks(item.children, {
        ...context,
        list: { number, level, hasNumber: true },
      });
      return bookmarkFirst(item, xml);
    })
    .join("");
}

function writeTable(element: Element, context: BlockContext): string {
  const rows = find(element, "tr");
  const columns = Math.max(1, ...rows.map((one) => cellsOf(one).length));
  const cellContext = { ...context, list: undefined, style: undefined };
  const xml = rows.map((one) => {
    const cells = cellsOf(one).map(({ name, attributes, children }) => {
      const runs = writeRuns(children, cellContext, name === "th" ? boldProperty : "");
      const indent = alignments[attributes.class ?? ""] ?? "";
      return cell(paragraph(context.text, runs, undefined, { indent }), columns);
    });
    const isHead = cellsOf(one)[0]?.name === "th";
    return row(isHead ? "<w:cantSplit/><w:tblHeader/>" : "<w:cantSplit/>", cells.join(""));
  });
  return table(context.text, xml.join(""), columns);
}

/** How a column's text stands, by the class that the Markdown gives its cells. */
const alignments: Readonly<Record<string, string>> = {
  "align-center": '<w:jc w:val="center"/>',
  "align-right": '<w:jc w:val="end"/>',
};

const cellsOf = ({ children }: Element) =>
  children.filter((child): child is Element => typeof child !== "string");

/** The elements of a name, at any depth. */
function find({ children }: Element, name: string): Element[] {
  return children.flatMap((child) =>
    typeof child === "string" ? [] : child.name === name ? [child] : find(child, name),
  );
}

/** @param properties of the runs, in the order of ECMA-376 (17.3.2): font, bold, italic, struck, raised */
function writeRuns(nodes: readonly Node[], context: BlockContext, properties: string): string {
  return nodes.map((node) => writeInline(node, context, properties)).join("");
}

function writeInline(node: Node, context: BlockContext, properties: string): string {
  const { text } = context;
  if (typeof node === "string") {
    const words = node.replace(/\s+/g, " ");
    return words === "" ? "" : run(text, words, properties);
  }
  const { name, attributes, children } = node;
  const within = (added: string) => writeRuns(children, context, ordered(properties, added));
  switch (name) {
    case "strong":
      return within(boldProperty);
    case "em":
      return within(italicProperty);
    case "del":
      return within("<w:strike/>");
    case "sup":
      return within('<w:vertAlign w:val="superscript"/>');
    case "code":
      return within('<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>');
    case "br":
      return "<w:r><w:br/></w:r>";
    case "img":
      return writePicture(node, context, properties);
    case "a":
      return attributes.class === "note-back" ? "" : writeLink(node, context, properties);
    default:
      return within("");
  }
}

/** A picture; of one that Word can't show, its description. */
function writePicture({ attributes }: Element, context: BlockContext, properties: string): string {
  const { alt = "", src = "" } = attributes;
  const picture = context.pictures.get(src);
  if (picture === undefined) return run(context.text, alt, ordered(properties, italicProperty));
  context.drawings.count += 1;
  return pictureRun(picture, alt, context.drawings.count);
}

const propertyOrder = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "vertAlign"];

/** Properties in the order that ECMA-376 asks for, each once. */
function ordered(...properties: readonly string[]): string {
  const found = [...new Set(properties.join("").match(/<w:[^>]*>/g) ?? [])];
  const position = (property: string) =>
    propertyOrder.indexOf(/^<w:(\w+)/.exec(property)?.[1] ?? "");
  return found.sort((one, other) => position(one) - position(other)).join("");
}

function writeLink(element: Element, context: BlockContext, properties: string): string {
  const { attributes, children } = element;
  const href = attributes.href ?? "";
  const runs = writeRuns(children, context, ordered(properties, '<w:rStyle w:val="Hyperlink"/>'));
  if (href.startsWith("#")) {
    return `${bookmark(element)}<w:hyperlink w:anchor="${bookmarkName(href.slice(1))}" w:history="1">${runs}</w:hyperlink>`;
  }
  // A link without an address (an unsafe one) is text.
  if (href === "" || !URL.canParse(href, context.pageUrl)) return runs;
  const address = new URL(href, context.pageUrl).href;
  const id = context.links.get(address) ?? `link${context.links.size + 1}`;
  context.links.set(address, id);
  return `<w:hyperlink r:id="${id}" w:history="1">${runs}</w:hyperlink>`;
}

/** A bookmark where an element with an id begins: links in the document lead to it. */
function bookmark({ attributes }: Element): string {
  if (attributes.id === undefined) return "";
  const name = bookmarkName(attributes.id);
  return `<w:bookmarkStart w:id="${bookmarkNumber(name)}" w:name="${name}"/><w:bookmarkEnd w:id="${bookmarkNumber(name)}"/>`;
}

/** Puts an item's bookmark into its first paragraph. */
function bookmarkFirst(element: Element, xml: string): string {
  return xml.replace(/<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/, (start) => start + bookmark(element));
}

/** Word's bookmarks have at most 40 characters: longer ids keep their beginning and a number made from the whole. */
function bookmarkName(id: string): string {
  const whole = decodePercent(id);
  return escapeXml(whole.length < 40 ? `_${whole}` : `_${whole.slice(0, 28)}_${hash(whole)}`);
}

const bookmarkNumber = (name: string) => hash(name);

/** A number for a string, below 2^31 (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 1;
}

/** Nodes without white space at the ends of lines that show. */
function trimmed(nodes: readonly Node[]): Node[] {
  return nodes.map((node, index) => {
    if (typeof node !== "string") return node;
    const before = nodes[index - 1];
    const startsLine = before === undefined || (typeof before !== "string" && before.name === "br");
    const start = startsLine ? node.trimStart() : node;
    return index === nodes.length - 1 ? start.trimEnd() : start;
  });
}
