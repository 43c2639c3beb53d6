import { formatMoment } from "../../../records/moment.ts";
import { createElement } from "../create-element.ts";
import { lengthOf } from "../duration.ts";
import type { Player } from "../player.ts";
import { chapterStart } from "./chapters.ts";
import { findField } from "./controls.ts";
import { seekStep } from "./seek-step.ts";

/**
 * Adds to the time line the chapters' starts, the part that is loaded, and a hint above it with the time and
 * the chapter under the pointer, or where the keyboard moves to.
 */
export function addTimelineDetails({ video, controls }: Player): void {
  const slider = findField<HTMLInputElement>(controls, "time");
  if (slider === undefined) return;
  const hint = createElement("span", { className: "hint", ariaHidden: "true" });
  slider.after(hint);
  const chapters = [...controls.querySelectorAll<HTMLAnchorElement>("ol .moment")].map((link) => ({
    start: chapterStart(link),
    name: link.lastChild?.textContent ?? "",
  }));
  for (const { start } of chapters) {
    const mark = document.createElement("b");
    mark.style.left = `${(100 * start) / Number(slider.max)}%`;
    hint.before(mark);
  }
  const showHint = (seconds: number) => {
    const chapter = chapters.filter(({ start }) => start <= seconds).pop();
    hint.textContent = `${formatMoment(seconds)}${chapter === undefined ? "" : ` · ${chapter.name}`}`;
    hint.style.setProperty("--at", `${(100 * seconds) / lengthOf(video, controls)}%`);
  };
  const showLoaded = () => {
    const { buffered, currentTime } = video;
    // What is loaded around the current time; a seek leaves other parts behind.
    let loaded = 0;
    for (let part = 0; part < buffered.length; part += 1) {
      if (buffered.start(part) <= currentTime) loaded = buffered.end(part);
    }
    slider.style.setProperty("--loaded", `${(100 * loaded) / lengthOf(video, controls)}%`);
  };
  for (const event of ["progress", "seeking"]) video.addEventListener(event, showLoaded);
  showLoaded();
  slider.addEventListener("input", () => showHint(video.currentTime));
  slider.addEventListener("keydown", (event) => {
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    video.currentTime += direction * seekStep;
    showHint(video.currentTime);
  });
  slider.addEventListener("pointermove", ({ clientX }) => {
    const { left, width } = slider.getBoundingClientRect();
    showHint(Math.min(1, Math.max(0, (clientX - left) / width)) * lengthOf(video, controls));
  });
  slider.addEventListener("focus", () => showHint(video.currentTime));
}
