/** What separates the pages of a PDF's text, as in the output of `pdftotext`: a form feed. */
const pageBreak = "\f";

/** The texts of a PDF's pages as one text. They contain no form feeds. */
export const joinPages = (pages: readonly string[]): string => pages.join(pageBreak);

/** The texts of a PDF's pages, the first page first. */
export const pagesOf = (text: string): string[] => text.split(pageBreak);

/** What separates the texts of several PDFs: a file separator, which none of them contains. */
const fileBreak = "\u001C";

/** The texts of a work's PDFs in one language as one text. */
export const joinPdfs = (texts: readonly string[]): string => texts.join(fileBreak);

/** The texts of a work's PDFs in one language. */
export const pdfsOf = (text: string): string[] => text.split(fileBreak);
