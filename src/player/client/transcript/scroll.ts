/** Scrolls the transcript alone where it scrolls by itself: a frame must not move its host's page. */
export function scrollToShow(piece: HTMLElement, transcript: HTMLElement): void {
  if (isScrollContainer(transcript)) {
    const box = transcript.getBoundingClientRect();
    transcript.scrollTop += piece.getBoundingClientRect().top - box.top - box.height / 2;
  } else piece.scrollIntoView({ block: "center" });
}

export function isScrollContainer(transcript: HTMLElement): boolean {
  return getComputedStyle(transcript).overflowY === "auto";
}
