import { parseCueRows } from "../captions/cue-rows.ts";
import { separatorBetween } from "../captions/join-lines.ts";
import { pagesOf, pdfsOf } from "../files/documents/pdf-text.ts";
import { normalizeText } from "../i18n/normalize.ts";
import { plainTextOfMarkdown } from "../markdown/plain-text.ts";
import type { SearchedText } from "../records/views.ts";
import { encodeText, partStart } from "./index-text.ts";
import { firstPdf, type Speech } from "./speech.ts";

/**
 * The longest part of a stored text, in UTF-16 code units: a long cue has its time several times, so that
 * it is found near each of its words. Our choice; `bytesBefore` in src/storage/search/places.ts must be longer.
 */
const maxPartLength = 150;

/**
 * The transcript or document of a row of the index, and what its PDFs say, with the times of cues.
 * @param speech what is said, if it is a film's (`readSpeech`)
 * @param maxSize in bytes; what is beyond is left out
 */
export function encodeBody(
  texts: readonly SearchedText[],
  speech: Speech | undefined,
  maxSize: number,
): string {
  let body = "";
  for (const part of partsOf(texts, speech)) {
    body += part;
    if (body.length > maxSize) break;
  }
  // A code unit takes three bytes at most.
  const bytes = new Uint8Array(Math.max(0, Math.min(maxSize, 3 * body.length)));
  const { read } = encoder.encodeInto(body, bytes);
  return read === body.length ? body : body.slice(0, body.lastIndexOf(partStart, read));
}

/** The size of a text in UTF-8, in bytes. */
export const sizeOf = (text: string): number => encoder.encode(text).length;
const encoder = new TextEncoder();

/** The words of a text, for what is indexed besides it. */
export function plainText(text: SearchedText): string {
  if (text.format === "markdown") return plainTextOfMarkdown(text.body);
  if (text.format === "pdf") return pdfsOf(text.body).flatMap(pagesOf).join("\n");
  return parseCueRows(text.body)
    .map(([, , words]) => words)
    .join("\n");
}

function* partsOf(texts: readonly SearchedText[], speech: Speech | undefined): Generator<string> {
  if (speech !== undefined) yield* cueParts(speech);
  for (const text of texts) {
    if (text.format === "markdown") yield* documentParts(text);
    if (text.format === "pdf") yield* pdfParts(text, speech !== undefined);
  }
}

/** Longer than a passage: none has words of a film and of a PDF, or of two. */
const betweenFiles = " ".repeat(250);

/**
 * The pages of PDFs. What is a cue's time in a film, in seconds, is here the number of the page; what is the number of
 * a speaker is that of the PDF.
 */
function* pdfParts({ body }: SearchedText, isAfterSpeech: boolean): Generator<string> {
  for (const [number, text] of pdfsOf(body).entries()) {
    if (isAfterSpeech || number > 0) yield betweenFiles;
    for (const [index, page] of pagesOf(text).entries()) {
      for (const part of splitLongText(index > 0 ? `\n${page}` : page)) {
        if (part.trim() !== "") yield encodeText(part, index + 1, firstPdf + number);
      }
    }
  }
}

function* documentParts({ body }: SearchedText): Generator<string> {
  for (const part of splitLongText(normalizeText(plainTextOfMarkdown(body)))) {
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
