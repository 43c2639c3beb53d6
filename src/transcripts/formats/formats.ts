import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import type { TranscriptFormat } from "./format.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { md } from "./md.ts";
import { srt } from "./srt.ts";
import { txt } from "./txt.ts";
import { vtt } from "./vtt.ts";

/**
 * Every transcript format, by the extension in its address. Pages offer them
 * in this order. A new one is one file and one line.
 */
export const transcriptFormats: ReadonlyMap<string, TranscriptFormat> = new Map(
  [html, docx, txt, md, csv, json, vtt, srt].map((format) => [format.extension, format]),
);
