import { wordFormat } from "./docx.ts";
import { epubFormat } from "./epub.ts";
import { markdownFormat } from "./md.ts";
import type { DocumentFormat } from "./source.ts";

/** Every format of a document, by the extension in its address. Pages list them in this order. */
export const documentFormats: ReadonlyMap<string, DocumentFormat> = new Map(
  [wordFormat, epubFormat, markdownFormat].map((format) => [format.extension, format]),
);
