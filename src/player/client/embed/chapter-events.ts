import { lengthOf } from "../duration.ts";
import { parseMomentAddress } from "../moment-link.ts";
import type { Player } from "../player.ts";

/** Tells the host page each chapter that begins, by its name, as `host-api.ts` tells the other events. */
export function reportChapters({ video, controls }: Player): void {
  const links = [...controls.querySelectorAll<HTMLAnchorElement>("ol .moment")];
  if (parent === window || links.length === 0) return;
  const chapters = links.map((link) => ({
    start: parseMomentAddress(link)?.start ?? 0,
    name: link.lastChild?.textContent?.trim() ?? "",
  }));
  let current: (typeof chapters)[number] | undefined;
  const update = () => {
    const { currentTime } = video;
    const chapter = chapters.filter(({ start }) => start <= currentTime).pop();
    // At 0 the film hasn't begun, so no chapter is current.
    if (chapter === undefined || chapter === current || currentTime === 0) return;
    current = chapter;
    const duration = lengthOf(video, controls);
    const message = { currentTime, duration, chapter: chapter.name };
    parent.postMessage({ type: "videoteca:event", event: "chapter", ...message }, "*");
  };
  video.addEventListener("timeupdate", update);
  update();
}
