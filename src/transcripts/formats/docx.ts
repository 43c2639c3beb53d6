/** Word's format (Office Open XML, ECMA-376), which Word, LibreOffice and Pages can edit. */
import { strToU8, zipSync } from "fflate";
import { documentXml, type Links } from "./docx-document.ts";
import {
  contentTypes,
  coreProperties,
  footer,
  packageRelationships,
  settings,
  styles,
} from "./docx-parts.ts";
import type { TranscriptFormat, TranscriptSource } from "./format.ts";
import { escapeXml } from "./markup.ts";

/** Headings for the film and its chapters, each run with its language, the page number in the footer. */
export const docxFormat: TranscriptFormat = {
  extension: "docx",
  contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  saved: true,
  render(source) {
    const links: Links = new Map();
    const files: Record<string, string> = {
      "[Content_Types].xml": contentTypes,
      "_rels/.rels": packageRelationships,
      "docProps/core.xml": coreProperties(source),
      "word/document.xml": documentXml(source, links),
      "word/_rels/document.xml.rels": documentLinks(links),
      "word/styles.xml": styles(source),
      "word/settings.xml": settings,
      "word/footer1.xml": footer,
    };
    const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
    // Zip has no time zones: a time without one gives the same bytes on every machine.
    const mtime = modifiedAt(source);
    return Uint8Array.from(zipSync(Object.fromEntries(bytes), { mtime, level: 6 }));
  },
};

/** The date of the work, as the time of every file in the package; zip has no dates before 1980. */
export function modifiedAt({ datePublished }: TranscriptSource): string {
  const day = datePublished?.slice(0, 10) ?? "";
  return `${/^(?:19[89]\d|20\d\d)-\d\d-\d\d$/.test(day) ? day : "1980-01-01"}T00:00:00`;
}

/** The document's relationships: its parts, then the targets of its links. */
function documentLinks(links: Links): string {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = ["styles", "settings", "footer"].map(
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
