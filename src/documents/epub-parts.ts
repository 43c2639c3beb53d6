/** The parts of a book. */
import { toLine } from "../i18n/line.ts";
import { decodePercent } from "../markdown/decode-percent.ts";
import type { Heading } from "../markdown/headings.ts";
import { keepLinks } from "../markdown/links.ts";
import { mediaTypes } from "../records/schema/media-types.ts";
import { modifiedAt } from "../transcripts/formats/docx-package.ts";
import { escapeXml } from "../transcripts/formats/markup.ts";
import { factLines } from "./facts.ts";
import type { DocumentPicture, DocumentSource } from "./source.ts";

const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const container = `${xmlDeclaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

export const bookStyle = `body { line-height: 1.5; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; }
img { max-width: 100%; height: auto; }
blockquote { margin-inline: 1.5em; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: .3em .5em; text-align: start; vertical-align: top; }
.align-center { text-align: center; }
.align-right { text-align: end; }
pre { white-space: pre-wrap; text-align: left; }
.warning { border-inline-start: 4px solid; padding-inline-start: 1em; }
.footnotes, footer { border-block-start: 1px solid; margin-block-start: 2em; padding-block-start: 1em; font-size: .9em; }
a { overflow-wrap: anywhere; }
`;

/** The book's metadata, with what readers who need accessible books look for (EPUB Accessibility 1.1). */
export function packageXml(source: DocumentSource, pictures: readonly DocumentPicture[]): string {
  const { name, language, publisher, authors, description, datePublished, direction } = source;
  const optional = (element: string, value: string | undefined) =>
    value === undefined || value === ""
      ? ""
      : `<dc:${element}>${escapeXml(toLine(value))}</dc:${element}>`;
  const day = datePublished?.slice(0, 10);
  const features = [
    "structuralNavigation",
    "tableOfContents",
    "displayTransformability",
    ...(pictures.length > 0 ? ["alternativeText"] : []),
  ];
  const meta = (property: string, value: string) => `<meta property="${property}">${value}</meta>`;
  const metadata = [
    `<dc:identifier id="identifier">${escapeXml(source.address)}</dc:identifier>`,
    `<dc:title>${escapeXml(toLine(name))}</dc:title>`,
    `<dc:language>${escapeXml(language)}</dc:language>`,
    ...authors.map((author) => optional("creator", author)),
    optional("publisher", publisher),
    optional("description", description),
    optional("date", day),
    optional("source", source.pageUrl),
    ...source.facts.map(({ label, value }) => optional("rights", `${label}: ${value}`)),
    meta("dcterms:modified", `${modifiedAt(source)}Z`),
    meta("schema:accessMode", "textual"),
    ...(pictures.length > 0 ? [meta("schema:accessMode", "visual")] : []),
    meta("schema:accessModeSufficient", "textual"),
    ...features.map((feature) => meta("schema:accessibilityFeature", feature)),
    meta("schema:accessibilityHazard", "none"),
  ];
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...uniquePictures(pictures).map(
      ({ src, extension }, index) =>
        `<item id="picture${index}" href="${src}" media-type="${pictureType(extension)}"/>`,
    ),
  ];
  return `${xmlDeclaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="${escapeXml(language)}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata.join("")}</metadata><manifest>${items.join("")}</manifest><spine page-progression-direction="${direction}"><itemref idref="text"/></spine></package>`;
}

/** The table of contents: the title, and the headings of the upper two levels below it. */
export function navigationXml(source: DocumentSource, headings: readonly Heading[]): string {
  const item = (fragment: string, text: string) =>
    `<li><a href="text.xhtml#${encodeURIComponent(fragment)}">${escapeXml(text)}</a></li>`;
  const listed = headings.filter(({ level, text }) => level <= 3 && text !== "");
  const items = [item(titleId, source.name), ...listed.map(({ id, text }) => item(id, text))];
  const { contents, language } = source.labels;
  const title = `<h1 lang="${language}" xml:lang="${language}">${escapeXml(contents)}</h1>`;
  return page(
    source,
    contents,
    `<nav epub:type="toc" role="doc-toc">${title}<ol>${items.join("")}</ol></nav>`,
  );
}

/** The id of the title: no heading's id has an underscore. */
const titleId = "title_page";

/** @param articleHtml HTML by `renderArticle`, which is well-formed */
export function textXml(source: DocumentSource, articleHtml: string): string {
  const { name, publisher, notice, contentWarning, labels } = source;
  const local = `lang="${labels.language}" xml:lang="${labels.language}"`;
  const above = [
    `<h1 id="${titleId}">${escapeXml(name)}</h1>`,
    publisher === "" ? "" : `<p>${escapeXml(publisher)}</p>`,
    notice === undefined ? "" : `<p ${local}>${escapeXml(notice)}</p>`,
    contentWarning === undefined
      ? ""
      : `<p class="warning"><strong ${local}>${escapeXml(labels.contentWarning)}</strong> ${escapeXml(contentWarning)}</p>`,
  ];
  const below = factLines(source).map(({ label, value, url }) => {
    const shown = `<bdi>${escapeXml(value)}</bdi>`;
    const linked = url === undefined ? shown : `<a href="${escapeXml(url)}">${shown}</a>`;
    return `<p>${label === "" ? "" : `${escapeXml(label)}: `}${linked}</p>`;
  });
  return page(
    source,
    name,
    `<main>${above.join("")}${asXhtml(withoutDeadLinks(articleHtml), source.pageUrl)}</main><footer>${below.join("")}</footer>`,
  );
}

/** HTML as XHTML in a book: no attribute that only pages need, absolute addresses, `xml:lang` beside `lang`. */
function asXhtml(html: string, pageUrl: string): string {
  return (
    html
      // EPUB forbids `direction` in its style sheets, and code is written from left to right in every language.
      .replace(/<(pre|code)(?=[ >])/g, '<$1 dir="ltr"')
      .replace(notAllowedInXml, "\uFFFD")
      .replaceAll(' loading="lazy"', "")
      .replace(/ lang="([^"]*)"/g, ' lang="$1" xml:lang="$1"')
      .replace(/<a href="([^"#][^"]*)"/g, (tag, href: string) => {
        const address = href.replaceAll("&amp;", "&");
        return URL.canParse(address, pageUrl)
          ? `<a href="${escapeXml(new URL(address, pageUrl).href)}"`
          : tag;
      })
  );
}

/** A book may link to no place that it doesn't have (EPUB 3.3, 3.4): the words stay. */
function withoutDeadLinks(html: string): string {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return keepLinks(
    html,
    (address) => !address.startsWith("#") || ids.has(decodePercent(address.slice(1))),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 (2.2) can't contain them
const notAllowedInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function page({ language, direction }: DocumentSource, title: string, body: string): string {
  const tag = escapeXml(language);
  return `${xmlDeclaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${tag}" xml:lang="${tag}" dir="${direction}"><head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>${body}</body></html>`;
}

/** A picture may have two names. */
function uniquePictures(pictures: readonly DocumentPicture[]): DocumentPicture[] {
  return [...new Map(pictures.map((picture) => [picture.src, picture])).values()];
}

const pictureType = (extension: string) =>
  (mediaTypes as Readonly<Record<string, string>>)[extension] ?? "application/octet-stream";
