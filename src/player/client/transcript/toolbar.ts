import type { PlayerScriptStrings } from "../../strings/en.ts";
import { button, check, element } from "../element.ts";
import { offerFind } from "./find.ts";
import { citeOnCopy } from "./quotation.ts";
import { findReport, reportHere } from "./report.ts";
import { keepPlace } from "./second-language.ts";
import { offerQuoting } from "./selection-menu.ts";
import { follows } from "./transcript.ts";

/**
 * Adds to a transcript what needs words: find, follow, and what can be done with words that are selected;
 * and lets copied words carry their source.
 */
export function offerTranscriptTools(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  words: PlayerScriptStrings,
): void {
  const field = element("input", { type: "search", name: "find" });
  const found = element("span");
  found.role = "status";
  const follow = check(words.follow, "follow", follows(transcript), (on) => {
    transcript.dataset.follow = on ? "on" : "off";
  });
  const find = offerFind(transcript, { field, found, words });
  const tools = element(
    "div",
    { className: "tools" },
    element("label", {}, `${words.find} `, field),
    button(words.previous, () => find.go(-1)),
    button(words.next, () => find.go(1)),
    found,
    follow,
  );
  const room = transcript.previousElementSibling;
  // A page of ours keeps their room (src/pages/watch/transcript-toolbar.tsx).
  if (room?.hasAttribute("data-toolbar-space")) room.replaceWith(tools);
  else transcript.before(tools);
  citeOnCopy(transcript);
  offerQuoting(video, transcript, words);
  keepPlace(video);
  const report = findReport();
  if (report !== null) {
    report.textContent = words.reportHere;
    reportHere(video, transcript, report);
  }
}
