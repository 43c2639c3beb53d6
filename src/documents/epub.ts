/** EPUB 3.3 (w3.org/TR/epub-33): a book with one text, its table of contents and its pictures. */
import { type ZipFile, zip } from "../files/zip.ts";
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
    const encoder = new TextEncoder();
    const files: ZipFile[] = [
      // The first file, and not compressed (EPUB 3.3, OCF zip container).
      { path: "mimetype", bytes: encoder.encode("application/epub+zip"), stored: true },
    ];
    for (const [path, text] of Object.entries(parts)) {
      files.push({ path, bytes: encoder.encode(text), stored: false });
    }
    for (const { src, bytes } of pictures.values()) {
      // Pictures are compressed already.
      if (bytes !== undefined) files.push({ path: `EPUB/${src}`, bytes, stored: true });
    }
    return zip(files, modifiedAt(source), 6);
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
