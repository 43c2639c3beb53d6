import { columnLanguage } from "./segments.ts";

/** Text selected in a transcript, in one of its languages. */
export interface SelectedText {
  /** The text, with a blank line between paragraphs. If several people speak, their names are before their words. */
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
  const names = speakersOf(selected.map(({ segment }) => segment));
  const isDialog = new Set(names.filter((name) => name !== undefined)).size > 1;
  let text = "";
  for (const [index, { segment, text: next }] of selected.entries()) {
    const separator = separatorBefore(segment, text);
    const name = names[index];
    const startsParagraph = text === "" || separator === "\n";
    text +=
      separator + (isDialog && startsParagraph && name !== undefined ? `${name}: ` : "") + next;
  }
  return { text: formatParagraphs(text), first, last, range: range.cloneRange() };
}

/** Who speaks each segment; undefined if the transcript doesn't say. */
function speakersOf(segments: readonly HTMLElement[]): (string | undefined)[] {
  let paragraph: HTMLElement | null = null;
  let name: string | undefined;
  return segments.map((segment) => {
    const own = segment.closest("p");
    // In a bilingual transcript only the part that begins a paragraph names its speaker.
    const continues = own?.dataset.continued !== undefined && paragraph !== null;
    if (own !== paragraph && !continues) name = own === null ? undefined : speakerOf(own);
    paragraph = own;
    return name;
  });
}

/** The speaker of a paragraph, or of the part of it in an earlier row of a bilingual transcript. */
function speakerOf(paragraph: HTMLElement): string | undefined {
  let start = paragraph;
  if (paragraph.dataset.continued !== undefined) {
    const column = [...document.querySelectorAll<HTMLElement>("[data-column] > p")].filter(
      (part) => columnLanguage(part) === columnLanguage(paragraph),
    );
    const before = column.slice(0, column.indexOf(paragraph));
    start = before.findLast(({ dataset }) => dataset.continued === undefined) ?? paragraph;
  }
  return start.querySelector(".speaker")?.textContent?.trim();
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
