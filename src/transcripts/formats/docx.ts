/** Word's format (Office Open XML, ECMA-376), which Word, LibreOffice and Pages can edit. */
import { documentXml } from "./docx-document.ts";
import type { Links } from "./docx-elements.ts";
import { packWordDocument, wordContentType } from "./docx-package.ts";
import type { TranscriptFormat } from "./format.ts";

/** Headings for the film and its chapters, each run with its language, the page number in the footer. */
export const docxFormat: TranscriptFormat = {
  extension: "docx",
  contentType: wordContentType,
  saved: true,
  render(source) {
    const links: Links = new Map();
    return packWordDocument(documentXml(source, links), links, source);
  },
};
