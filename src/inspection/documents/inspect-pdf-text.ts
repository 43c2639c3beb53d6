import { readPdfPages } from "../../files/documents/pdf-pages.ts";
import { joinPages } from "../../files/documents/pdf-text.ts";
import { formatSize } from "../../i18n/format.ts";
import { sha256 } from "../../records/digest.ts";
import { maxStoredTextSize } from "../../records/schema/limits.ts";
import { type FileTree, readWhole } from "../file-tree.ts";
import type { FileProblem } from "../inspected-file.ts";

/** A larger PDF is mostly pictures, and isn't held in memory. In bytes; our choice. */
const maxPdfSize = 50_000_000;

/** A PDF of which nothing says where its parts are is searched for them, which takes too long in a larger one. In bytes. */
const maxRepairedSize = 2_000_000;

/** More pages take minutes to read. Our choice. */
const maxPages = 2000;

/** More letters of right-to-left scripts than a name or a quotation has. Our choice. */
const maxRightToLeft = 0.1;

export interface PdfText {
  /** Undefined if there is nothing to search. */
  readonly text: string | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads what a PDF says, for search. A PDF whose text can't be read is published all the same, with a warning.
 * @param size in bytes
 * @param isAttachment whether it is a film's attachment; else a document's text
 */
export async function inspectPdfText(
  tree: FileTree,
  name: string,
  path: string,
  size: number,
  isAttachment: boolean,
): Promise<PdfText> {
  const addText = isAttachment
    ? "publish the text as a document too"
    : "add the text as Markdown (.md) beside it";
  if (size > maxPdfSize) {
    const most = formatSize(maxPdfSize, "en");
    return unread(`${name} is larger than ${most}, so search doesn't find its text: ${addText}`);
  }
  const bytes = await readWhole(tree, path);
  if (size > maxRepairedSize && !hasIndex(bytes)) {
    return unread(unreadable(name, "it doesn't say where its parts are"));
  }
  const read = await readPdfPages(bytes, {
    maxPages,
    // A character has three bytes at most.
    maxLength: maxStoredTextSize / 3,
  });
  if (read.problem === "encrypted") {
    return unread(
      `${name} opens only with a password: export it without one, or nobody can read it`,
    );
  }
  if (read.problem === "broken") {
    return unread(unreadable(name, read.why));
  }
  const { pages, rightToLeft, isCut } = read;
  const isEmpty = pages.every((page) => !/[\p{L}\p{N}]/u.test(page));
  const problems: FileProblem[] = [];
  if (rightToLeft > maxRightToLeft) {
    problems.push(
      warning(
        `${name} has text from right to left, which a PDF doesn't have in the order of reading, so search doesn't find it: ${addText}`,
      ),
    );
  } else if (isEmpty) {
    problems.push(
      warning(
        `no text can be read from ${name}, so neither search nor screen readers find a word in it: if it has pictures of pages (a scan), recognize their text (OCR), or ${addText}`,
      ),
    );
  }
  if (isCut) {
    problems.push(
      warning(`${name} is long: search finds the text of its first ${pages.length} pages only`),
    );
  }
  return { text: isEmpty ? undefined : joinPages(pages), problems };
}

const unreadable = (name: string, why: string) =>
  `${name} can't be read (${why}), so search doesn't find its text: open it, and export it again`;

/** Whether a PDF's end says where its table of parts is (ISO 32000-1, 7.5.5). */
function hasIndex(bytes: Uint8Array): boolean {
  const end = new TextDecoder("latin1").decode(bytes.subarray(-2048));
  return /startxref\s+\d/.test(end);
}

const warning = (message: string): FileProblem => ({ severity: "warning", message });
const unread = (message: string): PdfText => ({ text: undefined, problems: [warning(message)] });

/** What a text is published as. */
export async function measureText(text: string): Promise<{ sha256: string; size: number }> {
  return { sha256: await sha256(text), size: new TextEncoder().encode(text).length };
}
