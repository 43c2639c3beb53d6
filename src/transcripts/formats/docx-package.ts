/** The package of a Word document: a zip file of parts, and the relationships between them. */
import { type ZipFile, zip } from "../../files/zip.ts";
import type { Links } from "./docx-elements.ts";
import {
  contentTypes,
  coreProperties,
  footer,
  packageRelationships,
  settings,
  styles,
} from "./docx-parts.ts";
import type { TranscriptSource } from "./format.ts";
import { escapeXml } from "./markup.ts";

export const wordContentType =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a package says about its text. */
export type WordProperties = Pick<
  TranscriptSource,
  "citation" | "datePublished" | "language" | "name" | "publisher"
>;

/** A file in a package, such as a picture. */
export interface WordMedium {
  /** Of its relationship. */
  readonly id: string;
  /** Within the folder of the text: `media/map.png`. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Parts that a package may have beside its text. */
interface WordParts {
  /** The numbers of its lists. */
  readonly numbering?: string | undefined;
  readonly media?: readonly WordMedium[];
}

/**
 * @param documentXml the text
 * @param links the addresses of its links, by their relationship ids
 */
export function packWordDocument(
  documentXml: string,
  links: Links,
  properties: WordProperties,
  { numbering, media = [] }: WordParts = {},
): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(numbering !== undefined, media),
    "_rels/.rels": packageRelationships,
    "docProps/core.xml": coreProperties(properties),
    "word/document.xml": documentXml,
    "word/_rels/document.xml.rels": documentLinks(links, numbering !== undefined, media),
    "word/styles.xml": styles(properties),
    "word/settings.xml": settings,
    "word/footer1.xml": footer,
    ...(numbering === undefined ? {} : { "word/numbering.xml": numbering }),
  };
  const parts = Object.entries(files).map(([path, text]): ZipFile => {
    return { path, bytes: new TextEncoder().encode(text), stored: false };
  });
  // Pictures are compressed already.
  const pictures = media.map(({ path, bytes }): ZipFile => {
    return { path: `word/${path}`, bytes, stored: true };
  });
  return zip([...parts, ...pictures], modifiedAt(properties), 6);
}

/**
 * The date of the work, as the time of every file in the package; zip has no dates before 1980, and no time zones.
 */
export function modifiedAt({ datePublished }: Pick<TranscriptSource, "datePublished">): string {
  const day = datePublished?.slice(0, 10) ?? "";
  return `${/^(?:19[89]\d|20\d\d)-\d\d-\d\d$/.test(day) ? day : "1980-01-01"}T00:00:00`;
}

/** The document's relationships: its parts, then the targets of its links. */
function documentLinks(links: Links, hasNumbering: boolean, media: readonly WordMedium[]): string {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = ["styles", "settings", "footer", ...(hasNumbering ? ["numbering"] : [])];
  const parts = names.map(
    (part) =>
      `<Relationship Id="${part}" Type="${office}/${part}" Target="${part === "footer" ? "footer1" : part}.xml"/>`,
  );
  const pictures = media.map(
    ({ id, path }) => `<Relationship Id="${id}" Type="${office}/image" Target="${path}"/>`,
  );
  const addresses = [...links].map(
    ([address, id]) =>
      `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...parts, ...pictures, ...addresses].join("")}</Relationships>`;
}
