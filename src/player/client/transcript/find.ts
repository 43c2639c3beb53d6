import { createFindPattern } from "./find-pattern.ts";
import { highlightMatches, listMatches } from "./highlight.ts";
import { isScrollContainer, scrollToShow } from "./scroll.ts";

interface FindElements {
  readonly field: HTMLInputElement;
  /** Shows how many matches there are, and which is the current one. */
  readonly status: HTMLElement;
  readonly strings: { readonly matchCount: string; readonly noMatches: string };
}

/**
 * Makes a search field find and mark text in the transcript.
 * @returns a function that moves to the next match (1) or the previous one (-1)
 */
export function setUpFind(
  transcript: HTMLElement,
  { field, status, strings }: FindElements,
): { moveBy(offset: 1 | -1): void } {
  let matches = listMatches(transcript);
  let current = -1;

  const updateStatus = () => {
    const count = strings.matchCount
      .replace("%number%", `${Math.max(1, current + 1)}`)
      .replace("%count%", `${matches.length}`);
    const isEmpty = field.value.trim() === "";
    status.textContent = isEmpty ? "" : matches.length === 0 ? strings.noMatches : count;
  };
  const moveBy = (offset: 1 | -1) => {
    if (matches.length === 0) return;
    for (const mark of matches[current] ?? []) mark.removeAttribute("data-current");
    current =
      current < 0 && offset < 0
        ? matches.length - 1
        : (current + offset + matches.length) % matches.length;
    for (const mark of matches[current] ?? []) mark.setAttribute("data-current", "");
    const match = matches[current]?.[0];
    if (match !== undefined) scrollToShow(match, transcript);
    updateStatus();
  };

  field.addEventListener("input", () => {
    highlightMatches(transcript, createFindPattern(field.value));
    matches = listMatches(transcript);
    current = -1;
    // The first match is shown while the reader types, if that doesn't scroll the page; Enter moves to it.
    const match = matches[0]?.[0];
    if (match !== undefined && isScrollContainer(transcript)) scrollToShow(match, transcript);
    updateStatus();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") moveBy(event.shiftKey ? -1 : 1);
  });
  // A page opened from a search (`?q=`) has its matches marked already.
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (matches.length > 0) updateStatus();
  return { moveBy };
}
