import { parseCueRows } from "../captions/cue-rows.ts";
import { separatorBetween } from "../captions/join-lines.ts";
import { pagesOf } from "../files/documents/pdf-text.ts";
import { plainTextOfMarkdown } from "../markdown/plain-text.ts";
import type { SearchedText } from "../records/views.ts";
import { encodeText } from "./index-text.ts";
import type { Speech } from "./speech.ts";

/**
 * The longest part of a stored text, in UTF-16 code units: a long cue has its time several times, so that
 * it is found near each of its words. Our choice; `bytesBefore` in src/storage/search/places.ts must be longer.
 */
const maxPartLength = 150;

/**
 * The transcript or document of a row of the index, with the times of its cues.
 * @param speech what is said, if it is a film's (`readSpeech`)
 * @param maxSize in bytes; what is beyond is left out
 */
export function encodeBody(
  text: SearchedText | undefined,
  speech: Speech | undefined,
  maxSize: number,
): string {
  if (text === undefined) return "";
  let body = "";
  let size = 0;
  for (const part of partsOf(text, speech)) {
    size += sizeOf(part);
    if (size > maxSize) break;
    body += part;
  }
  return body;
}

/** The size of a text in UTF-8, in bytes. */
export const sizeOf = (text: string): number => encoder.encode(text).length;
const encoder = new TextEncoder();

/** The words of a transcript or document, for what is indexed besides it. */
export function plainText(text: SearchedText | undefined): string {
  if (text === undefined) return "";
  if (text.format === "markdown") return plainTextOfMarkdown(text.body);
  if (text.format === "pdf") return pagesOf(text.body).join("\n");
  return parseCueRows(text.body)
    .map(([, , words]) => words)
    .join("\n");
}

function partsOf(text: SearchedText, speech: Speech | undefined): Generator<string> {
  if (speech !== undefined) return cueParts(speech);
  return text.format === "pdf" ? pdfParts(text) : documentParts(text);
}

/** The pages of a PDF. What is a cue's time in a film, in seconds, is here the number of the page. */
function* pdfParts({ body }: SearchedText): Generator<string> {
  for (const [index, page] of pagesOf(body).entries()) {
    for (const part of splitLongText(page)) {
      if (part.trim() !== "") yield encodeText(part, index + 1);
    }
  }
}

function* documentParts({ body }: SearchedText): Generator<string> {
  for (const part of splitLongText(plainTextOfMarkdown(body).normalize("NFC"))) {
    yield encodeText(part);
  }
}

/** The cues with their times and speakers. */
function* cueParts({ cues }: Speech): Generator<string> {
  let last = "";
  for (const { startTime, text, speaker } of cues) {
    const separated = separatorBetween(last, text) + text;
    for (const part of splitLongText(separated)) yield encodeText(part, startTime, speaker);
    last = text;
  }
}

/** Splits a text after white space, or between two words' characters in a script without spaces. */
function splitLongText(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > maxPartLength) {
    const end = start + maxPartLength;
    const space = text.slice(start, end).search(/\s\S*$/);
    const cut = space >= 0 ? start + space + 1 : characterStart(text, end);
    parts.push(text.slice(start, cut > start ? cut : end));
    start = cut > start ? cut : end;
  }
  parts.push(text.slice(start));
  return parts;
}

/** The nearest offset before that separates no letter from its marks and no surrogate pair. */
export function characterStart(text: string, offset: number): number {
  let whole = offset;
  while (whole > 0 && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(whole, whole + 1))) whole -= 1;
  return whole;
}
