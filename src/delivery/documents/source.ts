import type { DocumentPicture, DocumentSource } from "../../documents/source.ts";
import { directionOf } from "../../i18n/direction.ts";
import { chooseText, defaultNeighbours } from "../../i18n/fallback.ts";
import { formatDate } from "../../i18n/format.ts";
import { interfaceLanguageFor } from "../../i18n/interface-languages.ts";
import { joinFacts } from "../../i18n/left-to-right.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { stringsIn } from "../../i18n/strings.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import type { WorkText, WorkView } from "../../records/views.ts";
import { rightsOf } from "../../transcripts/formats/lines.ts";
import { buildWorkCitation } from "../citations.ts";

/**
 * Builds what the files of a document's text are made from.
 * @param origin scheme and host of the library
 * @param address the file's own absolute address
 */
export function buildDocumentSource(
  document: DocumentRecord,
  view: WorkView<"series">,
  text: WorkText,
  origin: string,
  address: string,
  pictures: ReadonlyMap<string, DocumentPicture>,
): DocumentSource {
  const { language } = text;
  const page = interfaceLanguageFor(language);
  const strings = stringsIn(page);
  const neighbours = view.library?.record.neighbours ?? defaultNeighbours;
  const { datePublished } = document;
  const published = datePublished && formatDate(datePublished, page);
  const file = document.texts.find((one) => one.inLanguage === language);
  const citation = buildWorkCitation(document, view, language, origin);
  const chosen = (texts: DocumentRecord["description"]) =>
    chooseText(texts, language, document.inLanguage, neighbours)?.value;
  const facts = rightsOf({
    copyrightHolder: document.copyrightHolder,
    ...(document.license === undefined ? {} : { license: document.license }),
    published,
    languageName: nameOfLanguage(language),
    translator: file?.translator,
    labels: {
      license: strings.license,
      published: strings.datePublished,
      translator: strings.translator,
    },
  });
  return {
    name: citation.title,
    names: Object.values(document.name),
    language,
    direction: directionOf(language),
    markdown: text.body,
    publisher: citation.publisher ?? "",
    authors: citation.authors,
    citation: joinFacts([citation.title, citation.publisher, published], directionOf(language)),
    description: chosen(document.description),
    contentWarning: chosen(document.contentWarning),
    ...(datePublished === undefined ? {} : { datePublished }),
    pageUrl: citation.url,
    address,
    facts,
    notice: file?.stale === true ? strings.stale : undefined,
    pictures,
    labels: {
      language: page,
      source: strings.source,
      contents: strings.contents,
      contentWarning: strings.contentWarningReading,
      footnotes: strings.footnotes,
      backToText: strings.backToText,
    },
  };
}
