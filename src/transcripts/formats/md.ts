import { joinLines } from "../../captions/join-lines.ts";
import { formatMoment } from "../../records/moment.ts";
import { pairedChapters } from "../alignment/pairs.ts";
import type { Paragraph } from "../paragraphs.ts";
import type { SpokenText, TranscriptFormat, TranscriptSource } from "./format.ts";
import { groupIntoRuns, headerLines, momentUrl, paragraphsOf } from "./lines.ts";

/** Markdown (CommonMark): headings for the film and its chapters, speakers in bold, sounds in italics. */
export const markdownFormat: TranscriptFormat = {
  extension: "md",
  // RFC 7763
  contentType: "text/markdown; charset=utf-8; variant=CommonMark",
  render(source) {
    const blocks = headerBlocks(source);
    if (source.secondary !== undefined) blocks.push(...pairTables(source, source.secondary));
    else blocks.push(...paragraphBlocks(source));
    return `${blocks.join("\n\n")}\n`;
  },
};

function paragraphBlocks(source: TranscriptSource): string[] {
  return paragraphsOf(source, source.options).flatMap((paragraph) => [
    ...(paragraph.chapter === undefined ? [] : [`## ${escapeMarkdown(paragraph.chapter)}`]),
    markdownParagraph(paragraph, source),
  ]);
}

/** A pair: a table of two columns for each chapter (GitHub Flavored Markdown). */
function pairTables(source: TranscriptSource, secondary: SpokenText): string[] {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const cell = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map((paragraph) => markdownParagraph(paragraph, source)).join("<br>");
  const names = [source, secondary].map(({ languageName }) => escapeMarkdown(languageName));
  return pairedChapters(source, secondary).flatMap((chapter) => [
    ...(chapter.names.length === 0 ? [] : [`## ${chapter.names.map(escapeMarkdown).join(" / ")}`]),
    [
      row(names),
      row(["---", "---"]),
      ...chapter.rows.map((r) => row([cell(r.first), cell(r.second)])),
    ].join("\n"),
  ]);
}

/** The film's name as the heading, then the other header lines. */
function headerBlocks(source: TranscriptSource): string[] {
  const [name = "", ...lines] = headerLines(source);
  return [`# ${escapeMarkdown(name)}`, lines.map(escapeMarkdown).join("  \n")];
}

/** A paragraph on one line, with a link to its time if the options say so. */
function markdownParagraph(paragraph: Paragraph, source: TranscriptSource): string {
  const { speaker, startTime, segments } = paragraph;
  const address = momentUrl(source.watchUrl, startTime).replace(/[\s<>()\\]/g, encodeURIComponent);
  const moment = source.options.times ? `[${formatMoment(startTime)}](<${address}>) ` : "";
  const speakerName = speaker === undefined ? "" : `**${escapeMarkdown(speaker)}:** `;
  const runs = groupIntoRuns(segments).map(({ separator, text, sound }) => {
    const escaped = escapeMarkdown(text);
    return separator + (sound ? `*${escaped}*` : escaped);
  });
  return moment + speakerName + runs.join("");
}

/** Escapes text for a line of Markdown. */
export function escapeMarkdown(text: string): string {
  return joinLines(text)
    .replace(/[\\`*_[\]<>|~&#]/g, "\\$&")
    .replace(/^([+=-])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
