/** The words that an article's own links have, in the language of its page. */
export interface ArticleLabels {
  /** BCP 47: of these words. */
  readonly language: string;
  /** The heading above the footnotes. */
  readonly footnotes: string;
  /** From a footnote back to the text. @param number the footnote's number */
  readonly backToText: (number: number) => string;
  /** To a part of the document, by its heading. Without it, headings have no links. */
  readonly linkToPart?: (heading: string) => string;
}

/** Escapes text for an element or a quoted attribute. */
export const escapeHtml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
