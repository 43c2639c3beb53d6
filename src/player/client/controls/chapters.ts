import { parseMomentAddress } from "../moment-link.ts";
import type { PlayerElements } from "../player-elements.ts";

/** Draws the timeline with the starts of chapters, and marks the current chapter in every list of them. */
export function setUpChapters({ video, controls }: PlayerElements): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("ol .moment")];
  const starts = links.map((link) => parseMomentAddress(link)?.start ?? 0);
  const duration = () => video.duration || Number(controls.dataset.duration);
  const timeline = controls.querySelector<HTMLElement>(".timeline");
  // One element name for each part keeps the style sheet small: the whole film, the played part, a start.
  const draw = (elementName: "span" | "i" | "b") => {
    const part = document.createElement(elementName);
    timeline?.append(part);
    return part.style;
  };
  draw("span");
  const played = draw("i");
  for (const start of starts) draw("b").left = `${(100 * start) / duration()}%`;
  timeline?.addEventListener("click", (event) => {
    const { left, width } = timeline.getBoundingClientRect();
    video.currentTime = (duration() * (event.clientX - left)) / width;
  });

  const update = () => {
    const time = video.currentTime;
    played.width = `${(100 * time) / duration()}%`;
    const current = Math.max(...starts.filter((start) => start <= time));
    for (const [index, link] of links.entries()) {
      // At 0 the film hasn't begun, so no chapter is current.
      if (time > 0 && starts[index] === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  video.addEventListener("timeupdate", update);
  video.addEventListener("seeking", update);
}
