import type { MarkdownEvent } from "./events.ts";
import { parseMarkdown } from "./parse.ts";

/** The events of what a page shows (`shownEvents`). Undefined as for `parseMarkdown`. */
export function parseShownMarkdown(markdown: string): readonly MarkdownEvent[] | undefined {
  const events = parseMarkdown(markdown);
  return events && shownEvents(events);
}

/**
 * The events of what a page shows: without HTML comments, which are notes of editors, and without headings that have
 * no words, which would be empty lines in lists of headings.
 */
export function shownEvents(events: readonly MarkdownEvent[]): readonly MarkdownEvent[] {
  const tokens = new Set(events.filter(isHidden).map(([, token]) => token));
  let depth = 0;
  return events.filter(([kind, token]) => {
    if (!tokens.has(token)) return depth === 0;
    depth += kind === "enter" ? 1 : -1;
    return false;
  });
}

/** Whether an event enters what a page doesn't show. */
function isHidden([kind, token, context]: MarkdownEvent): boolean {
  if (kind !== "enter") return false;
  const { type } = token;
  if (type === "atxHeading") return /^#+[ \t#]*$/.test(context.sliceSerialize(token));
  return isHtml(type) && isComment(context.sliceSerialize(token));
}

export const isHtml = (type: MarkdownEvent[1]["type"]): boolean =>
  type === "htmlFlow" || type === "htmlText";

/** Whether HTML is comments only. One that isn't closed is none: it would hide the rest of the text. */
export function isComment(html: string): boolean {
  let rest = html.trim();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->", 2);
    if (end < 0) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest === "" && html !== "";
}
