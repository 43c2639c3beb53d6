import type { MarkdownEvent } from "./events.ts";

// micromark needs quadratic time for some inputs, and has no limits of its own. The limits below keep a
// hostile text of a few kilobytes under a second, and are far above ordinary texts.

/** How deep block quotes, lists and footnotes may be nested: time grows with lines × depth. */
const maxNesting = 100;

/** Underlined headings: for each, micromark searches back through the whole document. */
const maxUnderlines = 1000;

/** Footnotes and mentions of them: each mention is compared with all footnotes. */
const maxFootnoteLabels = 3000;

/** Cells of all tables: each row gets as many as the first, however few its author wrote. */
const maxTableCells = 100_000;

/**
 * `[`, `]`, `*`, `_` and `~` in a paragraph or a cell are matched against one another, so each counts with the
 * square of their number. A single paragraph may have about 3,000.
 */
const maxDelimiterWork = 10_000_000;

/**
 * `<!`, as of a comment, and `<?` are searched for their end through the rest of the paragraph, so each paragraph
 * counts with their number times its length.
 */
const maxHtmlWork = 20_000_000;

const containerMarker = /[ \t]*(?:>|\[\^[^\]\s]+\]:|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
const underline = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const delimiters = /[[\]*_~]/g;
const htmlOpenings = /<[!?]/g;
const footnoteLabels = /\[\^/g;

/** Blocks whose text is matched for delimiters. */
const textBlocks = new Set<string>(["atxHeading", "content", "tableContent"]);

/** Whether a text is nested deeper, or has more underlines or footnotes, than can be parsed in reasonable time. */
export function exceedsBlockLimits(markdown: string): boolean {
  if ((markdown.match(footnoteLabels)?.length ?? 0) > maxFootnoteLabels) return true;
  let underlines = 0;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (nestingOf(line) > maxNesting) return true;
    if (underline.test(line)) underlines += 1;
  }
  return underlines > maxUnderlines;
}

/** An upper bound: each level takes a marker on the line, or at least two columns of indentation. */
function nestingOf(line: string): number {
  let markers = 0;
  let end = 0;
  containerMarker.lastIndex = 0;
  while (containerMarker.test(line)) {
    markers += 1;
    end = containerMarker.lastIndex;
  }
  const indentation = /^[ \t]*/.exec(line.slice(end))?.[0] ?? "";
  const spaces =
    (line.slice(0, end) + indentation).replaceAll("\t", "    ").match(/ /g)?.length ?? 0;
  return markers + Math.floor(spaces / 2);
}

/**
 * Whether paragraphs, headings and cells have more delimiters or openings of HTML than can be matched in reasonable
 * time, or tables more cells than can be shown.
 *
 * @param documentEvents - Events of micromark's document tokenizer: their flow tokenizers hold the blocks,
 *   whose text isn't parsed yet.
 */
export function exceedsTextLimits(documentEvents: readonly MarkdownEvent[]): boolean {
  let delimiterWork = 0;
  let htmlWork = 0;
  let cells = 0;
  let columns = 0;
  const flows = new Set(documentEvents.map(([, token]) => token._tokenizer));
  for (const flow of flows) {
    for (const [kind, token, context] of flow?.events ?? []) {
      if (kind !== "enter") continue;
      if (token.type === "table") columns = token._align?.length ?? 0;
      if (token.type === "tableRow") cells += columns;
      if (!textBlocks.has(token.type)) continue;
      const text = context.sliceSerialize(token);
      const delimiterCount = text.match(delimiters)?.length ?? 0;
      delimiterWork += delimiterCount * delimiterCount;
      htmlWork += (text.match(htmlOpenings)?.length ?? 0) * text.length;
    }
  }
  return delimiterWork > maxDelimiterWork || htmlWork > maxHtmlWork || cells > maxTableCells;
}
