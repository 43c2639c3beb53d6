import { formatMoment } from "../library/moment.ts";
import type { TranscriptFormat, TranscriptSource } from "./format.ts";
import { oneLine, paragraphText } from "./joining.ts";
import { transcriptFromCues } from "./paragraphs.ts";

/** Plain text: a head, then paragraphs that each begin with their moment and speaker. */
export const txt: TranscriptFormat = {
  extension: "txt",
  contentType: "text/plain; charset=utf-8",
  render(source) {
    const blocks = [headLines(source).join("\n")];
    for (const paragraph of transcriptFromCues(source.cues, source.chapters).paragraphs) {
      if (paragraph.chapter !== undefined) blocks.push(oneLine(paragraph.chapter));
      const speaker = paragraph.speaker === undefined ? "" : `${oneLine(paragraph.speaker)}: `;
      const moment = formatMoment(paragraph.startTime);
      blocks.push(`[${moment}] ${speaker}${paragraphText(paragraph)}`);
    }
    return `${blocks.join("\n\n")}\n`;
  },
};

/** What a transcript says of itself, a line each: name, publisher, address, a machine's work. */
export function headLines(source: TranscriptSource): string[] {
  const lines = [source.name, source.publisher, `${source.labels.source}: ${source.watchUrl}`];
  if (source.origin === "machine") lines.push(source.labels.machineMade);
  return lines.map(oneLine).filter((line) => line !== "");
}
