import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createCheckbox, createElement } from "../create-element.ts";
import { setUpFind } from "./find.ts";
import { isFollowing } from "./follow.ts";
import { addSourceToCopiedText } from "./quotation.ts";
import { addMomentToReport, findReportLink } from "./report-link.ts";
import { keepTimeInLanguageLinks } from "./second-language-links.ts";
import { addSelectionMenu } from "./selection-menu.ts";

/**
 * Adds to a transcript what needs words: find, follow, and what can be done with words that are selected;
 * and lets copied words carry their source.
 */
export function addTranscriptToolbar(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  words: PlayerScriptStrings,
): void {
  const field = createElement("input", { type: "search", name: "find" });
  const found = createElement("span");
  found.role = "status";
  const follow = createCheckbox(words.follow, "follow", isFollowing(transcript), (on) => {
    transcript.dataset.follow = on ? "on" : "off";
  });
  const find = setUpFind(transcript, { field, found, words });
  const tools = createElement(
    "div",
    { className: "tools" },
    createElement("label", {}, `${words.find} `, field),
    createButton(words.previous, () => find.go(-1)),
    createButton(words.next, () => find.go(1)),
    found,
    follow,
  );
  const room = transcript.previousElementSibling;
  // A page of ours keeps their room (src/pages/watch/transcript-toolbar.tsx).
  if (room?.hasAttribute("data-toolbar-space")) room.replaceWith(tools);
  else transcript.before(tools);
  addSourceToCopiedText(transcript);
  addSelectionMenu(video, transcript, words);
  keepTimeInLanguageLinks(video);
  const report = findReportLink();
  if (report !== null) {
    report.textContent = words.reportHere;
    addMomentToReport(video, transcript, report);
  }
}
