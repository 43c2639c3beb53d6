/** The text of a Word document: `word/document.xml`. */

import { joinLines } from "../../captions/join-lines.ts";
import { formatMoment } from "../../records/moment.ts";
import { pairedChapters } from "../alignment/pairs.ts";
import type { Paragraph } from "../paragraphs.ts";
import { officeLanguage } from "./docx-parts.ts";
import type { SpokenText, TranscriptSource } from "./format.ts";
import { filmNames, groupIntoRuns, machineMadeNotices, momentUrl, paragraphsOf } from "./lines.ts";
import { escapeXml } from "./markup.ts";

/** The addresses that the document's links lead to, with the names by which they refer to them. */
export type Links = Map<string, string>;

type Tongue = Pick<SpokenText, "language" | "direction">;

/** @param links is filled with the addresses that are referred to */
export function documentXml(source: TranscriptSource, links: Links): string {
  const { secondary, direction } = source;
  const text =
    secondary === undefined ? spoken(source, links) : chapterTables(source, secondary, links);
  const body = [head(source), text, foot(source, links)].join("");
  const bidi = direction === "rtl" ? "<w:bidi/>" : "";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>${bidi}</w:sectPr></w:body></w:document>`;
}

function head(source: TranscriptSource): string {
  const { labels, languageName, secondary } = source;
  const [name = "", ...others] = filmNames(source);
  const kind = [labels.transcript, languageName, secondary?.languageName]
    .filter(Boolean)
    .join(" · ");
  return [
    paragraph(source, run(source, name), "Title"),
    ...others.map((other) =>
      paragraph(secondary ?? source, run(secondary ?? source, other), "Subtitle"),
    ),
    ...[kind, ...machineMadeNotices(source)].map((line) =>
      paragraph(source, run(source, line), "Subtitle"),
    ),
  ].join("");
}

function foot(source: TranscriptSource, links: Links): string {
  const { citation, labels, license, watchUrl } = source;
  const lines = [
    run(source, citation),
    run(source, `${labels.source}: `) + link(source, watchUrl, watchUrl, links),
    ...(license === undefined ? [] : [run(source, `${labels.licence}: ${license}`)]),
  ];
  return paragraph(source, "") + lines.map((line) => paragraph(source, line, "Subtitle")).join("");
}

function spoken(source: TranscriptSource, links: Links): string {
  return paragraphsOf(source, source.options)
    .map((each) => {
      const { chapter } = each;
      const heading =
        chapter === undefined ? "" : paragraph(source, run(source, chapter), "Heading1");
      return heading + spokenParagraph(source, each, source, links);
    })
    .join("");
}

/** A pair: a table of two columns a chapter, whose head is repeated on each page. */
function chapterTables(source: TranscriptSource, secondary: SpokenText, links: Links): string {
  const texts = [source, secondary];
  const headCells = texts.map((text) =>
    cell(paragraph(text, run(text, text.languageName, boldProperty))),
  );
  const cellOf = (text: SpokenText, paragraphs: readonly Paragraph[]) =>
    // A cell without a paragraph is no cell to Word.
    cell(
      paragraphs.map((each) => spokenParagraph(text, each, source, links)).join("") ||
        paragraph(text, ""),
    );
  return pairedChapters(source, secondary)
    .map(({ names, rows }) => {
      const title = names.map((name, index) => run(texts[index] ?? source, name));
      const heading =
        title.length === 0 ? "" : paragraph(source, title.join(run(source, " / ")), "Heading1");
      const lines = rows.map(({ first, second }) =>
        row("<w:cantSplit/>", cellOf(source, first) + cellOf(secondary, second)),
      );
      return heading + table(source, row("<w:tblHeader/>", headCells.join("")) + lines.join(""));
    })
    .join("");
}

/** A paragraph after a table keeps it from growing into the next one. */
function table({ direction }: Tongue, rows: string): string {
  const visual = direction === "rtl" ? "<w:bidiVisual/>" : "";
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${visual}<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="115" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="4986"/><w:gridCol w:w="4986"/></w:tblGrid>${rows}</w:tbl><w:p/>`;
}

const row = (properties: string, cells: string) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const cell = (content: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="4986" w:type="dxa"/></w:tcPr>${content}</w:tc>`;

function spokenParagraph(
  text: Tongue,
  { speaker, startTime, segments }: Paragraph,
  { watchUrl, options }: TranscriptSource,
  links: Links,
): string {
  const moment = options.times
    ? link(text, formatMoment(startTime), momentUrl(watchUrl, startTime), links) + run(text, " ")
    : "";
  const voice = speaker === undefined ? "" : run(text, `${joinLines(speaker)}: `, boldProperty);
  const words = groupIntoRuns(segments).map(({ joint, text: said, sound }) =>
    run(text, joint + said, sound ? italicProperty : ""),
  );
  return paragraph(text, moment + voice + words.join(""));
}

function paragraph({ direction }: Tongue, runs: string, style?: string): string {
  const named = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  const bidi = direction === "rtl" ? "<w:bidi/>" : "";
  const properties = named + bidi === "" ? "" : `<w:pPr>${named}${bidi}</w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

const boldProperty = "<w:b/><w:bCs/>";
const italicProperty = "<w:i/><w:iCs/>";

/** Words in their language, so that Word speaks and checks them in it. */
function run({ language, direction }: Tongue, text: string, look = ""): string {
  const tag = escapeXml(officeLanguage(language));
  const rtl = direction === "rtl" ? "<w:rtl/>" : "";
  const properties = `${look}${rtl}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`;
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function link(text: Tongue, words: string, address: string, links: Links): string {
  const id = links.get(address) ?? `link${links.size + 1}`;
  links.set(address, id);
  // An address or a moment is read from left to right.
  const shown = run({ ...text, direction: "ltr" }, words, '<w:rStyle w:val="Hyperlink"/>');
  return `<w:hyperlink r:id="${id}" w:history="1">${shown}</w:hyperlink>`;
}
