import { type Moment, parseMoment } from "../../records/moment.ts";
import { play } from "./controls/repeat.ts";

/** The moment that an address asks for: `?t=65` or `#t=65,80`; the fragment is the nearer wish. */
export function parseMomentAddress(address: Pick<Location, "search" | "hash">): Moment | undefined {
  const fragment = new URLSearchParams(address.hash.replace(/^#\??/, "")).get("t");
  const text = fragment ?? new URLSearchParams(address.search).get("t");
  return text === null ? undefined : parseMoment(text);
}

/**
 * Starts a film at a moment, and lets a range stop at its end, once: who plays on goes on.
 * Before the film is loaded this asks for no byte: the browser keeps the start for later.
 */
export function seekToMoment(video: HTMLVideoElement, moment: Moment): void {
  video.currentTime = moment.start;
  const { end } = moment;
  if (end === undefined) return;
  const stop = () => {
    if (video.currentTime < end) return;
    video.pause();
    video.removeEventListener("timeupdate", stop);
  };
  video.addEventListener("timeupdate", stop);
}

/** Lets every link to a moment of this film play it here instead of opening the page anew. */
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

/** Plays from a second on, with the film in sight. */
export function playFrom(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = seconds;
  play(video);
  video.scrollIntoView({ block: "nearest" });
}
