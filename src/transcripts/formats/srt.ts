import { formatSrt } from "../../captions/srt/srt.ts";
import type { TranscriptFormat } from "./format.ts";
import { cuesOf } from "./vtt.ts";

/** The captions for players and editors that do not read WebVTT. SRT has no place for a note. */
export const srtFormat: TranscriptFormat = {
  extension: "srt",
  contentType: "application/x-subrip; charset=utf-8",
  render(source) {
    return formatSrt(cuesOf(source));
  },
};
