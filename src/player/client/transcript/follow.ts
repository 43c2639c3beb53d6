import { playFrom } from "../moment-link.ts";
import { isScrollContainer, scrollToShow } from "./scroll.ts";

/**
 * Lets the transcript follow the film: what is being said is marked, in each of its languages, and a click
 * plays from there. It is kept in sight where `data-follow` says so; otherwise only where that doesn't move
 * the whole page.
 */
export function followTranscript(video: HTMLVideoElement, transcript: HTMLElement): void {
  const sides = groupByLanguage(createSegments(transcript));
  const current: (HTMLElement | undefined)[] = [];

  const mark = () => {
    for (const [side, segments] of sides.entries()) {
      // What was said last stays marked through a pause: ends would make a long transcript a tenth heavier.
      const next = segments.findIndex((segment) => segmentStart(segment) > video.currentTime);
      const spoken = segments[(next < 0 ? segments.length : next) - 1];
      if (spoken === current[side]) continue;
      current[side]?.removeAttribute("aria-current");
      spoken?.setAttribute("aria-current", "true");
      current[side] = spoken;
      // The sides of a row are in sight together.
      if (side === 0 && spoken !== undefined && isFollowing(transcript)) {
        scrollToShow(spoken, transcript);
      }
    }
  };
  video.addEventListener("timeupdate", mark);
  // Who comes with a moment finds it marked, before anything plays.
  if (video.currentTime > 0) mark();
  if (location.hash === "#transcript" && current[0]) scrollToShow(current[0], transcript);

  transcript.addEventListener("click", (event) => {
    const segment = (event.target as Element).closest<HTMLElement>("[data-start]");
    // Whoever has just selected words to copy doesn't mean to jump.
    if (segment === null || getSelection()?.isCollapsed === false) return;
    playFrom(video, segmentStart(segment));
  });
}

/** The segments of each language, in order; a transcript in one language has one side. */
export function groupByLanguage(segments: readonly HTMLElement[]): HTMLElement[][] {
  const sides = new Map<string | undefined, HTMLElement[]>();
  for (const segment of segments) {
    const side = sides.get(columnLanguage(segment));
    if (side === undefined) sides.set(columnLanguage(segment), [segment]);
    else side.push(segment);
  }
  return [...sides.values()];
}

/** Which of the languages side by side a piece of the transcript is in. */
export function columnLanguage(piece: Element): string | undefined {
  return piece.closest<HTMLElement>("[data-side]")?.dataset.side;
}

/**
 * Makes an element of each segment, with when it starts, in seconds. The page has them as lines of its
 * paragraphs, and the starts as steps in tenths: so a long transcript stays light.
 */
function createSegments(transcript: HTMLElement): HTMLElement[] {
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
export function isFollowing(transcript: HTMLElement): boolean {
  const { follow } = transcript.dataset;
  return follow === undefined ? isScrollContainer(transcript) : follow === "on";
}

/** When a segment starts, in seconds. */
export const segmentStart = (segment: HTMLElement) => Number(segment.dataset.start);
