/** The text of a Word document: `word/document.xml`. */

import { joinLines } from "../../captions/join-lines.ts";
import { formatMoment } from "../../records/moment.ts";
import { pairedChapters } from "../alignment/pairs.ts";
import type { Paragraph } from "../paragraphs.ts";
import { officeLanguage } from "./docx-parts.ts";
import type { SpokenText, TranscriptSource } from "./format.ts";
import {
  filmNames,
  groupIntoRuns,
  machineMadeNotices,
  momentUrl,
  paragraphsOf,
  rightsOf,
} from "./lines.ts";
import { escapeXml } from "./markup.ts";

/** The target addresses of the document's links, with their relationship ids. */
export type Links = Map<string, string>;

type LanguageAndDirection = Pick<SpokenText, "language" | "direction">;

/** @param links the addresses of all links are added to it */
export function documentXml(source: TranscriptSource, links: Links): string {
  const { secondary, direction } = source;
  const text =
    secondary === undefined
      ? paragraphsXml(source, links)
      : chapterTables(source, secondary, links);
  const body = [headerXml(source), text, footerXml(source, links)].join("");
  const bidi = direction === "rtl" ? "<w:bidi/>" : "";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>${bidi}</w:sectPr></w:body></w:document>`;
}

function headerXml(source: TranscriptSource): string {
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

function footerXml(source: TranscriptSource, links: Links): string {
  const { citation, labels, watchUrl } = source;
  const lines = [
    run(source, citation),
    run(source, `${labels.source}: `) + link(source, watchUrl, watchUrl, links),
    ...rightsOf(source).map(
      ({ label, value, url }) =>
        run(source, `${label}: ${value}`) +
        (url === undefined ? "" : run(source, " ") + link(source, url, url, links)),
    ),
  ];
  return paragraph(source, "") + lines.map((line) => paragraph(source, line, "Subtitle")).join("");
}

function paragraphsXml(source: TranscriptSource, links: Links): string {
  return paragraphsOf(source, source.options)
    .map((transcriptParagraph) => {
      const { chapter } = transcriptParagraph;
      const heading =
        chapter === undefined ? "" : paragraph(source, run(source, chapter), "Heading1");
      return heading + spokenParagraph(source, transcriptParagraph, source, links);
    })
    .join("");
}

/** A pair: a table of two columns for each chapter, whose header is repeated on each page. */
function chapterTables(source: TranscriptSource, secondary: SpokenText, links: Links): string {
  const texts = [source, secondary];
  const headCells = texts.map((text) =>
    cell(paragraph(text, run(text, text.languageName, boldProperty))),
  );
  const cellOf = (text: SpokenText, paragraphs: readonly Paragraph[]) =>
    // Word requires a paragraph in each cell.
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

/** The empty paragraph after a table keeps Word from joining it to the next one. */
function table({ direction }: LanguageAndDirection, rows: string): string {
  const visual = direction === "rtl" ? "<w:bidiVisual/>" : "";
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${visual}<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="115" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="4986"/><w:gridCol w:w="4986"/></w:tblGrid>${rows}</w:tbl><w:p/>`;
}

const row = (properties: string, cells: string) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const cell = (content: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="4986" w:type="dxa"/></w:tcPr>${content}</w:tc>`;

function spokenParagraph(
  text: LanguageAndDirection,
  { speaker, startTime, segments }: Paragraph,
  { watchUrl, options }: TranscriptSource,
  links: Links,
): string {
  const moment = options.times
    ? link(text, formatMoment(startTime), momentUrl(watchUrl, startTime), links) + run(text, " ")
    : "";
  const speakerRun =
    speaker === undefined ? "" : run(text, `${joinLines(speaker)}: `, boldProperty);
  const runs = groupIntoRuns(segments).map(({ separator, text: words, sound }) =>
    run(text, separator + words, sound ? italicProperty : ""),
  );
  return paragraph(text, moment + speakerRun + runs.join(""));
}

function paragraph({ direction }: LanguageAndDirection, runs: string, style?: string): string {
  const styleXml = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  const bidi = direction === "rtl" ? "<w:bidi/>" : "";
  const properties = styleXml + bidi === "" ? "" : `<w:pPr>${styleXml}${bidi}</w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

const boldProperty = "<w:b/><w:bCs/>";
const italicProperty = "<w:i/><w:iCs/>";

/** Text with its language, which Word uses to read it aloud and to check its spelling. */
function run({ language, direction }: LanguageAndDirection, text: string, properties = ""): string {
  const tag = escapeXml(officeLanguage(language));
  const rtl = direction === "rtl" ? "<w:rtl/>" : "";
  const runProperties = `${properties}${rtl}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`;
  return `<w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function link(text: LanguageAndDirection, words: string, address: string, links: Links): string {
  const id = links.get(address) ?? `link${links.size + 1}`;
  links.set(address, id);
  // Addresses and times are written from left to right in every language.
  const linkRun = run({ ...text, direction: "ltr" }, words, '<w:rStyle w:val="Hyperlink"/>');
  return `<w:hyperlink r:id="${id}" w:history="1">${linkRun}</w:hyperlink>`;
}
