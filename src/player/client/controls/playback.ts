import { play } from "../play.ts";
import type { PlayerElements } from "../player-elements.ts";
import { findField } from "./controls.ts";

/** Sets up the playback panel: the speed, and the version (the smaller one if the viewer saves data). */
export function setUpPlaybackPanel({ video, controls }: PlayerElements): void {
  const speed = findField<HTMLSelectElement>(controls, "speed");
  const current = controls.querySelector("[aria-controls=playback-panel] .current");
  speed?.addEventListener("change", () => {
    video.playbackRate = Number(speed.value);
  });
  video.addEventListener("ratechange", () => {
    const { playbackRate: rate } = video;
    if (speed !== undefined) speed.value = String(rate);
    if (current !== null) current.textContent = rate === 1 ? "" : `${rate}×`;
  });

  const version = findField<HTMLSelectElement>(controls, "version");
  const applyVersion = () => playVersion(video, version?.value ?? "");
  version?.addEventListener("change", applyVersion);
  // Network Information API, in Chromium only.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const smaller = version?.querySelector<HTMLOptionElement>("[data-smaller]");
  if (smaller && connection?.saveData) {
    smaller.selected = true;
    applyVersion();
  }
}

/**
 * Switches to another file, at the same time and speed.
 * @param address the file's address, or "" for the film's default sources
 * @param shouldPlay whether to play it; by default only if the film was playing
 */
export function playVersion(
  video: HTMLVideoElement,
  address: string,
  shouldPlay = !video.paused,
): void {
  const { currentTime, playbackRate } = video;
  // Setting `src` is enough here: `load()` would start a download even if the film isn't playing.
  if (address !== "") video.src = address;
  else {
    video.removeAttribute("src");
    video.load();
  }
  // Before the file is loaded, this sets the default playback start position (HTML).
  video.currentTime = currentTime;
  video.playbackRate = playbackRate;
  if (shouldPlay) play(video);
}
