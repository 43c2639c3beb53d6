import type { TranscriptFormat } from "./format.ts";
import { html } from "./html.ts";
import { srt } from "./srt.ts";
import { txt } from "./txt.ts";
import { vtt } from "./vtt.ts";

/**
 * Every transcript format, by the extension in its address. Pages offer them
 * in this order. A new one is one file and one line.
 */
export const transcriptFormats: ReadonlyMap<string, TranscriptFormat> = new Map([
  [html.extension, html],
  [txt.extension, txt],
  [vtt.extension, vtt],
  [srt.extension, srt],
]);
