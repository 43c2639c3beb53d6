import { type Moment, parseMoment } from "../../records/moment.ts";
import { playFrom } from "./play.ts";

/** The moment in an address, `?t=65` or `#t=65,80`; the fragment wins over the query. */
export function parseMomentAddress(address: Pick<Location, "search" | "hash">): Moment | undefined {
  const fragment = new URLSearchParams(address.hash.replace(/^#\??/, "")).get("t");
  const text = fragment ?? new URLSearchParams(address.search).get("t");
  return text === null ? undefined : parseMoment(text);
}

/**
 * Seeks to a moment. Before the film is loaded, this requests nothing: the browser keeps the start time for later.
 * At the moment's end, if it has one, the film pauses once more is loaded (part-end.ts).
 */
export function seekToMoment(video: HTMLVideoElement, { start, end }: Moment): void {
  // At an end in a file's address the browser pauses too, up to 250 ms later: that would be a second time.
  if (end !== undefined && video.paused && video.readyState === 0) {
    for (const source of video.querySelectorAll("source")) {
      source.src = source.src.replace(/#.*/, "");
    }
    video.load();
  }
  video.currentTime = start;
}

/** Makes every link to a moment of this film play it here instead of reloading the page. */
export function playMomentLinksInPlace(video: HTMLVideoElement): void {
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.moment");
    const moment = link === null ? undefined : parseMomentAddress(link);
    if (moment === undefined) return;
    event.preventDefault();
    playFrom(video, moment.start);
  });
}
