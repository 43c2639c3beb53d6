import { joinSegments, pairsOf, speakerNames } from "../alignment/pairs.ts";
import type { SpokenText, TranscriptFormat, TranscriptSource } from "./format.ts";
import { paragraphsOf } from "./lines.ts";

/**
 * A table with a row for each cue and speaker (RFC 4180): `start` and `end` in seconds, `chapter`, `speaker`,
 * `text`. The byte order mark tells Excel that it is UTF-8. No cell is a formula.
 */
export const csvFormat: TranscriptFormat = {
  extension: "csv",
  contentType: "text/csv; charset=utf-8; header=present",
  saved: true,
  render(source) {
    if (source.secondary !== undefined) return pairTable(source, source.secondary);
    const rows: string[][] = [];
    let chapter = "";
    for (const paragraph of paragraphsOf(source, source.options)) {
      chapter = paragraph.chapter ?? chapter;
      for (const { startTime, endTime, text } of paragraph.segments) {
        rows.push([...timeCells(startTime, endTime), chapter, paragraph.speaker ?? "", text]);
      }
    }
    return table(["start", "end", "chapter", "speaker", "text"], rows, source.options.speakers);
  },
};

/** A pair has a row for each group of segments, and a column for each language, named by its tag. */
function pairTable(source: TranscriptSource, secondary: SpokenText): string {
  let chapter = "";
  const rows = pairsOf(source, secondary).map((pair) => {
    const { startTime, endTime, first, second } = pair;
    chapter = first.find(({ paragraph }) => paragraph.chapter)?.paragraph.chapter ?? chapter;
    const texts = [joinSegments(first), joinSegments(second)];
    return [...timeCells(startTime, endTime), chapter, speakerNames(pair), ...texts];
  });
  const head = ["start", "end", "chapter", "speaker", source.language, secondary.language];
  return table(head, rows, source.options.speakers);
}

/** Times as cells: seconds, exact to the millisecond. */
function timeCells(startTime: number, endTime: number): [string, string] {
  const seconds = (time: number) => String(Math.round(Math.max(0, time) * 1000) / 1000);
  return [seconds(startTime), seconds(endTime)];
}

/** A header and rows as CSV, with or without the column of speakers. */
function table(head: string[], rows: readonly string[][], speakers: boolean): string {
  const hidden = speakers ? -1 : head.indexOf("speaker");
  return csvTable([head, ...rows].map((row) => row.filter((_, column) => column !== hidden)));
}

/** Rows as CSV (RFC 4180). The byte order mark tells Excel that it is UTF-8; other programs may take it for text. */
export function csvTable(
  rows: readonly (readonly string[])[],
  { hasByteOrderMark = true } = {},
): string {
  const lines = rows.map((row) => `${row.map(cell).join(",")}\r\n`);
  return (hasByteOrderMark ? "\uFEFF" : "") + lines.join("");
}

/** A field (RFC 4180, section 2). */
function cell(value: string): string {
  const safe = guardFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Spreadsheets read a cell that begins with one of these characters as a formula, also after white space and in
 * full width; an apostrophe before it makes it text. The dash before what someone says becomes an en dash, which
 * begins no formula and reads the same.
 */
function guardFormula(value: string): string {
  if (!/^\s*[=+\-@\t\r＝＋－＠]/.test(value)) return value;
  return isSpokenAfterDash(value)
    ? value.replace(
        /^(\s*)(-+)/,
        (_, space: string, dashes: string) => space + dashes.replaceAll("-", "–"),
      )
    : `'${value}`;
}

/** Whether words follow the dash, with no call of a function and no command of a formula in them. */
function isSpokenAfterDash(value: string): boolean {
  return (
    /^[^\S\t\r]*-+\s*[\p{L}\p{M}¿¡“«"'([]/u.test(value) && !/[\p{L}\d_.]\(|[|\t\r]/u.test(value)
  );
}
