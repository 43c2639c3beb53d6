import type { Captions, Cue } from "./cue.ts";
import { isEmptyCue } from "./lint/text.ts";
import { formatWebVtt } from "./webvtt/format.ts";

/** The WebVTT that is published of captions: in order of time, without cues that show nothing. */
export function publishableCaptions(captions: Captions): {
  readonly cues: readonly Cue[];
  readonly webVtt: string;
} {
  const cues = captions.cues
    .filter((cue) => cue.endTime > cue.startTime || !isEmptyCue(cue))
    .sort((a, b) => a.startTime - b.startTime);
  return { cues, webVtt: formatWebVtt({ ...captions, cues }) };
}
