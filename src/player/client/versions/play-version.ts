import { play } from "../play.ts";
import type { PlayerElements } from "../player-elements.ts";

/**
 * Switches to another file, at the same time and speed.
 * @param version the addresses of the same version in several formats, separated by spaces; the first that this
 *   browser plays is taken. `""` stands for the film's default sources
 * @param shouldPlay whether to play it; by default only if the film was playing
 */
export function playVersion(
  video: HTMLVideoElement,
  version: string,
  shouldPlay = !video.paused,
): void {
  const { currentTime, playbackRate } = video;
  // Setting `src` is enough here: `load()` would start a download even if the film isn't playing.
  if (version !== "") video.src = playableAddress(video, version) ?? version;
  else {
    video.removeAttribute("src");
    video.load();
  }
  // Before the file is loaded, this sets the default playback start position (HTML).
  video.currentTime = currentTime;
  video.playbackRate = playbackRate;
  if (shouldPlay) play(video);
}

/**
 * The first address of a version whose type, as the film's sources name it, this browser plays. A source whose address
 * was changed has its host before it (`seekToMoment`).
 */
export function playableAddress(video: HTMLVideoElement, version: string): string | undefined {
  return version
    .split(" ")
    .find((address) =>
      video.canPlayType(
        video.querySelector<HTMLSourceElement>(`source[src*="${address}"]`)?.type ?? "",
      ),
    );
}

/** Begins with the smallest picture if the viewer saves data. */
export function saveData({ video, controls }: PlayerElements): void {
  // Network Information API, in Chromium only.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const smallest = controls.querySelector<HTMLOptionElement>("[data-smallest]");
  if (!smallest || !connection?.saveData) return;
  smallest.selected = true;
  playVersion(video, smallest.value);
}
