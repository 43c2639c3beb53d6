import { parseMomentAddress } from "../moment-link.ts";
import type { PlayerElements } from "./controls.ts";

/** Marks the chapter that plays, in every list of them, and draws the time line with their starts. */
export function setUpChapters({ video, controls }: PlayerElements): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("ol .moment")];
  const starts = links.map((link) => parseMomentAddress(link)?.start ?? 0);
  const length = () => video.duration || Number(controls.dataset.duration);
  const line = controls.querySelector<HTMLElement>(".line");
  const draw = (kind: string) => {
    const piece = document.createElement(kind);
    line?.append(piece);
    return piece.style;
  };
  draw("span");
  const played = draw("i");
  for (const start of starts) draw("b").left = `${(100 * start) / length()}%`;
  line?.addEventListener("click", (event) => {
    const { left, width } = line.getBoundingClientRect();
    video.currentTime = (length() * (event.clientX - left)) / width;
  });

  const mark = () => {
    const now = video.currentTime;
    played.width = `${(100 * now) / length()}%`;
    const current = Math.max(...starts.filter((start) => start <= now));
    for (const [index, link] of links.entries()) {
      // Nothing plays before the film has begun.
      if (now > 0 && starts[index] === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  video.addEventListener("timeupdate", mark);
  video.addEventListener("seeking", mark);
}
