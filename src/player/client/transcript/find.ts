import { createFindPattern, type SplitAtMatches } from "./find-pattern.ts";
import { groupByLanguage } from "./follow.ts";
import { isScrollContainer, scrollToShow } from "./scroll.ts";

interface FindTools {
  readonly field: HTMLInputElement;
  /** Says how many there are, and which one is in sight. */
  readonly found: HTMLElement;
  readonly words: { readonly found: string; readonly foundNothing: string };
}

/** What was found once: more than one mark where it runs over the border of captions. */
type Hit = HTMLElement[];

/**
 * Finds words in the transcript, and marks them all.
 * @returns what leads from one to the next, or back
 */
export function setUpFind(
  transcript: HTMLElement,
  { field, found, words }: FindTools,
): { go(by: number): void } {
  let hits = hitsIn(transcript);
  let here = -1;

  const say = () => {
    const text = words.found
      .replace("%number%", `${Math.max(1, here + 1)}`)
      .replace("%count%", `${hits.length}`);
    const isEmpty = field.value.trim() === "";
    found.textContent = isEmpty ? "" : hits.length === 0 ? words.foundNothing : text;
  };
  const go = (by: number) => {
    if (hits.length === 0) return;
    for (const mark of hits[here] ?? []) mark.removeAttribute("data-here");
    here = here < 0 && by < 0 ? hits.length - 1 : (here + by + hits.length) % hits.length;
    for (const mark of hits[here] ?? []) mark.setAttribute("data-here", "");
    const hit = hits[here]?.[0];
    if (hit !== undefined) scrollToShow(hit, transcript);
    say();
  };

  field.addEventListener("input", () => {
    markAll(transcript, createFindPattern(field.value));
    hits = hitsIn(transcript);
    here = -1;
    // The page stays where somebody types; Enter leads on.
    if (isScrollContainer(transcript)) go(1);
    say();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
  });
  // Who comes from a search has its words marked already (`?q=`).
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (hits.length > 0) say();
  return { go };
}

/** What is marked, in order; a mark with `data-on` goes on from the one before. */
function hitsIn(transcript: HTMLElement): Hit[] {
  const hits: Hit[] = [];
  for (const mark of transcript.querySelectorAll("mark")) {
    if (mark.dataset.on === undefined) hits.push([mark]);
    else hits[hits.length - 1]?.push(mark);
  }
  return hits;
}

/** Marks what is found in all that is said, across the borders of captions and paragraphs. */
function markAll(transcript: HTMLElement, pattern: SplitAtMatches): void {
  const segments = [...transcript.querySelectorAll<HTMLElement>("[data-start]")];
  for (const side of groupByLanguage(segments)) markSide(side, pattern);
}

/** Marks what is found in one language. */
function markSide(segments: readonly HTMLElement[], pattern: SplitAtMatches): void {
  // Decomposed, as it is searched: so places in it are places in what is found.
  const texts = segments.map((segment) => (segment.textContent ?? "").normalize("NFD"));
  const joints = segments.map(({ previousSibling }) =>
    previousSibling?.nodeName === "SPAN" ? "" : " ",
  );
  const pieces = pattern(texts.map((text, index) => joints[index] + text).join(""));
  const cuts = cutsOf(pieces);
  let place = 0;
  let next = 0;
  for (const [index, segment] of segments.entries()) {
    const [text = "", joint = ""] = [texts[index], joints[index]];
    place += joint.length;
    const end = place + text.length;
    const parts: (string | HTMLElement)[] = [];
    let done = place;
    for (; next < cuts.length; next += 1) {
      const { from, to } = cuts[next] as Cut;
      if (from >= end) break;
      if (from > done) parts.push(text.slice(done - place, from - place).normalize("NFC"));
      const mark = document.createElement("mark");
      if (from < place) mark.dataset.on = "";
      mark.append(text.slice(Math.max(from, place) - place, to - place).normalize("NFC"));
      parts.push(mark);
      done = Math.min(to, end);
      // It goes on in the next segment.
      if (to > end) break;
    }
    parts.push(text.slice(done - place).normalize("NFC"));
    if (parts.length > 1 || segment.children.length > 0) segment.replaceChildren(...parts);
    place = end;
  }
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

/** Where the hits are in a text that was split at them: every second piece is one. */
function cutsOf(pieces: readonly string[]): Cut[] {
  const cuts: Cut[] = [];
  let place = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) cuts.push({ from: place, to: place + piece.length });
    place += piece.length;
  }
  return cuts;
}
