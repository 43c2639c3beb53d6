import { emailHref } from "../../../records/contact.ts";
import { formatMoment, momentParameter } from "../../../records/moment.ts";
import { segmentStart } from "./segments.ts";
import { readSelection } from "./selection.ts";

/** The page's link to report a mistake by email, if the library has an address for that. */
export const findReportLink = () => document.querySelector<HTMLAnchorElement>("a[data-report]");

/**
 * Makes the email of a report link name the moment and the text there: the selected text, or else the
 * text spoken now. The email opens in the reader's own program; this page sends nothing.
 */
export function addMomentToReport(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  link: HTMLAnchorElement,
): void {
  const { report = "", subject = "", body = "" } = link.dataset;
  const updateLink = () => {
    const selected = readSelection(transcript);
    const current = transcript.querySelector<HTMLElement>("[data-start][aria-current]");
    const seconds = selected ? segmentStart(selected.first) : video.currentTime;
    const words = selected?.text ?? current?.textContent ?? "";
    const url = `${transcript.dataset.url}?t=${momentParameter(seconds)}`;
    const values: Record<string, string> = { moment: formatMoment(seconds), words, url };
    const text = body.replace(/%(moment|words|url)%/g, (_, key: string) => values[key] ?? "");
    link.href = emailHref(report, subject, text);
  };
  // Update it before it opens, by keyboard, touch, mouse or context menu.
  for (const event of ["focus", "pointerdown", "click"]) link.addEventListener(event, updateLink);
}
