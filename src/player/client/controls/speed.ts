import type { PlayerElements } from "../player-elements.ts";
import { findField } from "./controls.ts";

/** Sets up the choice of the speed in the settings panel; its button shows any but the normal one. */
export function setUpSpeed({ video, controls }: PlayerElements): void {
  const speed = findField<HTMLSelectElement>(controls, "speed");
  const current = controls.querySelector("[aria-controls=settings-panel] .current");
  if (speed === undefined || current === null) return;
  const show = () => {
    const { playbackRate: rate } = video;
    speed.value = String(rate);
    current.textContent = rate === 1 ? "" : `${rate}×`;
  };
  const apply = () => {
    video.playbackRate = Number(speed.value);
  };
  // The viewer may have chosen before this was loaded.
  apply();
  show();
  speed.addEventListener("change", apply);
  video.addEventListener("ratechange", show);
}
