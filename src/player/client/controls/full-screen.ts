import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createElement } from "../create-element.ts";
import type { Player } from "../player.ts";
import { announce } from "./controls.ts";

/** A small window of its own and the full screen, each where it is allowed; else the film's own page. */
export function addScreenButtons(
  { video, controls }: Player,
  words: PlayerScriptStrings,
  place: HTMLElement,
): void {
  if (document.pictureInPictureEnabled) {
    const change = () =>
      document.pictureInPictureElement === video
        ? document.exitPictureInPicture()
        : video.requestPictureInPicture();
    // Before it is loaded, a film has no picture to put there.
    const press = () => change().catch(() => announce(controls, words.playFirst));
    place.append(createButton(words.smallWindow, press));
  }
  if (document.fullscreenEnabled) {
    place.append(
      createButton(words.key.fullScreen, () => toggleFullScreen(video, controls, words)),
    );
  } else if (parent !== window) {
    place.append(
      createElement("a", {
        href: controls.dataset.page ?? "",
        target: "_blank",
        rel: "noreferrer",
        textContent: words.watchHere,
      }),
    );
  }
}

/** Full screen, or a word about why not: a frame may not have been allowed it. */
export function toggleFullScreen(
  video: HTMLVideoElement,
  bar: HTMLElement,
  words: PlayerScriptStrings,
): void {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) {
    // Nothing else has the focus in full screen, and so nothing else would hear the next key.
    video.focus();
    video.requestFullscreen().catch(() => undefined);
  } else announce(bar, words.noFullScreen);
}
