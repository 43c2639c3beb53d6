import { csvFormat } from "./csv.ts";
import { docxFormat } from "./docx.ts";
import type { TranscriptFormat } from "./format.ts";
import { htmlFormat } from "./html.ts";
import { jsonFormat } from "./json.ts";
import { markdownFormat } from "./md.ts";
import { srtFormat } from "./srt.ts";
import { textFormat } from "./txt.ts";
import { webVttFormat } from "./vtt.ts";

/**
 * Every transcript format, by the extension in its address. Pages list them in this order.
 * A new format takes a file, and a line here.
 */
export const transcriptFormats: ReadonlyMap<string, TranscriptFormat> = new Map(
  [
    htmlFormat,
    docxFormat,
    textFormat,
    markdownFormat,
    csvFormat,
    jsonFormat,
    webVttFormat,
    srtFormat,
  ].map((format) => [format.extension, format]),
);
