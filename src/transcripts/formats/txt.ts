import { joinLines, paragraphText } from "../../captions/join-lines.ts";
import { afterAddress, markLeftToRight } from "../../i18n/left-to-right.ts";
import { formatMoment } from "../../records/moment.ts";
import { pairedChapters } from "../alignment/pairs.ts";
import type { Paragraph } from "../paragraphs.ts";
import type { SpokenText, TranscriptFormat, TranscriptSource } from "./format.ts";
import { headerLines, paragraphsOf } from "./lines.ts";

/** Plain text: a header, then paragraphs, each with its speaker and (optionally) its time. */
export const textFormat: TranscriptFormat = {
  extension: "txt",
  contentType: "text/plain; charset=utf-8",
  render(source) {
    const { direction } = source;
    const header = headerLines(source).map((line) =>
      line.endsWith("/") ? line + afterAddress(direction) : line,
    );
    const blocks = [header.join("\n")];
    if (source.secondary !== undefined) blocks.push(...pairBlocks(source, source.secondary));
    else blocks.push(...paragraphBlocks(source));
    return `${markLeftToRight(blocks.join("\n\n"), direction)}\n`;
  },
};

function paragraphBlocks(source: TranscriptSource): string[] {
  return paragraphsOf(source, source.options).flatMap((paragraph) => [
    ...(paragraph.chapter === undefined ? [] : [joinLines(paragraph.chapter)]),
    textLine(paragraph, source),
  ]);
}

/** A pair: each paragraph is followed by the corresponding text in the second language. */
function pairBlocks(source: TranscriptSource, secondary: SpokenText): string[] {
  const isMixed = source.direction !== secondary.direction;
  // Each line has the direction of its first letter, so names of two directions stand in a line each.
  const separator = isMixed ? "\n" : " / ";
  // The whole text is marked as the first language needs it.
  const marked = (line: string, index: number) =>
    index === 1 && isMixed
      ? markLeftToRight(joinLines(line), secondary.direction)
      : joinLines(line);
  return pairedChapters(source, secondary).flatMap(({ names, rows }) => [
    ...(names.length === 0 ? [] : [names.map(marked).join(separator)]),
    ...rows.map(({ first, second }) =>
      [
        ...first.map((paragraph) => textLine(paragraph, source)),
        ...second.map((paragraph) => marked(textLine(paragraph, source), 1)),
      ].join("\n"),
    ),
  ]);
}

function textLine(paragraph: Paragraph, { options }: TranscriptSource): string {
  const moment = options.times ? `[${formatMoment(paragraph.startTime)}] ` : "";
  const speaker = paragraph.speaker === undefined ? "" : `${joinLines(paragraph.speaker)}: `;
  return moment + speaker + paragraphText(paragraph);
}
