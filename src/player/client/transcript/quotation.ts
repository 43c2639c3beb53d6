import { momentParameter } from "../../../records/moment.ts";
import { type Selected, selectedIn } from "./selection.ts";
import { sideOf, startOf } from "./transcript.ts";

/** Fewer words than these are looked up in a dictionary, not quoted. */
const leastWords = 3;

/**
 * Lets words copied out of the transcript carry where they are from: quotation marks, title, publisher,
 * date, and a link that plays from the first of them.
 */
export function citeOnCopy(transcript: HTMLElement): void {
  transcript.addEventListener("copy", (event) => {
    const selected = selectedIn(transcript);
    if (selected === undefined || event.clipboardData === null) return;
    if (selected.words.split(/\s+/).length < leastWords) return;
    event.clipboardData.setData("text/plain", quotationOf(transcript, selected));
    event.preventDefault();
  });
}

/** Selected words with where they are from, and a link to the moment. */
export function quotationOf(transcript: HTMLElement, { words, first }: Selected): string {
  const { quotation = "%words%", url } = transcript.dataset;
  // A function, so that a `$` in somebody's words stays a `$`.
  return `${quotation.replace("%words%", () => words)}${url}?t=${momentParameter(startOf(first))}`;
}

/** Where the whole film is from: title, publisher, date and address. */
export function citationOf({ dataset: { quotation = "", url } }: HTMLElement): string {
  const from = quotation.slice(quotation.indexOf("%words%")).split("\n").slice(1).join("\n");
  return `${from.replace(/^— /, "")}${url}`;
}

/** The address that plays what is selected, and stops after it: `…?t=65,80`. */
export function clipOf(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  selected: Selected,
): string {
  const start = momentParameter(startOf(selected.first));
  const end = endOf(transcript, selected.last) ?? durationOf(video);
  return `${transcript.dataset.url}?t=${start},${momentParameter(end)}`;
}

/** How long the film is, in seconds: the bar knows it before a byte of it is loaded. */
function durationOf(video: HTMLVideoElement): number {
  const bar = document.querySelector<HTMLElement>("[data-duration]");
  return video.duration || Number(bar?.dataset.duration);
}

/** A segment ends where the next one of its language begins; undefined for the last. */
function endOf(transcript: HTMLElement, segment: HTMLElement): number | undefined {
  const later = [...transcript.querySelectorAll<HTMLElement>("[data-start]")].find(
    (other) => sideOf(other) === sideOf(segment) && startOf(other) > startOf(segment),
  );
  return later && startOf(later);
}
