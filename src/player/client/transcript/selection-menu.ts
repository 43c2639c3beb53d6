import { formatMoment } from "../../../records/moment.ts";
import type { PlayerScriptStrings } from "../../strings/en.ts";
import { copyText } from "../clipboard.ts";
import { createButton, createElement } from "../create-element.ts";
import { clipAddress, formatCitation, formatQuotation } from "./quotation.ts";
import { addMomentToReport, findReportLink } from "./report-link.ts";
import { segmentStart } from "./segments.ts";
import { readSelection, type SelectedText } from "./selection.ts";

/**
 * How long a selection must stay unchanged before the menu opens, in milliseconds: the menu moves the
 * text below it, which would disturb selecting.
 */
const openDelay = 250;

/**
 * Adds a menu to quote, link and cite the text selected in the transcript. It opens right after the
 * paragraph in which the selection ends, so it covers none of the text, and Tab moves to it. Escape closes
 * it.
 */
export function addSelectionMenu(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  strings: PlayerScriptStrings,
): void {
  let selected: SelectedText | undefined;
  /** The text for which the reader has closed the menu. */
  let dismissedText: string | undefined;
  let isMouseDown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const status = createElement("span");
  status.setAttribute("role", "status");
  const hint = createElement("span", { className: "visually-hidden" });
  hint.setAttribute("role", "status");
  const menu = createMenu(video, transcript, strings, status, () => selected);
  transcript.after(hint);

  const close = () => {
    const hadFocus = menu.contains(document.activeElement);
    menu.remove();
    hint.textContent = "";
    if (hadFocus && selected) getSelection()?.setBaseAndExtent(...rangeEnds(selected.range));
  };
  const update = () => {
    if (isMouseDown || menu.contains(document.activeElement)) return;
    const current = readSelection(transcript);
    if (current === undefined) return close();
    if (current.text === dismissedText) return;
    dismissedText = undefined;
    if (current.text !== selected?.text) status.textContent = "";
    selected = current;
    const block = current.last.closest(".bilingual-row") ?? current.last.closest("p");
    if (block?.nextElementSibling !== menu) block?.after(menu);
    hint.textContent = strings.selectedTextHelp;
    scrollPastMenu(menu, current.range);
  };
  const updateLater = () => {
    clearTimeout(timer);
    timer = setTimeout(update, openDelay);
  };
  document.addEventListener("selectionchange", updateLater);
  document.addEventListener("pointerdown", (event) => {
    isMouseDown = event.pointerType === "mouse" && !menu.contains(event.target as Node);
  });
  document.addEventListener("pointerup", () => {
    isMouseDown = false;
    updateLater();
  });
  document.addEventListener("keydown", (event) => {
    if (!menu.isConnected) return;
    const focused = document.activeElement;
    const isReading = focused === null || focused === document.body || focused === transcript;
    if (event.key === "Escape") {
      dismissedText = selected?.text;
      close();
    } else if (event.key === "Tab" && !event.shiftKey && isReading) {
      // A selection has no focus: without this, Tab would continue from where the focus was last.
      event.preventDefault();
      menu.querySelector("button")?.focus();
    }
  });
}

/** @param getSelected the text that the menu is for */
function createMenu(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  strings: PlayerScriptStrings,
  status: HTMLElement,
  getSelected: () => SelectedText | undefined,
): HTMLElement {
  /** A button that copies a text made of the selection, announces it, and keeps the selection. */
  const copyButton = (
    label: string,
    format: (selected: SelectedText) => string,
    message: (selected: SelectedText) => string,
  ) =>
    createButton(label, async () => {
      const selected = getSelected();
      if (selected === undefined) return;
      const text = format(selected);
      const isCopied = await copyText(text);
      status.textContent = isCopied
        ? message(selected)
        : strings.copyManually.replace("%s", () => text);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(selected.range);
    });
  const menu = createElement(
    "div",
    {
      className: "toolbar selection-menu",
      lang: document.documentElement.lang,
      dir: document.dir,
    },
    copyButton(
      strings.copyQuotation,
      (selected) => formatQuotation(transcript, selected),
      () => strings.quotationCopied,
    ),
    copyButton(
      strings.linkToClip,
      (selected) => clipAddress(video, transcript, selected),
      ({ first }) => strings.clipLinkCopied.replace("%s", formatMoment(segmentStart(first))),
    ),
    copyButton(
      strings.cite,
      () => formatCitation(transcript),
      () => strings.citationCopied,
    ),
    status,
  );
  menu.setAttribute("role", "group");
  menu.setAttribute("aria-label", strings.selectedText);
  const reportLink = findReportLink()?.cloneNode(true) as HTMLAnchorElement | undefined;
  if (reportLink !== undefined) {
    addMomentToReport(video, transcript, reportLink);
    status.before(reportLink);
  }
  // Styled here, so that the first answer of an embed stays small. Sticky, so that the menu is visible if
  // the paragraph is longer than the window.
  Object.assign(menu.style, {
    position: "sticky",
    bottom: "0",
    padding: "0.5rem",
    margin: "0 0 1rem",
    background: "var(--surface, var(--player-background))",
    border: "1px solid var(--border)",
    userSelect: "none",
  });
  // Pressing the mouse on the menu must not clear the selection.
  menu.addEventListener("mousedown", (event) => event.preventDefault());
  return menu;
}

const rangeEnds = (range: Range) =>
  [range.startContainer, range.startOffset, range.endContainer, range.endOffset] as const;

/** Scrolls if the sticky menu covers the end of the selection. */
function scrollPastMenu(menu: HTMLElement, range: Range): void {
  const overlap = range.getBoundingClientRect().bottom - menu.getBoundingClientRect().top;
  const scroller = menu.closest("[data-transcript]");
  if (overlap <= 0 || scroller === null) return;
  if (getComputedStyle(scroller).overflowY === "auto") scroller.scrollTop += overlap + 8;
  else scrollBy(0, overlap + 8);
}
