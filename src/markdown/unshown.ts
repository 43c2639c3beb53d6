import { decodePercent } from "./decode-percent.ts";
import type { MarkdownEvent } from "./events.ts";
import { findHeadings } from "./headings.ts";
import { isSafeAddress } from "./links.ts";
import { parseMarkdown } from "./parse.ts";
import { plainTextOfEvents } from "./plain-text.ts";
import { isComment, isHtml, shownEvents } from "./shown-events.ts";

/** A place in a text that its page doesn't show, or not as its author meant it. Line and column count from 1. */
export interface Unshown {
  readonly line: number;
  readonly column: number;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/** Of one kind of fault so many are named. Our choice. */
const maxOfKind = 10;

/** What a document's page leaves out, or shows as it is written: for whoever wrote it, before it is published. */
export function findUnshown(markdown: string): Unshown[] {
  const events = parseMarkdown(markdown);
  if (events === undefined) {
    const message =
      "This text has more nesting, tables or brackets than can be shown: its page has it as plain paragraphs, with its Markdown as it is written. Divide it.";
    return [{ line: 1, column: 1, message }];
  }
  const found = [
    ...footnoteFaults(events, markdown).slice(0, maxOfKind),
    ...tableFaults(events).slice(0, maxOfKind),
    ...linkFaults(events).slice(0, maxOfKind),
    ...htmlFaults(events),
  ];
  if (isEmpty(events)) {
    found.push({ line: 1, column: 1, message: "This text shows nothing: write it, or remove it." });
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

function isEmpty(events: readonly MarkdownEvent[]): boolean {
  const shown = plainTextOfEvents(shownEvents(events));
  return shown === "" && !events.some(([, { type }]) => type === "image");
}

/** Where a token begins. */
const placeOf = ([, { start }]: MarkdownEvent) => ({ line: start.line, column: start.column });

const sourceOf = ([, token, context]: MarkdownEvent) => context.sliceSerialize(token);

/** A footnote's name, without regard to case and spaces, as micromark compares it. */
const nameOf = (event: MarkdownEvent) => sourceOf(event).replace(/\s+/g, " ").toLowerCase();

/** Tokens in which `[^1]` is no mention of a footnote. */
const literal = new Set<string>([
  "codeFenced",
  "codeIndented",
  "codeText",
  "characterEscape",
  "definition",
  "gfmFootnoteCall",
  "gfmFootnoteDefinitionLabel",
  "htmlFlow",
  "htmlText",
  "link",
]);

/** Footnotes without a text, those that no text names, and second ones of one name. */
function footnoteFaults(events: readonly MarkdownEvent[], markdown: string): Unshown[] {
  const found: Unshown[] = [];
  const defined = new Map<string, MarkdownEvent>();
  const named = new Set<string>();
  let plain = "";
  let end = 0;
  for (const event of events) {
    const [kind, { type, start, end: last }] = event;
    if (kind === "exit") continue;
    if (type === "gfmFootnoteCallString") named.add(nameOf(event));
    if (type === "gfmFootnoteDefinitionLabelString") {
      const name = nameOf(event);
      const first = defined.get(name);
      if (first === undefined) defined.set(name, event);
      else {
        const message = `The footnote [^${name}] has a text already, on line ${placeOf(first).line}: this one isn't shown. Give it another name.`;
        found.push({ ...placeOf(event), message });
      }
    }
    if (literal.has(type) && start.offset >= end) {
      plain += markdown.slice(end, start.offset) + " ".repeat(last.offset - start.offset);
      end = last.offset;
    }
  }
  plain += markdown.slice(end);
  for (const [name, event] of defined) {
    if (named.has(name)) continue;
    const message = `No text names the footnote [^${name}], so it isn't shown: write [^${name}] where it belongs.`;
    found.push({ ...placeOf(event), message });
  }
  const lineStarts = [...plain.matchAll(/\r\n|\r|\n/g)].map(
    ({ 0: sign, index }) => index + sign.length,
  );
  for (const { 0: mention, index } of plain.matchAll(/\[\^[^\]\s]{1,100}\](?!\()/g)) {
    const line = lineStarts.filter((start) => start <= index).length + 1;
    const column = index - (lineStarts[line - 2] ?? 0) + 1;
    const message = `${mention} is shown as it is written, because the text has no such footnote: add a line that begins with ${mention}: and its words.`;
    found.push({ line, column, message });
    if (found.length > 3 * maxOfKind) break;
  }
  return found;
}

/** Cells beyond a table's last column. */
function tableFaults(events: readonly MarkdownEvent[]): Unshown[] {
  const found: Unshown[] = [];
  let columns = 0;
  let cells = 0;
  for (const event of events) {
    const [kind, { type, _align: align }] = event;
    if (kind === "exit") continue;
    if (type === "table") columns = align?.length ?? 0;
    if (type === "tableRow") cells = 0;
    if (type !== "tableData") continue;
    cells += 1;
    if (cells !== columns + 1) continue;
    const words = sourceOf(event)
      .replace(/^\||\|$/g, "")
      .trim();
    const message = `The table has ${columns === 1 ? "1 column" : `${columns} columns`}, so “${words.slice(0, 60)}” isn't shown: give its first row another cell, or write | within a cell as \\|, in code too.`;
    found.push({ ...placeOf(event), message });
  }
  return found;
}

/** Links that aren't shown as such, and those to parts that the text doesn't have. */
function linkFaults(events: readonly MarkdownEvent[]): Unshown[] {
  const ids = new Set(findHeadings(events, (written) => written).map(({ id }) => id));
  const found: Unshown[] = [];
  let pictures = 0;
  for (const event of events) {
    const [kind, { type }] = event;
    if (type === "image") pictures += kind === "enter" ? 1 : -1;
    if (kind === "exit" || pictures > 0) continue;
    if (type !== "resourceDestinationString" && type !== "definitionDestinationString") continue;
    const address = sourceOf(event);
    const shown = `“${address.length > 80 ? `${address.slice(0, 80)}…` : address}”`;
    if (!isSafeAddress(address)) {
      const message = `${shown} is no link on the page: links lead to web pages, mail (mailto:) and telephones (tel:).`;
      found.push({ ...placeOf(event), message });
    } else if (address.startsWith("#") && !ids.has(decodePercent(address.slice(1)))) {
      const message = `${shown} leads to no heading of this text: its headings are ${
        [...ids]
          .slice(0, 5)
          .map((id) => `#${id}`)
          .join(", ") || "none"
      }${ids.size > 5 ? ", …" : ""}.`;
      found.push({ ...placeOf(event), message });
    }
  }
  return found;
}

/** HTML, which is shown as it is written, and comments, which only the file to take along has: the first of each. */
function htmlFaults(events: readonly MarkdownEvent[]): Unshown[] {
  const html = events.filter(([kind, { type }]) => kind === "enter" && isHtml(type));
  const comment = html.find((event) => isComment(sourceOf(event)));
  const shown = html.find((event) => !isComment(sourceOf(event)));
  const cut = (event: MarkdownEvent) => sourceOf(event).trim().split("\n")[0]?.slice(0, 60) ?? "";
  return [
    ...(shown === undefined
      ? []
      : [
          {
            ...placeOf(shown),
            message: `HTML is shown as it is written, such as “${cut(shown)}”: write Markdown instead.`,
          },
        ]),
    ...(comment === undefined
      ? []
      : [
          {
            ...placeOf(comment),
            message: `The comment “${cut(comment)}” isn't shown, but the Markdown that readers can take along has it: remove it if it isn't for them.`,
          },
        ]),
  ];
}
