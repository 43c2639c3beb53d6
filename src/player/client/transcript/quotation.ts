import { momentParameter } from "../../../records/moment.ts";
import { lengthOf } from "../duration.ts";
import { columnLanguage, segmentStart } from "./segments.ts";
import { readSelection, type SelectedText } from "./selection.ts";

/** Fewer words are copied as they are: they are more likely to be looked up than quoted. */
const minQuotedWords = 3;

/**
 * Adds the source to text copied out of the transcript: quotation marks, title, publisher, date, and a
 * link that plays from its first word.
 */
export function addSourceToCopiedText(transcript: HTMLElement): void {
  transcript.addEventListener("copy", (event) => {
    const selected = readSelection(transcript);
    if (selected === undefined || event.clipboardData === null) return;
    if (selected.text.split(/\s+/).length < minQuotedWords) return;
    event.clipboardData.setData("text/plain", formatQuotation(transcript, selected));
    event.preventDefault();
  });
}

/** The selected text with its source and a link to its moment. */
export function formatQuotation(transcript: HTMLElement, { text, first }: SelectedText): string {
  const { quotation = "%words%", url } = transcript.dataset;
  const start = momentParameter(segmentStart(first));
  // A function, since `$` in a replacement string would be special.
  return `${quotation.replace("%words%", () => text)}${url}?t=${start}`;
}

/** The source of the whole film: title, publisher, date and address. */
export function formatCitation({ dataset: { quotation = "", url } }: HTMLElement): string {
  const source = quotation.slice(quotation.indexOf("%words%")).split("\n").slice(1).join("\n");
  return `${source.replace(/^— /, "")}${url}`;
}

/** The address that plays only the selected part: `…?t=65,80`. */
export function clipAddress(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  selected: SelectedText,
): string {
  const start = momentParameter(segmentStart(selected.first));
  const end = segmentEnd(transcript, selected.last) ?? filmLength(video);
  return `${transcript.dataset.url}?t=${start},${momentParameter(end)}`;
}

function filmLength(video: HTMLVideoElement): number {
  const controls = document.querySelector<HTMLElement>("[data-duration]");
  return controls === null ? video.duration : lengthOf(video, controls);
}

/** A segment ends where the next one of its language starts; undefined for the last one. */
function segmentEnd(transcript: HTMLElement, segment: HTMLElement): number | undefined {
  const next = [...transcript.querySelectorAll<HTMLElement>("[data-start]")].find(
    (other) =>
      columnLanguage(other) === columnLanguage(segment) &&
      segmentStart(other) > segmentStart(segment),
  );
  return next && segmentStart(next);
}
