import type { Neighbours } from "../../i18n/fallback.ts";
import { dayOf } from "../../i18n/format.ts";
import { nearestInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { pagePath, seriesPath } from "../../records/addresses.ts";
import { pageLanguagesOf } from "../../records/page-languages.ts";
import { licenseUrl } from "../../records/schema/license.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { LibraryRecord, WorkRecord } from "../../records/schema/record.ts";
import { topicsOf } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";
import { isAuthorRole } from "../roles.ts";
import { parentElement, textElement, type XmlAttributes } from "../xml.ts";

export interface DublinCoreSource {
  /** As the public may see it. */
  readonly work: WorkRecord;
  readonly settings: LibraryRecord | undefined;
  /** The slug of its series, if this is public. */
  readonly series: string | undefined;
  readonly neighbours: Neighbours;
  readonly origin: string;
}

const namespaces: XmlAttributes = {
  "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xsi:schemaLocation":
    "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
};

/** A work as unqualified Dublin Core. Its own language stands first, because catalogues often take the first. */
export function dublinCore({
  work,
  settings,
  series,
  neighbours,
  origin,
}: DublinCoreSource): string {
  const { inLanguage, credits = [], datePublished, license, copyrightHolder } = work;
  const authors = credits.filter(({ role }) => isAuthorRole(role)).map(({ name }) => name);
  const parts = work.kind === "Episode" ? work.captions : work.texts;
  const others = [
    ...credits.filter(({ role }) => !isAuthorRole(role)).map(({ name }) => name),
    ...parts.flatMap(({ translator }) => translator ?? []),
  ].filter((name) => !authors.includes(name));
  const pages = pageLanguagesOf(work, settings);
  const languages = pages.length > 0 ? pages : [nearestInterfaceLanguage(inLanguage, neighbours)];
  const publisher = settings?.publisher.name ?? {};
  return parentElement("oai_dc:dc", namespaces, [
    ...inEachLanguage("dc:title", work.name, inLanguage),
    ...each("dc:creator", authors),
    ...topicsOf(work).flatMap(({ keyword }) =>
      typeof keyword === "string"
        ? textElement("dc:subject", keyword.trim())
        : inEachLanguage("dc:subject", keyword, inLanguage),
    ),
    ...inEachLanguage("dc:description", work.description ?? {}, inLanguage),
    ...inEachLanguage("dc:publisher", publisher, settings?.inLanguage ?? inLanguage),
    ...each("dc:contributor", others),
    textElement("dc:date", datePublished && dayOf(datePublished)),
    textElement("dc:type", typeOf(work)),
    ...each("dc:format", formatsOf(work)),
    ...each(
      "dc:identifier",
      languages.map((language) => origin + pagePath(language, work)),
    ),
    ...each("dc:language", languagesOf(work)),
    textElement(
      "dc:relation",
      series && origin + seriesPath(nearestInterfaceLanguage(inLanguage, neighbours), series),
    ),
    textElement("dc:rights", copyrightHolder && `© ${copyrightHolder}`),
    // A license stands alone, so that programs recognize it.
    textElement("dc:rights", licenseUrl(license) ?? license),
  ]);
}

const each = (name: string, values: readonly string[]) =>
  [...new Set(values)].map((value) => textElement(name, value));

function inEachLanguage(
  name: string,
  texts: Readonly<Record<string, string>>,
  original: string,
): string[] {
  const languages = Object.keys(texts);
  const inOrder = languages.toSorted((a, b) => Number(b === original) - Number(a === original));
  return inOrder.map((language) => textElement(name, texts[language], { "xml:lang": language }));
}

/** A term of the DCMI Type Vocabulary. */
function typeOf(work: WorkRecord): string {
  if (work.kind === "Document") return "Text";
  return work.video.length === 0 && work.audioOnly !== undefined ? "Sound" : "MovingImage";
}

function formatsOf(work: WorkRecord): string[] {
  const files =
    work.kind === "Document"
      ? work.texts.map(({ file }) => file)
      : [...work.video, ...(work.audioOnly === undefined ? [] : [work.audioOnly])];
  return files.map(({ extension }) => mediaTypes[extension].replace(/;.*$/, ""));
}
