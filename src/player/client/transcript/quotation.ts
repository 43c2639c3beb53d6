import { momentParameter } from "../../../records/moment.ts";
import { columnLanguage, segmentStart } from "./follow.ts";
import { readSelection, type SelectedText } from "./selection.ts";

/** Fewer words than these are looked up in a dictionary, not quoted. */
const leastWords = 3;

/**
 * Lets words copied out of the transcript carry where they are from: quotation marks, title, publisher,
 * date, and a link that plays from the first of them.
 */
export function addSourceToCopiedText(transcript: HTMLElement): void {
  transcript.addEventListener("copy", (event) => {
    const selected = readSelection(transcript);
    if (selected === undefined || event.clipboardData === null) return;
    if (selected.text.split(/\s+/).length < leastWords) return;
    event.clipboardData.setData("text/plain", formatQuotation(transcript, selected));
    event.preventDefault();
  });
}

/** Selected words with where they are from, and a link to the moment. */
export function formatQuotation(transcript: HTMLElement, { text, first }: SelectedText): string {
  const { quotation = "%words%", url } = transcript.dataset;
  // A function, so that a `$` in somebody's words stays a `$`.
  return `${quotation.replace("%words%", () => text)}${url}?t=${momentParameter(segmentStart(first))}`;
}

/** Where the whole film is from: title, publisher, date and address. */
export function formatCitation({ dataset: { quotation = "", url } }: HTMLElement): string {
  const from = quotation.slice(quotation.indexOf("%words%")).split("\n").slice(1).join("\n");
  return `${from.replace(/^— /, "")}${url}`;
}

/** The address that plays what is selected, and stops after it: `…?t=65,80`. */
export function clipAddress(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  selected: SelectedText,
): string {
  const start = momentParameter(segmentStart(selected.first));
  const end = segmentEnd(transcript, selected.last) ?? filmDuration(video);
  return `${transcript.dataset.url}?t=${start},${momentParameter(end)}`;
}

/** How long the film is, in seconds: the bar knows it before a byte of it is loaded. */
function filmDuration(video: HTMLVideoElement): number {
  const bar = document.querySelector<HTMLElement>("[data-duration]");
  return video.duration || Number(bar?.dataset.duration);
}

/** A segment ends where the next one of its language begins; undefined for the last. */
function segmentEnd(transcript: HTMLElement, segment: HTMLElement): number | undefined {
  const later = [...transcript.querySelectorAll<HTMLElement>("[data-start]")].find(
    (other) =>
      columnLanguage(other) === columnLanguage(segment) &&
      segmentStart(other) > segmentStart(segment),
  );
  return later && segmentStart(later);
}
