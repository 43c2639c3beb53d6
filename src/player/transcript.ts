import { playFrom } from "./moment-link.ts";
import { bringIntoSight, scrollsItself } from "./sight.ts";

/**
 * Lets the transcript follow the film: what is being said is marked, and a click plays from there. It is
 * kept in sight where `data-follow` says so; otherwise only where that doesn't move the whole page.
 */
export function followTranscript(video: HTMLVideoElement, transcript: HTMLElement): void {
  const segments = timeSegments(transcript);
  let current: HTMLElement | undefined;

  video.addEventListener("timeupdate", () => {
    // What was said last stays marked through a pause: ends would make a long transcript a tenth heavier.
    const next = segments.findIndex((segment) => startOf(segment) > video.currentTime);
    const spoken = segments[(next < 0 ? segments.length : next) - 1];
    if (spoken === current) return;
    current?.removeAttribute("aria-current");
    spoken?.setAttribute("aria-current", "true");
    current = spoken;
    if (spoken !== undefined && follows(transcript)) bringIntoSight(spoken, transcript);
  });

  transcript.addEventListener("click", (event) => {
    const segment = (event.target as Element).closest<HTMLElement>("[data-start]");
    // Whoever has just selected words to copy doesn't mean to jump.
    if (segment === null || getSelection()?.isCollapsed === false) return;
    playFrom(video, startOf(segment));
  });
}

/**
 * Makes an element of each segment, with when it starts, in seconds. The page has them as lines of its
 * paragraphs, and the starts as steps in tenths: so a long transcript stays light.
 */
function timeSegments(transcript: HTMLElement): HTMLElement[] {
  const { steps = "", play = "%" } = transcript.dataset;
  const step = steps.split(" ");
  const segments: HTMLElement[] = [];
  let tenths = 0;
  let segment = transcript;
  const begin = (): HTMLElement => {
    segment = document.createElement("span");
    tenths += Number(step[segments.length]);
    segment.dataset.start = `${tenths / 10}`;
    segments.push(segment);
    return segment;
  };
  for (const paragraph of transcript.querySelectorAll("p:not(.label)")) {
    const margin = paragraph.querySelectorAll(":scope > a, :scope > b");
    // The moment in the margin says to the ear what it does.
    margin[0]?.setAttribute("aria-label", play.replace("%", margin[0].textContent ?? ""));
    const pieces: (Node | string)[] = [...margin, begin()];
    for (const node of [...paragraph.childNodes].slice(margin.length)) {
      if (node.nodeName === "WBR") pieces.push(begin());
      else if (node instanceof Text) {
        node.data.split("\n").forEach((line, index) => {
          if (index > 0) pieces.push(" ", begin());
          segment.append(line);
        });
      } else segment.append(node);
    }
    paragraph.replaceChildren(...pieces);
  }
  return segments;
}

/** Whether what is being said is kept in sight. */
export function follows(transcript: HTMLElement): boolean {
  const { follow } = transcript.dataset;
  return follow === undefined ? scrollsItself(transcript) : follow === "on";
}

const startOf = (segment: HTMLElement) => Number(segment.dataset.start);
