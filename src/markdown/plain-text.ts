import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";
import type { MarkdownEvent } from "./events.ts";
import { parseShownMarkdown } from "./shown-events.ts";

type TokenType = MarkdownEvent[1]["type"];

/** Tokens whose source is shown as it is. */
const shownTokens = new Set<TokenType>([
  "autolinkEmail",
  "autolinkProtocol",
  "characterEscapeValue",
  "codeFlowValue",
  "codeTextData",
  "data",
  "htmlFlowData",
  "htmlTextData",
]);

/** Tokens that a page doesn't show as text, with everything inside them. */
const hiddenTokens = new Set<TokenType>([
  "codeFencedFence",
  "definition",
  "gfmFootnoteCall",
  "gfmFootnoteDefinitionLabel",
  "image",
  "reference",
  "resource",
]);

/** Tokens that separate words, at their beginning and end. */
const separatingTokens = new Set<TokenType>([
  "atxHeading",
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "gfmFootnoteDefinition",
  "htmlFlow",
  "image",
  "lineEnding",
  "lineEndingBlank",
  "listItemMarker",
  "listOrdered",
  "listUnordered",
  "paragraph",
  "setextHeading",
  "tableData",
  "tableHeader",
  "thematicBreak",
]);

/** The text of a Markdown document without its markup, on one line, as its page shows it. */
export function plainTextOfMarkdown(markdown: string): string {
  const events = parseShownMarkdown(markdown);
  return events === undefined ? collapseSpaces(markdown) : plainTextOfEvents(events);
}

/** The text of some of a document's events, on one line. */
export function plainTextOfEvents(events: readonly MarkdownEvent[]): string {
  let text = "";
  for (const part of textParts(events)) text += part.text;
  return collapseSpaces(text);
}

/** A part of a document's text, as its page shows it. */
export interface MarkdownTextPart {
  readonly text: string;
  /** The position of its first character in the Markdown, in UTF-16 code units. */
  readonly start: number;
  readonly type: TokenType;
}

/** The text of some of a document's events in parts, with a space wherever blocks or lines end. */
export function* textParts(events: readonly MarkdownEvent[]): Generator<MarkdownTextPart> {
  let hiddenDepth = 0;
  for (const [kind, token, context] of events) {
    const { type } = token;
    const start = token.start.offset;
    if (hiddenTokens.has(type)) hiddenDepth += kind === "enter" ? 1 : -1;
    if (separatingTokens.has(type)) yield { text: " ", start, type };
    if (hiddenDepth > 0 || kind === "enter") continue;
    if (shownTokens.has(type)) yield { text: context.sliceSerialize(token), start, type };
    if (type === "characterReference") {
      yield { text: decodeReference(context.sliceSerialize(token)), start, type };
    }
  }
}

/** A character reference, for example `&amp;`, `&#38;` or `&#x26;`, as its character. */
export function decodeReference(reference: string): string {
  const value = reference.slice(1, -1);
  if (!value.startsWith("#")) return decodeNamedCharacterReference(value) || reference;
  return /^#x/i.test(value)
    ? decodeNumericCharacterReference(value.slice(2), 16)
    : decodeNumericCharacterReference(value.slice(1), 10);
}

const collapseSpaces = (text: string) => text.replace(/\s+/g, " ").trim();
