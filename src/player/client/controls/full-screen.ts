import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createElement } from "../create-element.ts";
import type { Player } from "../player.ts";
import { announce } from "./controls.ts";

/** Adds a full-screen button. In a frame that may not use full screen, adds a link to the film's page. */
export function addFullScreenButton(
  { video, controls }: Player,
  strings: PlayerScriptStrings,
  buttons: HTMLElement,
): void {
  if (document.fullscreenEnabled) {
    const toggle = () => toggleFullScreen(video, controls, strings);
    buttons.append(createButton(strings.shortcuts.fullScreen, toggle));
  } else if (parent !== window) {
    buttons.append(
      createElement("a", {
        href: controls.dataset.page ?? "",
        target: "_blank",
        rel: "noreferrer",
        textContent: strings.openFilmPage,
      }),
    );
  }
}

/** Enters or leaves full screen, or announces that it isn't allowed here. */
export function toggleFullScreen(
  video: HTMLVideoElement,
  controls: HTMLElement,
  strings: PlayerScriptStrings,
): void {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) {
    // Focus the film first: in full screen no other element of the player would receive the next key.
    video.focus();
    video.requestFullscreen().catch(() => undefined);
  } else announce(controls, strings.fullScreenNotAllowed);
}
