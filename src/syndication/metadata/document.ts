import { isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { readPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import { topicNamesFor } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";
import type { Citation } from "../citation.ts";
import { type JsonLd, sharedJsonLd } from "./schema-org.ts";

export interface DocumentSource {
  readonly document: DocumentRecord;
  readonly citation: Citation;
  readonly reader: Reader;
  /** The language of the text that the page shows; undefined if the document has only PDFs. */
  readonly textLanguage: string | undefined;
  readonly origin: string;
}

/** A document as schema.org's Article, or as DigitalDocument if it has no text to read in the page. */
export function documentJsonLd(source: DocumentSource): { readonly [property: string]: JsonLd } {
  const { document, citation, reader, textLanguage, origin } = source;
  const { copyrightHolder } = document;
  const shown = textLanguage ?? pdfOf(document, reader)?.inLanguage ?? document.inLanguage;
  const translations = languagesOf(document)
    .filter((tag) => tag !== document.inLanguage)
    .map((tag) => translation(tag, source));
  return {
    "@type": typeOf(source),
    headline: citation.title,
    name: citation.title,
    description: citation.abstract,
    url: citation.url,
    inLanguage: shown,
    datePublished: document.datePublished,
    isAccessibleForFree: true,
    encoding: document.texts
      .filter(({ file }) => file.extension === "pdf")
      .map(({ inLanguage, file }) => ({
        "@type": "MediaObject",
        inLanguage,
        encodingFormat: mediaTypes[file.extension],
        contentUrl: origin + blobPath(file),
      })),
    ...(shown === document.inLanguage
      ? { workTranslation: translations }
      : {
          translationOfWork: {
            "@type": typeOf(source),
            inLanguage: document.inLanguage,
            url: pageUrl(document.inLanguage, source),
            workTranslation: translations,
          },
        }),
    ...sharedJsonLd(citation, topicNamesFor(document, reader), copyrightHolder),
  };
}

/** The PDF for a reader: in the reader's language, else in the original, else any. */
export function pdfOf({ texts, inLanguage }: DocumentRecord, reader: Reader) {
  const pdfs = texts.filter(({ file }) => file.extension === "pdf");
  return (
    pdfs.find((text) => baseLanguage(text.inLanguage) === reader.language) ??
    pdfs.find((text) => text.inLanguage === inLanguage) ??
    pdfs[0]
  );
}

const typeOf = ({ textLanguage }: DocumentSource) =>
  textLanguage === undefined ? "DigitalDocument" : "Article";

function translation(inLanguage: string, source: DocumentSource): JsonLd {
  const name = source.document.name[inLanguage];
  return { "@type": typeOf(source), inLanguage, name, url: pageUrl(inLanguage, source) };
}

/** The page that shows a text of a language; undefined if the interface doesn't speak it. */
function pageUrl(tag: string, { document, origin }: DocumentSource): string | undefined {
  const base = baseLanguage(tag);
  return isInterfaceLanguage(base) ? origin + readPath(base, document.slug) : undefined;
}
