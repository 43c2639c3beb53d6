import { callInTime } from "../film-clock.ts";
import type { Player } from "../player.ts";
import type { CaptionControl } from "./captions.ts";
import { type CueIndex, findCues, indexCues } from "./cue-times.ts";
import { type CueGroup, createCaptionDrawing } from "./draw-captions.ts";
import { deselectFailedCaptions, handOverToSystem } from "./hand-over.ts";

/** Draws the captions again after their look has changed. @param sample stands in for them while nobody speaks */
export type RedrawCaptions = (sample?: VTTCue) => void;

/**
 * Replaces the simple drawing of captions: cues at their own places and exactly at their times, within the
 * picture at every size or beneath it; and hands them over to the system where it shows the video alone.
 */
export function refineCaptions(player: Player, captions: CaptionControl): RedrawCaptions {
  const { video } = player;
  const indexes = new Map<HTMLTrackElement, CueIndex<VTTCue>>();
  let sample: VTTCue | undefined;

  /** The cues of a language, kept once they are loaded: a track that WebKit has switched off has none. */
  const indexOf = (language: string) => {
    const element = captions.tracks.find(({ srclang }) => srclang === language);
    if (element === undefined) return undefined;
    const { cues } = element.track;
    if (element.readyState === HTMLTrackElement.LOADED && cues && !indexes.has(element)) {
      indexes.set(element, indexCues([...cues] as VTTCue[]));
    }
    return indexes.get(element);
  };
  const drawing = createCaptionDrawing(player);
  const draw = () => {
    let nextChange = Number.POSITIVE_INFINITY;
    const groups: CueGroup[] = [];
    for (const language of captions.mode === "hidden" ? captions.shown() : []) {
      const index = indexOf(language);
      const found = index && findCues(index, video.currentTime);
      nextChange = Math.min(nextChange, found?.nextChange ?? nextChange);
      groups.push({ language, cues: found?.active ?? [] });
    }
    if (sample && groups.every(({ cues }) => cues.length === 0)) {
      groups.splice(0, 1, { language: document.documentElement.lang, cues: [sample] });
    }
    drawing.draw(groups);
    return nextChange;
  };
  captions.draw = callInTime(video, draw);
  for (const element of captions.tracks) {
    element.addEventListener("load", () => captions.draw());
  }
  handOverToSystem(video, captions);
  deselectFailedCaptions(video, captions);
  captions.applyModes();
  captions.draw();
  return (newSample) => {
    sample = newSample;
    captions.draw();
    drawing.redraw();
  };
}
