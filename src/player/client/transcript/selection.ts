import { columnLanguage } from "./segments.ts";

/** Text selected in a transcript, in one of its languages. */
export interface SelectedText {
  /** The text, with a blank line between paragraphs. */
  readonly text: string;
  /** The segment that it starts in. */
  readonly first: HTMLElement;
  /** The segment that it ends in. */
  readonly last: HTMLElement;
  readonly range: Range;
}

/**
 * Reads the selected text of a transcript, without the times and names of speakers in its margin.
 * In a bilingual transcript, only the language that the selection starts in counts.
 * @returns undefined if no text of the transcript is selected
 */
export function readSelection(transcript: HTMLElement): SelectedText | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(transcript)) return undefined;
  const touched = [...transcript.querySelectorAll<HTMLElement>("[data-start]")]
    .map((segment) => ({ segment, text: textWithin(segment, range) }))
    .filter(({ text }) => text.trim() !== "");
  const anchor = selection.anchorNode?.parentElement?.closest<HTMLElement>("[data-start]");
  const language = columnLanguage(anchor ?? touched[0]?.segment ?? transcript);
  const selected = touched.filter(({ segment }) => columnLanguage(segment) === language);
  const [first, last] = [selected[0]?.segment, selected[selected.length - 1]?.segment];
  if (first === undefined || last === undefined) return undefined;
  let text = "";
  for (const { segment, text: next } of selected) text += separatorBefore(segment, text) + next;
  return { text: formatParagraphs(text), first, last, range: range.cloneRange() };
}

/** The part of a segment's text that a range covers. */
function textWithin(segment: HTMLElement, range: Range): string {
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

/** What separates a segment from the text before: a space, nothing in some scripts, or a line break. */
function separatorBefore(segment: HTMLElement, textBefore: string): string {
  if (textBefore === "") return "";
  const { previousSibling } = segment;
  if (previousSibling instanceof Text) return " ";
  if (previousSibling?.nodeName === "SPAN") return "";
  // In a bilingual transcript a paragraph may continue in the next row.
  return segment.parentElement?.dataset.continued === undefined ? "\n" : " ";
}

const formatParagraphs = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n\n");
