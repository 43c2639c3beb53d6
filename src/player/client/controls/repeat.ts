import { callInTime } from "../film-clock.ts";
import { parseMomentAddress } from "../moment-link.ts";
import { play } from "../play.ts";
import type { PlayerElements } from "../player-elements.ts";
import { findField } from "./controls.ts";

/** Lets the viewer repeat the part of the film in the address, `t=65,80`. */
export function enableRepeat({ video, controls }: PlayerElements): void {
  const checkbox = findField<HTMLInputElement>(controls, "repeat");
  const updateVisibility = () =>
    checkbox?.parentElement?.toggleAttribute(
      "hidden",
      parseMomentAddress(location)?.end === undefined,
    );
  updateVisibility();
  addEventListener("hashchange", updateVisibility);
  callInTime(video, () => {
    const { start, end } = parseMomentAddress(location) ?? {};
    if (!checkbox?.checked || start === undefined || end === undefined) {
      return Number.POSITIVE_INFINITY;
    }
    if (video.currentTime < end) return end;
    video.currentTime = start;
    // The browser itself pauses at the end of a media fragment.
    if (video.paused) play(video);
    return end;
  });
}
