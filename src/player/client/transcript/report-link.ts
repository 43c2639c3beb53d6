import { emailHref } from "../../../records/contact.ts";
import { formatMoment, momentParameter } from "../../../records/moment.ts";
import { segmentStart } from "./follow.ts";
import { readSelection } from "./selection.ts";

/** The page's letter about a mistake, where its library takes any. */
export const findReportLink = () => document.querySelector<HTMLAnchorElement>("a[data-report]");

/**
 * Lets a link to the letter name the moment and what is said there: what is selected, else what is being
 * said. The letter opens in the reader's own program; nothing is sent from here.
 */
export function addMomentToReport(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  link: HTMLAnchorElement,
): void {
  const { report = "", subject = "", body = "" } = link.dataset;
  const fill = () => {
    const selected = readSelection(transcript);
    const said = transcript.querySelector<HTMLElement>("[data-start][aria-current]");
    const seconds = selected ? segmentStart(selected.first) : video.currentTime;
    const words = selected?.text ?? said?.textContent ?? "";
    const url = `${transcript.dataset.url}?t=${momentParameter(seconds)}`;
    const values: Record<string, string> = { moment: formatMoment(seconds), words, url };
    const text = body.replace(/%(moment|words|url)%/g, (_, key: string) => values[key] ?? "");
    link.href = emailHref(report, subject, text);
  };
  // Before it opens, however that is done: by a key, a finger, or the menu of the link.
  for (const event of ["focus", "pointerdown", "click"]) link.addEventListener(event, fill);
}
