import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";
import type { MarkdownEvent } from "./events.ts";
import { parseMarkdown } from "./parse.ts";

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
  "htmlFlow",
  "image",
  "lineEnding",
  "lineEndingBlank",
  "listItemMarker",
  "listOrdered",
  "listUnordered",
  "paragraph",
  "setextHeading",
  "thematicBreak",
]);

/** The text of a Markdown document without its markup, on one line, as its page shows it. */
export function plainTextOfMarkdown(markdown: string): string {
  const events = parseMarkdown(markdown);
  return events === undefined ? collapseSpaces(markdown) : plainTextOfEvents(events);
}

/** The text of some of a document's events, on one line. */
export function plainTextOfEvents(events: readonly MarkdownEvent[]): string {
  let text = "";
  let hiddenDepth = 0;
  for (const [kind, token, context] of events) {
    if (hiddenTokens.has(token.type)) hiddenDepth += kind === "enter" ? 1 : -1;
    if (separatingTokens.has(token.type)) text += " ";
    if (hiddenDepth > 0 || kind === "enter") continue;
    if (shownTokens.has(token.type)) text += context.sliceSerialize(token);
    if (token.type === "characterReference") {
      text += decodeReference(context.sliceSerialize(token));
    }
  }
  return collapseSpaces(text);
}

/** A character reference, for example `&amp;`, `&#38;` or `&#x26;`, as its character. */
function decodeReference(reference: string): string {
  const value = reference.slice(1, -1);
  if (!value.startsWith("#")) return decodeNamedCharacterReference(value) || reference;
  return /^#x/i.test(value)
    ? decodeNumericCharacterReference(value.slice(2), 16)
    : decodeNumericCharacterReference(value.slice(1), 10);
}

const collapseSpaces = (text: string) => text.replace(/\s+/g, " ").trim();
