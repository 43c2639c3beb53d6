import type { TranscriptFormat } from "../format.ts";
import { cardsFormat } from "./cards.ts";
import { gapDocxFormat } from "./gap-docx.ts";
import { gapHtmlFormat } from "./gap-html.ts";
import { vocabularyCsvFormat } from "./vocabulary-csv.ts";
import { vocabularyHtmlFormat } from "./vocabulary-html.ts";

/** What teachers make of a transcript, by the extension in its address. Pages list them in this order. */
export const lessonFormats: ReadonlyMap<string, TranscriptFormat> = new Map(
  [gapHtmlFormat, gapDocxFormat, vocabularyHtmlFormat, vocabularyCsvFormat, cardsFormat].map(
    (format) => [format.extension, format],
  ),
);
