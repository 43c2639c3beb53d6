import { parseMomentAddress } from "../moment-link.ts";
import { playFrom } from "../play.ts";
import {
  hasSelectedText,
  isInSight,
  isScrollContainer,
  scrollToShow,
  watchReader,
} from "./scroll.ts";
import { createSegments, groupByLanguage, segmentStart } from "./segments.ts";

/**
 * Makes the transcript follow the film: the current segment is marked, in each language, and a click on a
 * segment plays from there.
 */
export function followTranscript(video: HTMLVideoElement, transcript: HTMLElement): void {
  const columns = groupByLanguage(createSegments(transcript));
  const current: (HTMLElement | undefined)[] = [];
  const isReaderBusy = watchReader(transcript);

  const update = () => {
    for (const [column, segments] of columns.entries()) {
      // A segment stays marked until the next one starts: sending ends as well would make a long
      // transcript a tenth larger.
      const next = segments.findIndex((segment) => segmentStart(segment) > video.currentTime);
      const spoken = segments[(next < 0 ? segments.length : next) - 1];
      if (spoken === current[column]) continue;
      current[column]?.removeAttribute("aria-current");
      spoken?.setAttribute("aria-current", "true");
      current[column] = spoken;
      // Columns of a row are visible together, so scroll to the first one only.
      if (column === 0 && spoken !== undefined && isFollowing(transcript) && !isReaderBusy()) {
        scrollToShow(spoken, transcript);
      }
    }
  };
  video.addEventListener("timeupdate", update);
  const showMoment = () => {
    update();
    const [first] = current;
    if (first !== undefined && !isInSight(first, transcript)) scrollToShow(first, transcript);
  };
  // The address may have a moment: mark its segment before the film plays.
  if (video.currentTime > 0) update();
  if (parseMomentAddress(location) !== undefined || location.hash === "#transcript") showMoment();
  addEventListener("hashchange", () => {
    if (parseMomentAddress(location) !== undefined) showMoment();
  });

  let hasOwnScrollBar = isScrollContainer(transcript);
  addEventListener("resize", () => {
    const isOtherLayout = hasOwnScrollBar !== isScrollContainer(transcript);
    hasOwnScrollBar = isScrollContainer(transcript);
    const [first] = current;
    if (first === undefined || transcript.dataset.follow === "off" || isReaderBusy()) return;
    if (isFollowing(transcript)) showMoment();
    // A phone was turned: the page is at a place of the layout before. An embed's host page isn't scrolled.
    if (isOtherLayout && parent === window && !isInSight(first, transcript)) {
      first.scrollIntoView({ block: "center" });
    }
  });

  transcript.addEventListener("click", (event) => {
    const segment = (event.target as Element).closest<HTMLElement>("[data-start]");
    // Selecting text ends with a click, too, which must not seek.
    if (segment === null || hasSelectedText()) return;
    playFrom(video, segmentStart(segment));
    // The film may have been scrolled into view, and the segment out of it.
    if (!isInSight(segment, transcript)) scrollToShow(segment, transcript);
    // So that the player's keyboard shortcuts work; the words themselves can't have the focus.
    video.closest<HTMLElement>(".film")?.focus({ preventScroll: true });
  });
}

/**
 * Whether the transcript scrolls to the current segment. Unless the viewer has chosen, only if that
 * doesn't scroll the whole page.
 */
export function isFollowing(transcript: HTMLElement): boolean {
  const { follow } = transcript.dataset;
  return follow === undefined ? isScrollContainer(transcript) : follow === "on";
}
