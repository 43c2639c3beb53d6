/** Scrolls the transcript alone where it scrolls by itself: a frame must not move its host's page. */
export function bringIntoSight(piece: HTMLElement, transcript: HTMLElement): void {
  if (scrollsItself(transcript)) {
    const box = transcript.getBoundingClientRect();
    transcript.scrollTop += piece.getBoundingClientRect().top - box.top - box.height / 2;
  } else piece.scrollIntoView({ block: "center" });
}

export function scrollsItself(transcript: HTMLElement): boolean {
  return getComputedStyle(transcript).overflowY === "auto";
}
