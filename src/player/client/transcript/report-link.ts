import { emailHref } from "../../../records/contact/contact.ts";
import { formatMoment, momentParameter } from "../../../records/moment.ts";
import { clipAddress } from "./quotation.ts";
import { columnLanguage, segmentStart } from "./segments.ts";
import { readSelection } from "./selection.ts";

/** The page's link to report a mistake by email or with the library's own form, if it has an address for that. */
export const findReportLink = () => document.querySelector<HTMLAnchorElement>("a[data-report]");

/**
 * Makes a report link name the moment and the text there: the selected text, or else the text spoken now. An email
 * opens in the reader's own program, and the library's form on a page of its own; this page sends nothing.
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
    if (report === "") {
      const form = new URL(link.href);
      const clip = selected && clipAddress(video, transcript, selected).split("?t=")[1];
      // Before it plays, the link has the moment of the page's own address.
      if (clip !== undefined || seconds > 0) {
        form.searchParams.set("t", clip ?? momentParameter(seconds));
      }
      // Of two languages side by side that of the selected text.
      const language = selected && columnLanguage(selected.first);
      if (language !== undefined) form.searchParams.set("text", language);
      link.href = form.href;
      return;
    }
    const words = selected?.text ?? current?.textContent ?? "";
    const url = `${transcript.dataset.url}?t=${momentParameter(seconds)}`;
    const values: Record<string, string> = { moment: formatMoment(seconds), words, url };
    const text = body.replace(/%(moment|words|url)%/g, (_, key: string) => values[key] ?? "");
    link.href = emailHref(report, subject, text);
  };
  // Update it before it opens, by keyboard, touch, mouse or context menu.
  for (const event of ["focus", "pointerdown", "click"]) link.addEventListener(event, updateLink);
}
