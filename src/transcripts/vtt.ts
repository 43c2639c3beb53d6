import { writeWebVtt } from "../captions/webvtt.ts";
import type { TranscriptFormat } from "./format.ts";
import { headLines } from "./txt.ts";

/** The captions themselves, with a note of where they come from. */
export const vtt: TranscriptFormat = {
  extension: "vtt",
  contentType: "text/vtt; charset=utf-8",
  render(source) {
    return writeWebVtt({ cues: source.cues, notes: [headLines(source).join("\n")] });
  },
};
