/** The elements of a Word document's text. */
import { afterAddress, markLeftToRight } from "../../i18n/left-to-right.ts";
import { officeLanguage } from "./docx-parts.ts";
import type { SpokenText } from "./format.ts";
import { escapeXml } from "./markup.ts";

/** The target addresses of the document's links, with their relationship ids. */
export type Links = Map<string, string>;

export type LanguageAndDirection = Pick<SpokenText, "language" | "direction">;

/** `word/document.xml`: a text on sheets of paper, with page numbers. */
export function documentPart(body: string, direction: "ltr" | "rtl"): string {
  const bidi = direction === "rtl" ? "<w:bidi/>" : "";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>${bidi}</w:sectPr></w:body></w:document>`;
}

/** The width of a sheet between its margins, in twentieths of a point. */
const textWidth = 9972;

/** The empty paragraph after a table keeps Word from joining it to the next one. */
export function table({ direction }: LanguageAndDirection, rows: string, columns = 2): string {
  const gridColumns = `<w:gridCol w:w="${Math.floor(textWidth / columns)}"/>`.repeat(columns);
  const visual = direction === "rtl" ? "<w:bidiVisual/>" : "";
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${visual}<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="115" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>${gridColumns}</w:tblGrid>${rows}</w:tbl><w:p/>`;
}

export const row = (properties: string, cells: string) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
export const cell = (content: string, columns = 2) =>
  `<w:tc><w:tcPr><w:tcW w:w="${Math.floor(textWidth / columns)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;

export function paragraph(
  { direction }: LanguageAndDirection,
  runs: string,
  style?: string,
  { numbering = "", indent = "" }: { readonly numbering?: string; readonly indent?: string } = {},
): string {
  const styleXml = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  const bidi = direction === "rtl" ? "<w:bidi/>" : "";
  // In the order of ECMA-376 (17.3.1).
  const properties = styleXml + numbering + bidi + indent;
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export const boldProperty = "<w:b/><w:bCs/>";
export const italicProperty = "<w:i/><w:iCs/>";

/** Text with its language, which Word uses to read it aloud and to check its spelling. */
export function run(
  { language, direction }: LanguageAndDirection,
  text: string,
  properties = "",
): string {
  const tag = escapeXml(officeLanguage(language));
  const rtl = direction === "rtl" ? "<w:rtl/>" : "";
  const words = markLeftToRight(text, direction);
  const runProperties = `${properties}${rtl}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`;
  return `<w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
}

export function link(
  text: LanguageAndDirection,
  words: string,
  address: string,
  links: Links,
): string {
  const id = links.get(address) ?? `link${links.size + 1}`;
  links.set(address, id);
  // Addresses and times are written from left to right in every language.
  const linkRun = run({ ...text, direction: "ltr" }, words, '<w:rStyle w:val="Hyperlink"/>');
  const after = words.endsWith("/") ? afterAddress(text.direction) : "";
  const mark = after === "" ? "" : run({ ...text, direction: "ltr" }, after);
  return `<w:hyperlink r:id="${id}" w:history="1">${linkRun}</w:hyperlink>${mark}`;
}

/** A new sheet of paper. */
export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
