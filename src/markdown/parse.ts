import { parse, postprocess, preprocess } from "micromark";
import type { MarkdownEvent } from "./events.ts";
import { syntaxExtensions } from "./extensions.ts";
import { exceedsBlockLimits, exceedsTextLimits } from "./limits.ts";

/**
 * Markdown (CommonMark with tables, footnotes and deleted text) as micromark's events, in the order of the text.
 * Undefined if the text has more nesting or delimiters than can be parsed in reasonable time: show it as plain
 * paragraphs.
 */
export function parseMarkdown(markdown: string): MarkdownEvent[] | undefined {
  if (exceedsBlockLimits(markdown)) return undefined;
  const documentEvents = parse({ extensions: syntaxExtensions })
    .document()
    .write(preprocess()(markdown, undefined, true));
  return exceedsTextLimits(documentEvents) ? undefined : postprocess(documentEvents);
}
