import type { SplitAtMatches } from "./find-pattern.ts";
import { groupByLanguage } from "./segments.ts";

/** The `<mark>` elements of one match: more than one if it crosses the boundary of segments. */
export type Match = HTMLElement[];

/** The marked matches, in order; a mark with `data-continued` continues the one before. */
export function listMatches(transcript: HTMLElement): Match[] {
  const matches: Match[] = [];
  for (const mark of transcript.querySelectorAll("mark")) {
    if (mark.dataset.continued === undefined) matches.push([mark]);
    else matches[matches.length - 1]?.push(mark);
  }
  return matches;
}

/** Marks all matches in the transcript, across the boundaries of segments and paragraphs. */
export function highlightMatches(transcript: HTMLElement, splitAtMatches: SplitAtMatches): void {
  const segments = [...transcript.querySelectorAll<HTMLElement>("[data-start]")];
  for (const group of groupByLanguage(segments)) highlightIn(group, splitAtMatches);
}

/** Marks all matches in the segments of one language. */
function highlightIn(segments: readonly HTMLElement[], splitAtMatches: SplitAtMatches): void {
  // Decomposed, like the searched text, so that positions in one are positions in the other.
  const texts = segments.map((segment) => (segment.textContent ?? "").normalize("NFD"));
  const separators = segments.map(({ previousSibling }) =>
    previousSibling?.nodeName === "SPAN" ? "" : " ",
  );
  const parts = splitAtMatches(texts.map((text, index) => separators[index] + text).join(""));
  const ranges = matchRanges(parts);
  let segmentFrom = 0;
  let next = 0;
  for (const [index, segment] of segments.entries()) {
    const [text = "", separator = ""] = [texts[index], separators[index]];
    segmentFrom += separator.length;
    const segmentTo = segmentFrom + text.length;
    const nodes: (string | HTMLElement)[] = [];
    let done = segmentFrom;
    const slice = (from: number, to: number) =>
      text.slice(from - segmentFrom, to - segmentFrom).normalize("NFC");
    for (; next < ranges.length; next += 1) {
      const { from, to } = ranges[next] as TextRange;
      if (from >= segmentTo) break;
      if (from > done) nodes.push(slice(done, from));
      const mark = document.createElement("mark");
      if (from < segmentFrom) mark.dataset.continued = "";
      mark.append(slice(Math.max(from, segmentFrom), to));
      nodes.push(mark);
      done = Math.min(to, segmentTo);
      // The match continues in the next segment.
      if (to > segmentTo) break;
    }
    nodes.push(slice(done, segmentTo));
    if (nodes.length > 1 || segment.children.length > 0) segment.replaceChildren(...nodes);
    segmentFrom = segmentTo;
  }
}

interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Where the matches are in a text that was split at them. */
function matchRanges(parts: readonly string[]): TextRange[] {
  const ranges: TextRange[] = [];
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) ranges.push({ from, to: from + part.length });
    from += part.length;
  }
  return ranges;
}
