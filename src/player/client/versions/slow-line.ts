import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createElement } from "../create-element.ts";
import type { Player } from "../player.ts";
import { findLowerVersion, type VersionChoice } from "./choose-version.ts";
import { onStall } from "./stalls.ts";

/** One stall may have any cause; after the second, the line is too slow for this file. */
const maxStalls = 1;

/**
 * Continues in the next lower picture, at the same moment, when the film has stalled twice, and says so with a
 * way back. It never goes up by itself, and does nothing once the viewer has chosen a version.
 */
export function lowerQualityOnSlowLine(
  { frame, video, controls }: Player,
  strings: PlayerScriptStrings,
  { select, play }: VersionChoice,
): void {
  const status = controls.querySelector<HTMLElement>(".status");
  let stalls = 0;
  let isChosen = false;
  select.addEventListener("change", () => {
    isChosen = true;
  });
  const closeMessage = () => {
    status?.replaceChildren();
    // The button that had the focus is gone.
    frame.focus({ preventScroll: true });
  };
  onStall(video, () => {
    stalls += 1;
    const from = select.selectedOptions[0];
    const to = findLowerVersion(video, select);
    if (stalls <= maxStalls || isChosen || from === undefined || to === undefined) return;
    stalls = 0;
    keepPicture(video);
    play(to);
    const goBack = () => {
      isChosen = true;
      closeMessage();
      if (!video.paused) keepPicture(video);
      play(from);
    };
    const buttons = createElement(
      "span",
      { className: "buttons" },
      createButton(strings.backToQuality.replace("%s", heightName(from)), goBack),
      createButton(strings.close, closeMessage),
    );
    status?.replaceChildren(strings.slowLine.replace("%s", heightName(to)), " ", buttons);
  });
}

const heightName = ({ dataset }: HTMLOptionElement) => `${dataset.height}p`;

/** Shows the last picture until the next file has one: the browser would show the poster meanwhile. */
function keepPicture(video: HTMLVideoElement): void {
  const { videoWidth: width, videoHeight: height } = video;
  const picture = createElement("canvas", { width, height, className: "last-picture" });
  picture.getContext("2d")?.drawImage(video, 0, 0);
  video.after(picture);
  for (const event of ["playing", "seeked", "error"]) {
    video.addEventListener(event, () => picture.remove(), { once: true });
  }
}
