import { maxStoredTextSize } from "./schema/limits.ts";
import type { Blob, EpisodeRecord, LibraryItem } from "./schema/record.ts";

/** A PDF of a work whose text search finds. */
export interface SearchedPdf {
  readonly inLanguage: string;
  readonly file: Blob;
  readonly extractedText: Blob;
  /** Of a film's attachment. */
  readonly name?: EpisodeRecord["attachments"][number]["name"] | undefined;
}

/**
 * The PDFs of a work whose text search finds, in the record's order: those that are attached to a film, as many as fit
 * into one text together, and those of a document in the languages that have no page.
 */
export function searchedPdfs(record: LibraryItem): SearchedPdf[] {
  if (record.kind === "Document") {
    const pages = record.texts.filter(({ file }) => file.extension === "md");
    return record.texts.flatMap(({ inLanguage, file, extractedText }) => {
      const hasPage = pages.some((page) => page.inLanguage === inLanguage);
      return extractedText === undefined || hasPage ? [] : { inLanguage, file, extractedText };
    });
  }
  if (record.kind !== "Episode") return [];
  let size = 0;
  return record.attachments.flatMap(({ extractedText, ...attachment }) => {
    // A character separates two texts.
    size += extractedText === undefined ? 0 : extractedText.size + 1;
    return extractedText === undefined || size > maxStoredTextSize
      ? []
      : { ...attachment, extractedText };
  });
}
