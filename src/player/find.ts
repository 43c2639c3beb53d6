import { type Pattern, patternFor } from "./find-pattern.ts";
import { bringIntoSight, scrollsItself } from "./sight.ts";

interface FindTools {
  readonly field: HTMLInputElement;
  /** Says how many there are, and which one is in sight. */
  readonly found: HTMLElement;
  readonly words: { readonly found: string; readonly foundNothing: string };
}

/**
 * Finds words in the transcript, and marks them all.
 * @returns what leads from one to the next, or back
 */
export function offerFind(
  transcript: HTMLElement,
  { field, found, words }: FindTools,
): { go(by: number): void } {
  let hits = [...transcript.querySelectorAll<HTMLElement>("mark")];
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
    hits[here]?.removeAttribute("data-here");
    here = here < 0 && by < 0 ? hits.length - 1 : (here + by + hits.length) % hits.length;
    hits[here]?.setAttribute("data-here", "");
    const hit = hits[here];
    if (hit !== undefined) bringIntoSight(hit, transcript);
    say();
  };

  field.addEventListener("input", () => {
    const pattern = patternFor(field.value);
    for (const segment of transcript.querySelectorAll<HTMLElement>("[data-start]")) {
      mark(segment, pattern);
    }
    hits = [...transcript.querySelectorAll<HTMLElement>("mark")];
    here = -1;
    // The page stays where somebody types; Enter leads on.
    if (scrollsItself(transcript)) go(1);
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

/** Writes a piece of the transcript anew, with what was found marked in it. */
function mark(segment: HTMLElement, pattern: Pattern): void {
  const text = segment.textContent ?? "";
  const pieces = pattern(text);
  if (pieces.length < 2 && segment.children.length === 0) return;
  segment.replaceChildren(
    ...pieces.map((piece, index) => {
      if (index % 2 === 0) return piece;
      const marked = document.createElement("mark");
      marked.append(piece);
      return marked;
    }),
  );
}
