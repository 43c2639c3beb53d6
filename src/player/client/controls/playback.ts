import { findField, type PlayerElements } from "./controls.ts";
import { play } from "./repeat.ts";

/** How fast it plays, and which version: on a metered line a smaller one, where the browser says so. */
export function setUpPlaybackPanel({ video, controls }: PlayerElements): void {
  const speed = findField<HTMLSelectElement>(controls, "speed");
  const now = controls.querySelector("[aria-controls=playback-panel] .now");
  speed?.addEventListener("change", () => {
    video.playbackRate = Number(speed.value);
  });
  video.addEventListener("ratechange", () => {
    const { playbackRate: rate } = video;
    if (speed !== undefined) speed.value = String(rate);
    if (now !== null) now.textContent = rate === 1 ? "" : `${rate}×`;
  });

  const version = findField<HTMLSelectElement>(controls, "version");
  const change = () => playVersion(video, version?.value ?? "");
  version?.addEventListener("change", change);
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const smaller = version?.querySelector<HTMLOptionElement>("[data-smaller]");
  if (smaller && connection?.saveData) {
    smaller.selected = true;
    change();
  }
}

/**
 * Plays another file from the same place on.
 * @param address "" for the film as it is published
 * @param plays whether it then plays; as it did before, where that isn't said
 */
export function playVersion(video: HTMLVideoElement, address: string, plays = !video.paused): void {
  const { currentTime, playbackRate } = video;
  // To set an address is enough. `load()` would fetch at once, even where nothing plays yet.
  if (address !== "") video.src = address;
  else {
    video.removeAttribute("src");
    video.load();
  }
  // Before it is loaded, this only says where to start.
  video.currentTime = currentTime;
  video.playbackRate = playbackRate;
  if (plays) play(video);
}
