/** Formats the segments of a TTML paragraph as WebVTT cue text. */
import { escapeCueText } from "../escape.ts";
import type { TtmlStyle } from "./styles.ts";

/** A part of a paragraph's text with one style and one interval. */
export interface StyledSegment {
  /** “\n” for a `<br/>`. */
  readonly text: string;
  readonly isBreak: boolean;
  /** Whether white space is kept (`xml:space="preserve"`). */
  readonly preservesSpace: boolean;
  readonly style: TtmlStyle;
  /** A BCP 47 tag, or "" for the document's language. */
  readonly language: string;
  /** In seconds; `end` is Infinity if it has no end. */
  readonly begin: number;
  readonly end: number;
}

/** Consecutive text within the same tags. It is kept in parts: joining them each time takes quadratic time. */
interface TaggedText {
  readonly parts: string[];
  readonly tags: string;
}

/**
 * Joins segments. Italics, bold, underline and languages become tags; ruby text follows its base in
 * parentheses.
 * @param speaker the name for a voice span around the text, or ""
 */
export function formatCueText(segments: readonly StyledSegment[], speaker: string): string {
  const taggedTexts: TaggedText[] = [];
  let isLineStart = true;
  let endsInSpace = false;
  let isBreakPending = false; // A line break is added only once text follows it.
  const endLine = (): void => {
    if (!isLineStart) trimEnd(taggedTexts);
    isLineStart = true;
    isBreakPending = true;
  };
  for (const segment of segments) {
    if (segment.isBreak) {
      endLine();
      continue;
    }
    const tags = tagsOf(segment);
    for (const [index, line] of linesOf(segment).entries()) {
      if (index > 0) endLine();
      const text: string = isLineStart || endsInSpace ? line.replace(/^ +/, "") : line;
      if (text === "") continue;
      if (isBreakPending) taggedTexts.at(-1)?.parts.push("\n");
      isBreakPending = false;
      isLineStart = false;
      endsInSpace = text.endsWith(" ");
      const last = taggedTexts.at(-1);
      if (last?.tags === tags) last.parts.push(escapeCueText(text));
      else taggedTexts.push({ parts: [escapeCueText(text)], tags });
    }
  }
  endLine();
  const text = taggedTexts.map(formatTaggedText).join("");
  return speaker === "" || text === "" ? text : `<v ${escapeCueText(speaker)}>${text}`;
}

/** Removes spaces at the end of the last line. */
function trimEnd(taggedTexts: TaggedText[]): void {
  for (let last = taggedTexts.at(-1); last !== undefined; last = taggedTexts.at(-1)) {
    for (let part = last.parts.pop(); part !== undefined; part = last.parts.pop()) {
      const trimmed = part.replace(/(?<! ) +$/, "");
      if (trimmed === "") continue;
      last.parts.push(trimmed);
      return;
    }
    taggedTexts.pop();
  }
}

function linesOf({ text, style, preservesSpace }: StyledSegment): string[] {
  const shown = style.ruby === "text" ? `(${text})` : text;
  return preservesSpace ? shown.split("\n") : [shown.replace(/[ \t\n\r]+/g, " ")];
}

/** The tags of a segment, from the outermost to the innermost, separated by commas. */
function tagsOf({ style, language }: StyledSegment): string {
  const tags: string[] = [];
  if (/^[A-Za-z0-9-]{1,60}$/.test(language)) tags.push(`lang ${language}`);
  if (style.fontWeight === "bold") tags.push("b");
  if (style.fontStyle === "italic" || style.fontStyle === "oblique") tags.push("i");
  if (/(?:^|\s)underline(?:\s|$)/.test(style.textDecoration ?? "")) tags.push("u");
  return tags.join();
}

/** Writes the tags around the text, except for white space at its end. */
function formatTaggedText({ parts, tags }: TaggedText): string {
  const text = parts.join("");
  if (tags === "") return text;
  const trimmed = text.trimEnd();
  const names = tags.split(",");
  const startTags = names.map((tag) => `<${tag}>`).join("");
  const endTags = names.reverse().map((tag) => `</${tag.split(" ", 1)[0]}>`);
  return startTags + trimmed + endTags.join("") + text.slice(trimmed.length);
}
