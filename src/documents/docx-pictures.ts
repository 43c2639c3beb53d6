import type { WordMedium } from "../transcripts/formats/docx-package.ts";
import { escapeXml } from "../transcripts/formats/markup.ts";
import type { DocumentPicture, DocumentSource } from "./source.ts";

/** A document's pictures in a Word document (ECMA-376, part 1, 20.4), by their addresses. */
export type WordPictures = ReadonlyMap<string, WordPicture>;

interface WordPicture extends WordMedium {
  readonly width: number;
  readonly height: number;
}

/** What Word and LibreOffice show; of WebP, which older ones can't read, the description stands in the text. */
const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** The pictures whose bytes are there and that Word can show. */
export function wordPictures({ pictures }: Pick<DocumentSource, "pictures">): WordPictures {
  const found = new Map<string, WordPicture>();
  for (const { src, extension, sha256, bytes, width, height } of pictures.values()) {
    const type = types[extension];
    if (type === undefined || bytes === undefined || found.has(src)) continue;
    const path = `media/${sha256.slice(0, 16)}.${extension}`;
    found.set(src, { id: `picture${found.size + 1}`, path, type, bytes, width, height });
  }
  return found;
}

/** English Metric Units of a pixel at 96 pixels an inch (ECMA-376, 20.1.2.1). */
const unitsPerPixel = 9525;
/** The text's width, and three quarters of its height, on the page of src/transcripts/formats/docx-elements.ts. */
const maxWidth = 6_332_220;
const maxHeight = 6_463_665;

/** The size of a picture on the page, in English Metric Units: its own, or as large as the page allows. */
export function sizeOnPage({ width, height }: Pick<DocumentPicture, "width" | "height">) {
  const scale = Math.min(
    1,
    maxWidth / (width * unitsPerPixel),
    maxHeight / (height * unitsPerPixel),
  );
  const units = (pixels: number) => Math.max(1, Math.round(pixels * unitsPerPixel * scale));
  return { width: units(width), height: units(height) };
}

const drawing = "http://schemas.openxmlformats.org/drawingml/2006";

/** A picture in a line of text. @param number of the drawing, different for each in a document */
export function pictureRun(picture: WordPicture, alt: string, number: number): string {
  const { width, height } = sizeOnPage(picture);
  const names = `id="${number}" name="Picture ${number}" descr="${escapeXml(alt)}"`;
  return `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr ${names}/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr ${names}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${picture.id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
