import { formatMoment } from "../../../records/moment.ts";
import { lengthOf } from "../duration.ts";
import type { PlayerElements } from "../player-elements.ts";
import { findField } from "./controls.ts";

/** Sets up the time line, a slider, and the time beside the play button. */
export function setUpTimeline({ video, controls }: PlayerElements): void {
  const slider = findField<HTMLInputElement>(controls, "time");
  const time = controls.querySelector(".time span");
  if (slider === undefined || time === null) return;
  const update = () => {
    const length = lengthOf(video, controls);
    const { currentTime } = video;
    slider.max = String(length);
    slider.value = String(currentTime);
    time.textContent = formatMoment(currentTime);
    // A screen reader would read every change of the slider that it is on.
    if (video.seeking || document.activeElement !== slider) {
      const text = `${time.textContent} ${slider.dataset.of} ${formatMoment(length)}`;
      slider.setAttribute("aria-valuetext", text);
    }
    slider.style.setProperty("--played", `${(100 * currentTime) / length}%`);
  };
  for (const event of ["timeupdate", "seeking", "durationchange"]) {
    video.addEventListener(event, update);
  }
  update();
  slider.addEventListener("input", () => {
    video.currentTime = Number(slider.value);
  });
}
