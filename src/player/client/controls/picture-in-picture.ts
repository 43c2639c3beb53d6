import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton } from "../create-element.ts";
import type { Player } from "../player.ts";
import { announce } from "./controls.ts";

/** Adds a picture-in-picture button, if the browser and the frame allow it. */
export function addPictureInPictureButton(
  { video, controls }: Player,
  strings: PlayerScriptStrings,
  buttons: HTMLElement,
): void {
  if (!document.pictureInPictureEnabled) return;
  const toggle = () =>
    document.pictureInPictureElement === video
      ? document.exitPictureInPicture()
      : video.requestPictureInPicture();
  // A request fails before the film's metadata is loaded (Picture-in-Picture, “request”).
  const onClick = () => toggle().catch(() => announce(controls, strings.playFirst));
  buttons.append(createButton(strings.pictureInPicture, onClick));
}
