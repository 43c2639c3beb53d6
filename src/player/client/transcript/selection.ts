import { columnLanguage } from "./follow.ts";

/** What somebody has selected in a transcript, in one of its languages. */
export interface SelectedText {
  /** The words, a paragraph a line. */
  readonly text: string;
  /** The segments that it begins and ends in. */
  readonly first: HTMLElement;
  readonly last: HTMLElement;
  readonly range: Range;
}

/**
 * What is selected in a transcript, without the moments and names in its margin; undefined where nothing is.
 * Of two languages side by side it is the one in which the selection was begun.
 */
export function readSelection(transcript: HTMLElement): SelectedText | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(transcript)) return undefined;
  const touched = [...transcript.querySelectorAll<HTMLElement>("[data-start]")]
    .map((segment) => ({ segment, words: wordsWithin(segment, range) }))
    .filter(({ words }) => words.trim() !== "");
  const begun = selection.anchorNode?.parentElement?.closest<HTMLElement>("[data-start]");
  const side = columnLanguage(begun ?? touched[0]?.segment ?? transcript);
  const taken = touched.filter(({ segment }) => columnLanguage(segment) === side);
  const [first, last] = [taken[0]?.segment, taken[taken.length - 1]?.segment];
  if (first === undefined || last === undefined) return undefined;
  let words = "";
  for (const { segment, words: more } of taken) words += jointBefore(segment, words) + more;
  return { text: linesOf(words), first, last, range: range.cloneRange() };
}

/** The part of a segment's words that a range covers. */
function wordsWithin(segment: HTMLElement, range: Range): string {
  if (!range.intersectsNode(segment)) return "";
  const part = document.createRange();
  part.selectNodeContents(segment);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) {
    part.setEnd(range.endContainer, range.endOffset);
  }
  return part.toString();
}

/** What stands between a segment and the words before it: a space, nothing in some scripts, or a new line. */
function jointBefore(segment: HTMLElement, before: string): string {
  if (before === "") return "";
  const { previousSibling } = segment;
  if (previousSibling instanceof Text) return " ";
  if (previousSibling?.nodeName === "SPAN") return "";
  // Side by side, a paragraph's sentences are in rows of their own.
  return segment.parentElement?.dataset.on === undefined ? "\n" : " ";
}

const linesOf = (words: string) =>
  words
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n\n");
