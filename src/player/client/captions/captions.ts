import { findField } from "../controls/controls.ts";
import type { PlayerElements } from "../player-elements.ts";
import { createCueElement } from "./cue-element.ts";

/** Sets the captions, for keyboard shortcuts, the host page and lazily loaded features. */
export interface CaptionControl {
  /**
   * Shows captions in a language (`""` for none), and in a second one if given. Does nothing if the film has none in
   * the first, and shows it alone if it has none in the second.
   */
  show(language: string, second?: string): void;
  /** The languages shown now, the original first. */
  shown(): readonly string[];
  /** Turns captions off, or on again in the last language. */
  toggle(): void;
  /** The film's tracks of spoken words. */
  readonly tracks: readonly HTMLTrackElement[];
  /** The mode of the selected tracks: the browser loads their cues, and doesn't show them if `hidden`. */
  mode: "hidden" | "showing";
  /** Gives each track its mode. */
  applyModes(): void;
  /** Draws the cues of now. Replaced by a more precise function once that is loaded (refine-captions.ts). */
  draw(): void;
}

/**
 * Sets up the captions: the choice of a first and a second language and of the size. We draw them, so that
 * they look alike in every browser, tell two languages apart, and stand above the controls.
 * @returns undefined if the film has no captions
 */
export function setUpCaptions({
  player,
  video,
  controls,
}: PlayerElements): CaptionControl | undefined {
  const first = findField<HTMLSelectElement>(controls, "captions");
  const current = controls.querySelector("[aria-controls=captions-panel] .current");
  const picture = player.querySelector(".captions > div");
  if (first === undefined || !current || !picture) return undefined;
  const second = findField<HTMLSelectElement>(controls, "second-captions");
  const size = findField<HTMLSelectElement>(controls, "caption-size");
  const tracks = [...video.querySelectorAll<HTMLTrackElement>("track:not([kind=descriptions])")];
  let lastLanguage = first.value || (tracks[0]?.srclang ?? "");
  // Captions are loaded when the film plays, not before (defer-captions.ts).
  let isDeferred = video.paused;

  /** The selected languages, the original above its translation. */
  const shown = () => {
    const languages = first.value ? new Set([first.value, second?.value || first.value]) : [];
    const rank = (language: string) => Number(language !== controls.dataset.originalLanguage);
    return [...languages].sort((a, b) => rank(a) - rank(b));
  };
  const languageName = (language: string) =>
    [...first.options].find((option) => option.value === language)?.text;

  const captions: CaptionControl = {
    tracks,
    mode: "hidden",
    shown,
    show(language, secondLanguage = second?.value ?? "") {
      if (languageName(language) === undefined) return;
      first.value = language;
      if (second !== undefined) {
        second.value = languageName(secondLanguage) === undefined ? "" : secondLanguage;
      }
      select();
    },
    toggle: () => captions.show(first.value === "" ? lastLanguage : ""),
    applyModes() {
      for (const { track, srclang, default: isDefault } of tracks) {
        const isOn = shown().includes(srclang) && (isDefault || !isDeferred);
        const mode = isOn ? captions.mode : "disabled";
        if (track.mode !== mode) track.mode = mode;
      }
    },
    draw() {
      const rows = shown().flatMap((language, index) =>
        tracks
          .filter(({ srclang }) => srclang === language)
          .flatMap(({ track }) => [...(track.activeCues ?? [])])
          .map((cue) => createCueElement(cue as VTTCue, language, index > 0)),
      );
      picture.replaceChildren(...rows);
    },
  };
  const apply = () => {
    captions.applyModes();
    lastLanguage = first.value || lastLanguage;
    current.textContent = shown().map(languageName).join(" + ") || (languageName("") ?? "");
    captions.draw();
  };
  const select = () => {
    isDeferred = false;
    apply();
  };
  apply();
  video.addEventListener("play", select, { once: true });
  for (const { track } of tracks) track.addEventListener("cuechange", () => captions.draw());
  first.addEventListener("change", select);
  second?.addEventListener("change", () => {
    // A second language needs a first one.
    first.value ||= lastLanguage;
    select();
  });
  size?.addEventListener("change", () => {
    player.dataset.captionSize = size.value;
  });
  return captions;
}
