import { momentOf } from "./moment-link.ts";

/** Lets the transcript follow the film: what is being said is marked, and a click plays from there. */
export function followTranscript(video: HTMLVideoElement, transcript: HTMLElement): void {
  const segments = [...transcript.querySelectorAll<HTMLElement>("[data-start]")];
  let current: HTMLElement | undefined;

  video.addEventListener("timeupdate", () => {
    const spoken = segments.find(
      (segment) => startOf(segment) <= video.currentTime && video.currentTime < endOf(segment),
    );
    if (spoken === current) return;
    current?.removeAttribute("aria-current");
    spoken?.setAttribute("aria-current", "true");
    current = spoken;
  });

  transcript.addEventListener("click", (event) => {
    const segment = (event.target as Element).closest<HTMLElement>("[data-start]");
    // Whoever has just selected words to copy doesn't mean to jump.
    if (segment === null || getSelection()?.isCollapsed === false) return;
    playFrom(video, startOf(segment));
  });
}

/** Lets every link to a moment of this film play it here instead of opening the page anew. */
export function followMomentLinks(video: HTMLVideoElement): void {
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.moment");
    const moment = link === null ? undefined : momentOf(link);
    if (moment === undefined) return;
    event.preventDefault();
    playFrom(video, moment.start);
  });
}

function playFrom(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = seconds;
  // A browser that refuses to play unasked leaves the film paused at the moment: that is enough.
  video.play().catch(() => undefined);
  video.scrollIntoView({ block: "nearest" });
}

const startOf = (segment: HTMLElement) => Number(segment.dataset.start);
const endOf = (segment: HTMLElement) => Number(segment.dataset.end);
