/** What the pages of a PDF say, or why they can't be read. */
export type PdfPages =
  | {
      readonly problem?: undefined;
      /** The text of each page, the first page first. */
      readonly pages: readonly string[];
      /** The share of letters that were left out, because their script is written from right to left. */
      readonly rightToLeft: number;
      /** Whether the pages after the last one were left out. */
      readonly isCut: boolean;
    }
  | { readonly problem: "encrypted" }
  | { readonly problem: "broken"; readonly why: string };

interface PdfBounds {
  readonly maxPages: number;
  /** Of all pages together, in UTF-16 code units. */
  readonly maxLength: number;
}

/**
 * Reads the text of a PDF's pages. Never throws.
 *
 * Words of a right-to-left script are left out: PDFs have their letters in visual order, often as presentation
 * forms, and nothing tells in which programs' PDFs they are in the order of reading.
 */
export async function readPdfPages(bytes: Uint8Array, bounds: PdfBounds): Promise<PdfPages> {
  // A large package, which few manifests need.
  const { getDocumentProxy } = await import("unpdf");
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // It takes the memory of what it is given, and no Buffer of Node.
    document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    return describeFailure(error);
  }
  try {
    const pages: string[] = [];
    let length = 0;
    let letters = 0;
    let removed = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      if (number > bounds.maxPages) return { pages, rightToLeft: removed / letters, isCut: true };
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      page.cleanup();
      const lines = items.map((item) =>
        "str" in item ? item.str + (item.hasEOL ? "\n" : "") : "",
      );
      const text = readablePage(lines.join(""));
      letters += countLetters(text);
      const kept = tidy(text.replace(rightToLeftWords, " "));
      removed += countLetters(text) - countLetters(kept);
      length += kept.length;
      if (length > bounds.maxLength) {
        return { pages, rightToLeft: removed / letters, isCut: true };
      }
      pages.push(kept);
    }
    return { pages, rightToLeft: letters === 0 ? 0 : removed / letters, isCut: false };
  } catch (error) {
    return describeFailure(error);
  } finally {
    await document.loadingTask.destroy().catch(() => undefined);
  }
}

/**
 * Whether an error comes from a promise that the PDF reader itself forgot, which happens with damaged files. What was
 * asked for is answered all the same, so a program may ignore it.
 */
export function isForgottenPdfError(error: unknown): boolean {
  // The name of the reader's file, in the package and in what esbuild makes of it.
  return error instanceof Error && /\bpdfjs\b/.test(error.stack ?? "");
}

function describeFailure(error: unknown): PdfPages {
  if (error instanceof Error && error.name === "PasswordException") return { problem: "encrypted" };
  const why = error instanceof Error ? error.message : String(error);
  return { problem: "broken", why: why.replace(/\s+/g, " ").replace(/\.$/, "").slice(0, 200) };
}

const rightToLeftScripts =
  "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}";
const rightToLeftWords = new RegExp(`[${rightToLeftScripts}][${rightToLeftScripts}\\p{M}]*`, "gu");

/** Control characters, halves of surrogate pairs, and characters without a meaning: of fonts without a table. */
const meaningless = /[\p{Cc}\p{Cs}\p{Co}\uFFFD]/gu;

/** A page's text without what means nothing. */
function readablePage(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(meaningless, " "))
    .join("\n")
    .normalize("NFC");
}

/** A word that a line's end divides is one word: its hyphen becomes a soft one, which search ignores. */
function tidy(text: string): string {
  return text
    .replace(/(?<=\p{Ll})[-\u2010]\n(?=\p{Ll})/gu, "\u00AD")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
