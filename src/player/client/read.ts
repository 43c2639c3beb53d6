/** Adds the source to text that is copied out of a document. */

/** Fewer words are copied as they are: they are more likely to be looked up than quoted. */
const minQuotedWords = 3;

const texts = document.querySelector<HTMLElement>(".texts[data-quotation]");

texts?.addEventListener("copy", (event) => {
  const selection = getSelection();
  const { clipboardData } = event;
  if (selection === null || selection.rangeCount === 0 || clipboardData === null) return;
  const words = selection.toString().trim();
  if (words.split(/\s+/).length < minQuotedWords) return;
  const { quotation = "%words%", url = "" } = texts.dataset;
  const range = selection.getRangeAt(0);
  const address = url + headingBefore(texts, range);
  // A function, since `$` in a replacement string would be special.
  clipboardData.setData("text/plain", quotation.replace("%words%", () => words) + address);
  clipboardData.setData("text/html", formattedCopy(range, quotation, address));
  event.preventDefault();
});

/** The fragment of the part that a selection begins in; empty before the first heading. */
function headingBefore(container: HTMLElement, range: Range): string {
  let fragment = "";
  for (const heading of container.querySelectorAll("h2[id],h3[id],h4[id],h5[id],h6[id]")) {
    const isBefore = range.comparePoint(heading, 0) <= 0 || range.intersectsNode(heading);
    if (!isBefore) break;
    fragment = `#${encodeURIComponent(heading.id)}`;
    if (range.intersectsNode(heading)) break;
  }
  return fragment;
}

/** The selection with its format, and its source as a paragraph with a link. */
function formattedCopy(range: Range, quotation: string, address: string): string {
  const copy = document.createElement("div");
  copy.append(range.cloneContents());
  for (const link of copy.querySelectorAll(".heading-link,.note-back")) link.remove();
  const source = document.createElement("p");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = address;
  const citation = quotation.split("\n").slice(1).join(" ");
  source.append(citation, link);
  copy.append(source);
  return copy.innerHTML;
}
