import type { CitationFormat } from "./citation.ts";

/** CSL JSON, the data of the Citation Style Language 1.0.2: Zotero, Pandoc and Word's add-ins read it. */
export const csl: CitationFormat = {
  extension: "json",
  contentType: "application/vnd.citationstyles.csl+json; charset=utf-8",
  name: "CSL JSON",
  render(citation) {
    const { kind, authors, date } = citation;
    const item = {
      id: citation.slug,
      type: kind === "film" ? "motion_picture" : "report",
      title: citation.title,
      // Not split, because the record doesn't say which part is the family name.
      author: authors.length > 0 ? authors.map((name) => ({ literal: name })) : undefined,
      publisher: citation.publisher,
      "collection-title": citation.series,
      issued: date && { "date-parts": [date] },
      abstract: citation.abstract,
      language: citation.language,
      URL: citation.url,
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};
