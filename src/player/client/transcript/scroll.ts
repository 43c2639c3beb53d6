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
