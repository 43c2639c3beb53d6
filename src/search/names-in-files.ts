import { consumeCharacterReference } from "../captions/character-references.ts";
import type { Cue } from "../captions/cue.ts";
import { pagesOf } from "../files/documents/pdf-text.ts";
import { decodePercent } from "../markdown/decode-percent.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import { textParts } from "../markdown/plain-text.ts";
import { type FoundName, findNames, type NameIndex } from "../records/mentions/find-names.ts";
import type { TextPiece } from "../records/mentions/folded-text.ts";

/** A place in a file where a name is written; line and column count from 1. */
export interface NameInFile {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Finds names in a caption file, spoken or as speakers, in comments, cue ids and classes: within a cue, over its
 * lines and markup, and across consecutive cues.
 * @param text the file
 * @param cues the file's cues, of any format
 */
export function findNamesInCaptions(
  text: string,
  cues: readonly Cue[],
  names: NameIndex,
): NameInFile[] {
  if (names.isEmpty) return [];
  const ordered = [...cues].sort((a, b) => a.startTime - b.startTime);
  const starts: number[] = [];
  let length = 0;
  for (const cue of ordered) {
    starts.push(length);
    length += cue.text.length + 1;
  }
  const spoken = findNames(cuePieces(ordered, starts), names).map(({ name, start }) => {
    const index = lastAtMost(starts, start);
    const cue = ordered[index];
    const before = (cue?.text ?? "").slice(0, start - (starts[index] ?? 0)).split("\n");
    // A cue's text begins on the line after its timing.
    const line = (cue?.sourceLine ?? 0) + before.length;
    return { name, line, column: (before.at(-1)?.length ?? 0) + 1 };
  });
  return unique([...locate(findNames(sourcePieces(text), names), text), ...spoken]);
}

/**
 * Finds names in Markdown, as it is written (also in addresses and comments) and as its page shows it: with
 * emphasis, links and HTML within a name.
 */
export function findNamesInMarkdown(markdown: string, names: NameIndex): NameInFile[] {
  if (names.isEmpty) return [];
  const found = [
    ...findNames(sourcePieces(markdown), names),
    ...findNames(shownPieces(markdown), names),
  ];
  return unique(locate(found, markdown));
}

/** Finds names in the text of a PDF (src/files/documents/pdf-text.ts). The line of a place is the number of its page. */
export function findNamesInPages(text: string, names: NameIndex): NameInFile[] {
  return pagesOf(text).flatMap((page, index) =>
    findNames([{ text: page, start: 0 }], names).map(({ name }) => {
      return { name, line: index + 1, column: 1 };
    }),
  );
}

/** The text of cues without markup, a line break between two. */
function* cuePieces(cues: readonly Cue[], starts: readonly number[]): Generator<TextPiece> {
  for (const [index, cue] of cues.entries()) {
    const start = starts[index] ?? 0;
    yield* withoutTags(cue.text, start);
    yield { text: "\n", start: start + cue.text.length };
  }
}

/** Ruby text with its tag, any other tag, or the beginning of a character reference. Takes linear time. */
const markup = /<rt(?![^\s.>])[^<>]*>[^<]*|<[^<>]*>|&/g;
/** Tags that separate words: a voice, a line break or a block. */
const separatingTag = /^<\/?(?:v|br|p|div|li|td|th|tr|h[1-6])(?![^\s./>])/i;

/** A text without tags and with its character references decoded. */
function* withoutTags(text: string, start: number): Generator<TextPiece> {
  const pattern = new RegExp(markup);
  let position = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    const reference = found === "&" ? consumeCharacterReference(text, match.index) : undefined;
    const end = reference?.position ?? match.index + found.length;
    yield { text: text.slice(position, match.index), start: start + position };
    if (found === "&") {
      yield { text: reference?.text ?? "&", start: start + match.index, isDecoded: true };
    } else if (separatingTag.test(found)) {
      yield { text: " ", start: start + match.index };
    }
    position = end;
    pattern.lastIndex = end;
  }
  yield { text: text.slice(position), start: start + position };
}

const encoded = /(?:%[0-9a-f]{2})+|&/gi;

/** A text as it is written, with its character references and percent-encoded characters decoded. */
function* sourcePieces(text: string): Generator<TextPiece> {
  const pattern = new RegExp(encoded);
  let position = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    const start = match.index;
    const reference = found === "&" ? consumeCharacterReference(text, start) : undefined;
    const end = reference?.position ?? start + found.length;
    yield { text: text.slice(position, start), start: position };
    const decoded = reference?.text ?? decodePercent(found);
    yield { text: decoded, start, isDecoded: true };
    position = end;
    pattern.lastIndex = end;
  }
  yield { text: text.slice(position), start: position };
}

/** The text that a document's page shows, and that of HTML in it without its tags. */
function* shownPieces(markdown: string): Generator<TextPiece> {
  const events = parseMarkdown(markdown);
  if (events === undefined) return;
  for (const { text, start, type } of textParts(events)) {
    if (type === "htmlTextData") continue;
    if (type === "htmlFlowData") yield* withoutTags(text, start);
    else yield { text, start, isDecoded: type === "characterReference" };
  }
}

/** Adds lines and columns. */
function locate(found: readonly FoundName[], text: string): NameInFile[] {
  const lineStarts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) {
    lineStarts.push(lineBreak.index + lineBreak[0].length);
  }
  return found.map(({ name, start }) => {
    const line = lastAtMost(lineStarts, start);
    return { name, line: line + 1, column: start - (lineStarts[line] ?? 0) + 1 };
  });
}

/** The index of the last number that is at most a value, in ascending numbers that begin with 0. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One place for each name and line, in order. */
function unique(found: readonly NameInFile[]): NameInFile[] {
  const byLine = new Map<string, NameInFile>();
  for (const place of found) {
    const key = `${place.line} ${place.name}`;
    if (!byLine.has(key)) byLine.set(key, place);
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
