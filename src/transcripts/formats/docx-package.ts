/** The package of a Word document: a zip file of parts, and the relationships between them. */
import { strToU8, zipSync } from "fflate";
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

/**
 * @param documentXml the text
 * @param links the addresses of its links, by their relationship ids
 * @param numbering the numbers of its lists, if it has any
 */
export function packWordDocument(
  documentXml: string,
  links: Links,
  properties: WordProperties,
  numbering?: string,
): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(numbering !== undefined),
    "_rels/.rels": packageRelationships,
    "docProps/core.xml": coreProperties(properties),
    "word/document.xml": documentXml,
    "word/_rels/document.xml.rels": documentLinks(links, numbering !== undefined),
    "word/styles.xml": styles(properties),
    "word/settings.xml": settings,
    "word/footer1.xml": footer,
    ...(numbering === undefined ? {} : { "word/numbering.xml": numbering }),
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  // Zip has no time zones: a time without one gives the same bytes on every machine.
  const mtime = modifiedAt(properties);
  return Uint8Array.from(zipSync(Object.fromEntries(bytes), { mtime, level: 6 }));
}

/** The date of the work, as the time of every file in the package; zip has no dates before 1980. */
export function modifiedAt({ datePublished }: Pick<TranscriptSource, "datePublished">): string {
  const day = datePublished?.slice(0, 10) ?? "";
  return `${/^(?:19[89]\d|20\d\d)-\d\d-\d\d$/.test(day) ? day : "1980-01-01"}T00:00:00`;
}

/** The document's relationships: its parts, then the targets of its links. */
function documentLinks(links: Links, hasNumbering: boolean): string {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = ["styles", "settings", "footer", ...(hasNumbering ? ["numbering"] : [])];
  const parts = names.map(
    (part) =>
      `<Relationship Id="${part}" Type="${office}/${part}" Target="${part === "footer" ? "footer1" : part}.xml"/>`,
  );
  const addresses = [...links].map(
    ([address, id]) =>
      `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...parts, ...addresses].join("")}</Relationships>`;
}
