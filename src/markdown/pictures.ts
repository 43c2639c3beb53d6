import type { MarkdownEvent } from "./events.ts";
import { parseMarkdown } from "./parse.ts";
import { decodeReference, plainTextOfEvents } from "./plain-text.ts";
import { pictureName } from "./show-pictures.ts";

/** A picture in a Markdown text. */
export interface MarkdownPicture {
  /** The address as it is written, decoded. */
  readonly address: string;
  /** The name of a file beside the manifest; undefined if the address is of another kind, as of a remote picture. */
  readonly name: string | undefined;
  /** Its description; empty if there is none. */
  readonly alt: string;
  /** Where it begins in the text; line and column count from 1. */
  readonly line: number;
  readonly column: number;
  /** Where the address is written, in UTF-16 code units. */
  readonly destination: { readonly start: number; readonly end: number } | undefined;
}

/** The pictures of a text in their order. None in a text that exceeds the limits and is shown as plain paragraphs. */
export function findPictures(markdown: string): MarkdownPicture[] {
  // Every picture begins with it (CommonMark 6.4). Looking for it takes far less time than parsing the text.
  if (!markdown.includes("![")) return [];
  const events = parseMarkdown(markdown) ?? [];
  const definitions = findDefinitions(events);
  const pictures: MarkdownPicture[] = [];
  const starts: number[] = [];
  for (const [index, [kind, token]] of events.entries()) {
    if (token.type !== "image") continue;
    if (kind === "enter") {
      starts.push(index);
      continue;
    }
    const inside = events.slice((starts.pop() ?? 0) + 1, index);
    const target = destinationOf(inside, definitions);
    const address = target === undefined ? "" : stringOf(target.events);
    pictures.push({
      address,
      name: pictureName(address),
      alt: plainTextOfEvents(within(inside, "labelText")),
      line: token.start.line,
      column: token.start.column,
      destination: target && { start: target.start, end: target.end },
    });
  }
  return pictures;
}

interface Destination {
  readonly events: readonly MarkdownEvent[];
  readonly start: number;
  readonly end: number;
}

/** The address of a picture: its own (`![a](b)`), or that of a definition (`![a][b]`, `![b]`). */
function destinationOf(
  inside: readonly MarkdownEvent[],
  definitions: ReadonlyMap<string, Destination>,
): Destination | undefined {
  // The label may have links with addresses of their own: the picture's is after it.
  const labelEnd = inside.findLastIndex(([, { type }]) => type === "label");
  const after = inside.slice(labelEnd + 1);
  const own = spanOf(after, "resourceDestinationString");
  if (own !== undefined || after.some(([, { type }]) => type === "resource")) return own;
  const named = spanOf(after, "referenceString") ?? spanOf(inside, "labelText");
  return named && definitions.get(identifierOf(named.events, inside));
}

/** The addresses of definitions (`[b]: address`), by their names; the first of a name counts. */
function findDefinitions(events: readonly MarkdownEvent[]): Map<string, Destination> {
  const definitions = new Map<string, Destination>();
  let start = 0;
  for (const [index, [kind, token]] of events.entries()) {
    if (token.type !== "definition") continue;
    if (kind === "enter") {
      start = index;
      continue;
    }
    const inside = events.slice(start, index);
    const name = spanOf(inside, "definitionLabelString");
    const target = spanOf(inside, "definitionDestinationString");
    const identifier = name && identifierOf(name.events, inside);
    if (identifier !== undefined && target !== undefined && !definitions.has(identifier)) {
      definitions.set(identifier, target);
    }
  }
  return definitions;
}

/** The first token of a type, with its events. */
function spanOf(events: readonly MarkdownEvent[], type: string): Destination | undefined {
  const first = events.findIndex(([kind, token]) => kind === "enter" && token.type === type);
  const token = events[first]?.[1];
  if (token === undefined) return undefined;
  const last = events.findIndex((event) => event[0] === "exit" && event[1] === token);
  return {
    events: events.slice(first, last + 1),
    start: token.start.offset,
    end: token.end.offset,
  };
}

const within = (events: readonly MarkdownEvent[], type: string) =>
  spanOf(events, type)?.events ?? [];

/** How micromark compares names: without regard to case and white space (CommonMark, “matches”). */
function identifierOf(
  [first]: readonly MarkdownEvent[],
  context: readonly MarkdownEvent[],
): string {
  const serialize = context[0]?.[2];
  const source = first === undefined ? "" : (serialize?.sliceSerialize(first[1]) ?? "");
  return source
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** The string that tokens mean, without escapes. */
function stringOf(events: readonly MarkdownEvent[]): string {
  let text = "";
  for (const [kind, token, context] of events) {
    if (kind === "enter") continue;
    const source = context.sliceSerialize(token);
    if (token.type === "data" || token.type === "characterEscapeValue") text += source;
    if (token.type === "characterReference") text += decodeReference(source);
  }
  return text;
}
