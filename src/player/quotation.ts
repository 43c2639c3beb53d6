import { momentParameter } from "../library/moment.ts";

/** Fewer words than these are looked up in a dictionary, not quoted. */
const leastWords = 3;

/**
 * Lets words copied out of the transcript carry where they are from: quotation marks, title, publisher,
 * date, and a link that plays from the first of them.
 */
export function citeOnCopy(transcript: HTMLElement): void {
  transcript.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0 || event.clipboardData === null) return;
    const words = wordsIn(selection.getRangeAt(0));
    const first = [...transcript.querySelectorAll<HTMLElement>("[data-start]")].find((segment) =>
      selection.containsNode(segment, true),
    );
    const { quotation, url } = transcript.dataset;
    if (first === undefined || quotation === undefined || url === undefined) return;
    if (words.split(/\s+/).length < leastWords) return;
    const moment = momentParameter(Number(first.dataset.start));
    // A function, so that a `$` in somebody's words stays a `$`.
    const text = `${quotation.replace("%words%", () => words)}${url}?t=${moment}`;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });
}

/** The words of a selection, paragraph by paragraph, without the moments in the margin. */
function wordsIn(range: Range): string {
  const fragment = range.cloneContents();
  for (const margin of fragment.querySelectorAll(".moment, .speaker, .label, h3")) margin.remove();
  const paragraphs = [...fragment.querySelectorAll("p")];
  const texts =
    paragraphs.length > 0 ? paragraphs.map((p) => p.textContent) : [fragment.textContent];
  return texts
    .map((text) => (text ?? "").replace(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join("\n\n");
}
