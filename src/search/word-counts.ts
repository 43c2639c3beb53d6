import { segmentWords } from "../i18n/segment-words.ts";
import type { WordCounts } from "../records/listed.ts";
import type { SearchedText } from "../records/views.ts";
import { plainText } from "./body.ts";
import { unspacedRun } from "./letters.ts";

/** How many words each of a document's texts has. Undefined if it has none that is Markdown: a PDF isn't read. */
export function countWordsOfTexts(texts: readonly SearchedText[]): WordCounts | undefined {
  const counts = texts
    .filter(({ format }) => format === "markdown")
    .map((text) => [text.language, countWords(plainText(text))] as const);
  return counts.length === 0 ? undefined : Object.fromEntries(counts);
}

/**
 * How many words a text has. A compound with hyphens or apostrophes is one. In scripts without spaces the
 * words are found by dictionary (UAX 29), which is slow: only their runs are.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(unspacedRun)) {
    count += segmentWords(run).length;
  }
  for (const _ of text.replace(unspacedRun, " ").matchAll(spacedWord)) count += 1;
  return count;
}

const spacedWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,\u00AD\u200C-]*/gu;
