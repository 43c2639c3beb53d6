import { formatMoment } from "../../../records/moment.ts";
import type { PlayerScriptStrings } from "../../strings/en.ts";
import { copyText } from "../controls/copy-link.ts";
import { createButton, createElement } from "../create-element.ts";
import { segmentStart } from "./follow.ts";
import { clipAddress, formatCitation, formatQuotation } from "./quotation.ts";
import { addMomentToReport, findReportLink } from "./report-link.ts";
import { readSelection, type SelectedText } from "./selection.ts";

/** How long a selection rests before the tools come, in milliseconds: they move what stands below. */
const rest = 250;

/**
 * Offers to quote, link and cite what is selected in the transcript. The tools stand in the text, right
 * after the paragraph in which the selection ends: so they cover none of it, and Tab leads to them. Escape
 * closes them.
 */
export function addSelectionMenu(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  words: PlayerScriptStrings,
): void {
  const said = createElement("span");
  said.setAttribute("role", "status");
  const announced = createElement("span", { className: "visually-hidden" });
  announced.setAttribute("role", "status");
  let selected: SelectedText | undefined;
  let closed: string | undefined;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Copies, says so, and leaves what was selected selected. */
  const copy = async (text: string, copied: string) => {
    const range = selected?.range;
    const isCopied = await copyText(text);
    said.textContent = isCopied ? copied : words.copyByHand.replace("%s", () => text);
    const selection = getSelection();
    if (range === undefined || selection === null) return;
    selection.removeAllRanges();
    selection.addRange(range);
  };
  /** Whether the focus is on what is read, not on something to press or to write in. */
  const isOnWords = (focused: Element | null) =>
    focused === null || focused === document.body || focused === transcript;
  const offer = (text: string, act: (of: SelectedText) => Promise<void>) =>
    createButton(text, () => selected && act(selected));
  const tools = createElement(
    "div",
    { className: "tools quoting", lang: document.documentElement.lang, dir: document.dir },
    offer(words.copyQuotation, (of) =>
      copy(formatQuotation(transcript, of), words.quotationCopied),
    ),
    offer(words.clipLink, (of) =>
      copy(
        clipAddress(video, transcript, of),
        words.clipCopied.replace("%s", formatMoment(segmentStart(of.first))),
      ),
    ),
    offer(words.cite, () => copy(formatCitation(transcript), words.citationCopied)),
    said,
  );
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", words.selected);
  const report = findReportLink()?.cloneNode(true) as HTMLAnchorElement | undefined;
  if (report !== undefined) {
    addMomentToReport(video, transcript, report);
    said.before(report);
  }
  // By script, so that the first answer of an embed need not bring it. Sticky: in sight in a long paragraph.
  Object.assign(tools.style, {
    position: "sticky",
    bottom: "0",
    padding: "0.5rem",
    margin: "0 0 1rem",
    background: "var(--surface, var(--player-background))",
    border: "1px solid var(--border)",
    userSelect: "none",
  });
  // What is pressed must not take the selection away.
  tools.addEventListener("mousedown", (event) => event.preventDefault());
  transcript.after(announced);

  const close = () => {
    const hadFocus = tools.contains(document.activeElement);
    tools.remove();
    announced.textContent = "";
    if (hadFocus && selected) getSelection()?.setBaseAndExtent(...endsOf(selected.range));
  };
  const look = () => {
    if (isHeld || tools.contains(document.activeElement)) return;
    const now = readSelection(transcript);
    if (now === undefined) return close();
    if (now.text === closed) return;
    closed = undefined;
    if (now.text !== selected?.text) said.textContent = "";
    selected = now;
    const after = now.last.closest(".bilingual-row") ?? now.last.closest("p");
    if (after?.nextElementSibling !== tools) after?.after(tools);
    announced.textContent = words.selectedHelp;
    uncover(tools, now.range);
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, rest);
  };
  document.addEventListener("selectionchange", lookSoon);
  document.addEventListener("pointerdown", (event) => {
    isHeld = event.pointerType === "mouse" && !tools.contains(event.target as Node);
  });
  document.addEventListener("pointerup", () => {
    isHeld = false;
    lookSoon();
  });
  document.addEventListener("keydown", (event) => {
    if (!tools.isConnected) return;
    if (event.key === "Escape") {
      closed = selected?.text;
      close();
    } else if (event.key === "Tab" && !event.shiftKey && isOnWords(document.activeElement)) {
      // A selection has no focus: without this, Tab would go on from where the focus was last.
      event.preventDefault();
      tools.querySelector("button")?.focus();
    }
  });
}

const endsOf = (range: Range) =>
  [range.startContainer, range.startOffset, range.endContainer, range.endOffset] as const;

/** Moves the page as far as the tools would lie over the end of what is selected. */
function uncover(tools: HTMLElement, range: Range): void {
  const over = range.getBoundingClientRect().bottom - tools.getBoundingClientRect().top;
  const scroller = tools.closest("[data-transcript]");
  if (over <= 0 || scroller === null) return;
  if (getComputedStyle(scroller).overflowY === "auto") scroller.scrollTop += over + 8;
  else scrollBy(0, over + 8);
}
