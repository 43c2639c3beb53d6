/** The text of a Word document: `word/document.xml`. */

import { joinLines } from "../../captions/join-lines.ts";
import { formatMoment } from "../../records/moment.ts";
import { pairedChapters } from "../alignment/pairs.ts";
import type { Paragraph } from "../paragraphs.ts";
import {
  boldProperty,
  cell,
  documentPart,
  italicProperty,
  type LanguageAndDirection,
  type Links,
  link,
  paragraph,
  row,
  run,
  table,
} from "./docx-elements.ts";
import type { SpokenText, TranscriptSource } from "./format.ts";
import {
  filmNames,
  groupIntoRuns,
  machineMadeNotices,
  momentUrl,
  paragraphsOf,
  rightsOf,
} from "./lines.ts";

/**
 * @param links the addresses of all links are added to it
 * @param appendix what follows the text and its source
 */
export function documentXml(source: TranscriptSource, links: Links, appendix = ""): string {
  const { secondary, direction } = source;
  const text =
    secondary === undefined
      ? paragraphsXml(source, links)
      : chapterTables(source, secondary, links);
  const body = [headerXml(source), text, footerXml(source, links), appendix].join("");
  return documentPart(body, direction);
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
      const heading = chapterHeading(names, texts);
      const lines = rows.map(({ first, second }) =>
        row("<w:cantSplit/>", cellOf(source, first) + cellOf(secondary, second)),
      );
      return heading + table(source, row("<w:tblHeader/>", headCells.join("")) + lines.join(""));
    })
    .join("");
}

/** Names of two directions stand in a paragraph each, because neither has its own order in a line of the other. */
function chapterHeading(names: readonly string[], texts: readonly SpokenText[]): string {
  const [first] = texts;
  if (first === undefined || names.length === 0) return "";
  const titles = names.map((name, index) => ({ name, text: texts[index] ?? first }));
  if (titles.some(({ text }) => text.direction !== first.direction)) {
    return titles.map(({ name, text }) => paragraph(text, run(text, name), "Heading1")).join("");
  }
  const runs = titles.map(({ name, text }) => run(text, name));
  return paragraph(first, runs.join(run(first, " / ")), "Heading1");
}

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
