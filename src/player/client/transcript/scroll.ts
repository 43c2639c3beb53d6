/**
 * Scrolls to an element of the transcript. If the transcript has its own scrollbar, only that moves:
 * `scrollIntoView` in an embed would scroll the host page, too.
 */
export function scrollToShow(element: HTMLElement, transcript: HTMLElement): void {
  if (isScrollContainer(transcript)) {
    const box = transcript.getBoundingClientRect();
    transcript.scrollTop += element.getBoundingClientRect().top - box.top - box.height / 2;
  } else element.scrollIntoView({ block: "center" });
}

/** Whether the transcript has its own scrollbar, as in an embed. */
export function isScrollContainer(transcript: HTMLElement): boolean {
  return getComputedStyle(transcript).overflowY === "auto";
}

/** Whether an element is within the window, the transcript's own box, and not beneath a film that stays above. */
export function isInSight(element: Element, transcript: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const box = transcript.getBoundingClientRect();
  const film = document.querySelector("[data-player]")?.getBoundingClientRect();
  const isUnderFilm = film !== undefined && film.right > box.left && film.left < box.right;
  const isScrolledTo = !isScrollContainer(transcript) || (top >= box.top && bottom <= box.bottom);
  return (
    isScrolledTo && top >= (isUnderFilm ? Math.max(0, film.bottom) : 0) && bottom <= innerHeight
  );
}

/** How long a reader who scrolled is left alone, in milliseconds: long enough to read a few lines. */
const pauseAfterScroll = 5000;

/**
 * Watches whether the reader scrolls, searches or has selected text, when the text must not move by itself.
 * @returns a function that says whether the reader does so now
 */
export function watchReader(transcript: HTMLElement): () => boolean {
  let until = 0;
  const pause = () => {
    until = performance.now() + pauseAfterScroll;
  };
  for (const event of ["wheel", "touchmove", "keydown"]) {
    transcript.addEventListener(event, pause, { passive: true });
  }
  // A press on the scroll bar is one on the box; words are in paragraphs.
  transcript.addEventListener("pointerdown", (event) => {
    if (event.target === transcript) pause();
  });
  transcript.addEventListener("click", () => {
    until = 0;
  });
  return () =>
    performance.now() < until ||
    document.activeElement?.matches("[name=find]") === true ||
    hasSelectedText();
}

/** Whether text of the page is selected. */
export const hasSelectedText = () => getSelection()?.isCollapsed === false;
