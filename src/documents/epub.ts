/** EPUB 3.3 (w3.org/TR/epub-33): a book with one text, its table of contents and its pictures. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { renderArticle } from "../markdown/html.ts";
import { modifiedAt } from "../transcripts/formats/docx-package.ts";
import { bookStyle, container, navigationXml, packageXml, textXml } from "./epub-parts.ts";
import type { DocumentFormat, DocumentPicture, DocumentSource } from "./source.ts";

export const epubFormat: DocumentFormat = {
  extension: "epub",
  contentType: "application/epub+zip",
  saved: true,
  embedsPictures: true,
  render(source) {
    const pictures = embeddedPictures(source);
    const { labels, names, markdown } = source;
    const article = renderArticle(markdown, {
      names,
      labels,
      pictures,
      direction: source.direction,
    });
    const parts: Record<string, string> = {
      "META-INF/container.xml": container,
      "EPUB/package.opf": packageXml(source, [...pictures.values()]),
      "EPUB/nav.xhtml": navigationXml(source, article.headings),
      "EPUB/text.xhtml": textXml(source, article.html),
      "EPUB/style.css": bookStyle,
    };
    const files: Zippable = {
      // The first file, and not compressed (EPUB 3.3, OCF zip container).
      mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    };
    for (const [path, text] of Object.entries(parts)) files[path] = strToU8(text);
    for (const { src, bytes } of pictures.values()) {
      // Pictures are compressed already.
      if (bytes !== undefined) files[`EPUB/${src}`] = [bytes, { level: 0 }];
    }
    return Uint8Array.from(zipSync(files, { mtime: modifiedAt(source), level: 6 }));
  },
};

/** The pictures whose bytes are there, with their paths in the book. */
function embeddedPictures({ pictures }: DocumentSource): Map<string, DocumentPicture> {
  const embedded = [...pictures].filter(([, { bytes }]) => bytes !== undefined);
  return new Map(
    embedded.map(([name, picture]) => {
      const src = `pictures/${picture.sha256.slice(0, 16)}.${picture.extension}`;
      return [name, { ...picture, src }];
    }),
  );
}
