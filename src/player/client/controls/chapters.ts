import { parseMomentAddress } from "../moment-link.ts";
import type { PlayerElements } from "../player-elements.ts";

/** Marks the current chapter in every list of chapters on the page. */
export function setUpChapters({ video }: PlayerElements): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("ol .moment")];
  const starts = links.map(chapterStart);
  const update = () => {
    const time = video.currentTime;
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

/** Where the chapter that a link leads to begins, in seconds. */
export function chapterStart(link: HTMLAnchorElement): number {
  return parseMomentAddress(link)?.start ?? 0;
}
