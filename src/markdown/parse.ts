import { parse, postprocess, preprocess } from "micromark";
import type { MarkdownEvent } from "./events.ts";
import { exceedsBlockLimits, exceedsDelimiterLimit } from "./limits.ts";

/**
 * Markdown (CommonMark) as micromark's events, in the order of the text. Undefined if the text has more
 * nesting or delimiters than can be parsed in reasonable time: show it as plain paragraphs.
 */
export function parseMarkdown(markdown: string): MarkdownEvent[] | undefined {
  if (exceedsBlockLimits(markdown)) return undefined;
  const documentEvents = parse()
    .document()
    .write(preprocess()(markdown, undefined, true));
  return exceedsDelimiterLimit(documentEvents) ? undefined : postprocess(documentEvents);
}
