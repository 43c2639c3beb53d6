/** What separates the pages of a PDF's text, as in the output of `pdftotext`: a form feed. */
const pageBreak = "\f";

/** The texts of a PDF's pages as one text. They contain no form feeds. */
export const joinPages = (pages: readonly string[]): string => pages.join(pageBreak);

/** The texts of a PDF's pages, the first page first. */
export const pagesOf = (text: string): string[] => text.split(pageBreak);
