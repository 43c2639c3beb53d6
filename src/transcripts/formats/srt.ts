import { formatSrt } from "../../captions/srt/srt.ts";
import type { TranscriptFormat } from "./format.ts";
import { cuesOf } from "./vtt.ts";

/** Captions for players and editors that don't read WebVTT. SRT has no notes. */
export const srtFormat: TranscriptFormat = {
  extension: "srt",
  contentType: "application/x-subrip; charset=utf-8",
  render(source) {
    return formatSrt(cuesOf(source));
  },
};
