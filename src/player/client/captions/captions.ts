import { findField } from "../controls/controls.ts";
import type { PlayerElements } from "../player-elements.ts";
import { createCaptionOverlay } from "./bilingual-captions.ts";

/** Sets the captions, for keyboard shortcuts and the host page. */
export interface CaptionControl {
  /** Shows captions in a language (`""` for none), and in a second one if given. */
  show(language: string, second?: string): void;
  /** The languages shown now. */
  shown(): readonly string[];
  /** Turns captions off, or on again in the last language. */
  toggle(): void;
}

/**
 * Sets up the captions panel: a first and a second language, and the size.
 * @returns undefined if the film has no captions
 */
export function setUpCaptions({
  player,
  video,
  controls,
}: PlayerElements): CaptionControl | undefined {
  const first = findField<HTMLSelectElement>(controls, "captions");
  const current = controls.querySelector(".current");
  if (first === undefined || current === null) return undefined;
  const second = findField<HTMLSelectElement>(controls, "second-captions");
  const size = findField<HTMLSelectElement>(controls, "caption-size");
  const tracks = [...video.textTracks].filter((track) => track.kind !== "descriptions");
  const showInOverlay = createCaptionOverlay(video);
  let isFullScreen = false;
  let lastLanguage = first.value || (tracks[0]?.language ?? "");

  /** The selected languages, the original above its translation. */
  const selectedLanguages = () => {
    const languages = first.value ? new Set([first.value, second?.value || first.value]) : [];
    const rank = (language: string) => Number(language !== controls.dataset.originalLanguage);
    return [...languages].sort((a, b) => rank(a) - rank(b));
  };
  /**
   * The browser draws captions in one language. It also draws them all if the video is in full screen,
   * since our overlay isn't visible there.
   */
  const isDrawnByBrowser = () => selectedLanguages().length < 2 || isFullScreen;
  const languageName = (language: string) =>
    [...first.options].find((option) => option.value === language)?.text;

  const apply = () => {
    const languages = selectedLanguages();
    const mode = isDrawnByBrowser() ? "showing" : "hidden";
    for (const track of tracks) {
      track.mode = languages.includes(track.language) ? mode : "disabled";
    }
    showInOverlay(
      isDrawnByBrowser()
        ? []
        : languages.flatMap((language) => tracks.filter((track) => track.language === language)),
    );
    lastLanguage = first.value || lastLanguage;
    current.textContent = languages.map(languageName).join(" + ") || (languageName("") ?? "");
  };
  const show = (language: string, secondLanguage = second?.value ?? "") => {
    first.value = languageName(language) === undefined ? "" : language;
    if (second !== undefined) {
      second.value = languageName(secondLanguage) === undefined ? "" : secondLanguage;
    }
    apply();
  };

  first.addEventListener("change", apply);
  second?.addEventListener("change", () => {
    // A second language needs a first one.
    first.value ||= lastLanguage;
    apply();
  });
  size?.addEventListener("change", () => {
    player.dataset.captionSize = size.value;
  });
  // The browser's own captions menu may have changed the tracks: show the same in our panel.
  video.textTracks.addEventListener("change", () => {
    const showing = tracks.filter((track) => track.mode === "showing");
    const showingLanguages = showing
      .map((track) => track.language)
      .sort()
      .join();
    if (showingLanguages === (isDrawnByBrowser() ? selectedLanguages().sort().join() : "")) return;
    if (second !== undefined) second.value = "";
    show(showing[0]?.language ?? "");
  });
  const setFullScreen = (value: boolean) => {
    isFullScreen = value;
    apply();
  };
  document.addEventListener("fullscreenchange", () =>
    setFullScreen(document.fullscreenElement === video),
  );
  // On iPhones only the video itself can be in full screen, with separate events.
  video.addEventListener("webkitbeginfullscreen", () => setFullScreen(true));
  video.addEventListener("webkitendfullscreen", () => setFullScreen(false));
  current.textContent = languageName(first.value) ?? "";
  // An address may ask for two languages, `?beside=es`. Captions are loaded when the film plays, not before.
  if (second?.value) {
    if (video.paused) video.addEventListener("play", apply, { once: true });
    else apply();
  }
  return {
    show,
    shown: selectedLanguages,
    toggle: () => show(first.value === "" ? lastLanguage : ""),
  };
}
