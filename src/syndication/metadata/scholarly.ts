import type { Citation } from "../citation.ts";
import { type Meta, metaElements } from "./page.ts";

interface ScholarlyDetails {
  readonly keywords: readonly string[];
  /** The absolute address of a document's PDF. */
  readonly pdf: string | undefined;
}

/**
 * Highwire's `citation_*` and Dublin Core, by which Zotero and Google Scholar know what a page is about. A film has
 * no `citation_title`, which would make Zotero take it for an article; a document is a report of its publisher.
 */
export function scholarlyMetadata(citation: Citation, { keywords, pdf }: ScholarlyDetails): Meta[] {
  const { title, workLanguage, authors, publisher, date, abstract, license, url } = citation;
  const isFilm = citation.kind !== "document";
  const day = date?.map((number) => String(number).padStart(2, "0"));
  return metaElements([
    ["author", authors.join(", ") || publisher],
    ["citation_title", isFilm ? undefined : title],
    ["citation_technical_report_institution", isFilm ? undefined : publisher],
    ...authors.map((name) => ["citation_author", name] as const),
    ["citation_date", day?.join("/")],
    ["citation_language", workLanguage],
    ["citation_publisher", publisher],
    ["citation_pdf_url", pdf],
    ["DC.title", title],
    ...authors.map((name) => ["DC.creator", name] as const),
    ["DC.publisher", publisher],
    ["DC.date", day?.join("-")],
    ["DC.language", workLanguage],
    ["DC.type", types[citation.kind]],
    ["DC.description", abstract],
    ...keywords.map((word) => ["DC.subject", word] as const),
    ["DC.rights", license],
    ["DC.identifier", url],
  ]);
}

/** Words of the DCMI Type Vocabulary. */
const types: Readonly<Record<Citation["kind"], string>> = {
  film: "MovingImage",
  sound: "Sound",
  document: "Text",
  series: "Collection",
};
