import { bibtex } from "./bibtex.ts";
import type { CitationFormat } from "./citation.ts";
import { csl } from "./csl.ts";
import { ris } from "./ris.ts";

/** Every citation format, by the extension in its address. A new format takes a file, and a line here. */
export const citationFormats: ReadonlyMap<string, CitationFormat> = new Map(
  [ris, bibtex, csl].map((format) => [format.extension, format]),
);
