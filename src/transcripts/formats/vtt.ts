import { renameSpeakers } from "../../captions/spoken/rename.ts";
import { formatWebVtt } from "../../captions/webvtt/webvtt.ts";
import type { TranscriptFormat, TranscriptSource } from "./format.ts";
import { headerLines } from "./lines.ts";
import { stackedCues } from "./stacked.ts";

/** The captions, with a note about their source. */
export const webVttFormat: TranscriptFormat = {
  extension: "vtt",
  contentType: "text/vtt; charset=utf-8",
  render(source) {
    return formatWebVtt({ cues: cuesOf(source), notes: [headerLines(source).join("\n")] });
  },
};

/** The cues, for a pair in both languages; without voice tags if the options say so. */
export function cuesOf(source: TranscriptSource): TranscriptSource["cues"] {
  const { cues, options, secondary } = source;
  if (secondary !== undefined) return stackedCues(source, secondary);
  if (options.speakers) {
    const names = source.speakers?.names;
    return cues.map((cue) => ({ ...cue, text: renameSpeakers(cue.text, names) }));
  }
  return cues.map((cue) => ({ ...cue, text: cue.text.replace(/<\/?v(?=[\s.>])[^>]*>?/g, "") }));
}
