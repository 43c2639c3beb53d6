import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createCheckbox, createElement } from "../create-element.ts";
import { setUpFind } from "./find.ts";
import { isFollowing } from "./follow.ts";
import { addSourceToCopiedText } from "./quotation.ts";
import { addMomentToReport, findReportLink } from "./report-link.ts";
import { keepStateInLanguageLinks } from "./second-language-links.ts";
import { addSelectionMenu } from "./selection-menu.ts";

/** Adds the transcript's toolbar (search, scroll with the film), the selection menu, and sources to copied text. */
export function addTranscriptToolbar(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  strings: PlayerScriptStrings,
): void {
  const field = createElement("input", { type: "search", name: "find" });
  const status = createElement("span");
  status.role = "status";
  const follow = createCheckbox(
    strings.scrollWithFilm,
    "follow",
    isFollowing(transcript),
    (checked) => {
      transcript.dataset.follow = checked ? "on" : "off";
    },
  );
  const find = setUpFind(transcript, { field, status, strings });
  const toolbar = createElement(
    "div",
    { className: "toolbar" },
    createElement("label", {}, `${strings.find} `, field),
    createButton(strings.previous, () => find.moveBy(-1)),
    createButton(strings.next, () => find.moveBy(1)),
    status,
    follow,
  );
  const placeholder = transcript.previousElementSibling;
  // A watch page reserves its space (src/pages/watch/transcript-toolbar.tsx).
  if (placeholder?.hasAttribute("data-toolbar-space")) placeholder.replaceWith(toolbar);
  else transcript.before(toolbar);
  addSourceToCopiedText(transcript);
  addSelectionMenu(video, transcript, strings);
  keepStateInLanguageLinks(video);
  const reportLink = findReportLink();
  if (reportLink !== null) {
    reportLink.textContent = strings.reportMistakeHere;
    addMomentToReport(video, transcript, reportLink);
  }
}
