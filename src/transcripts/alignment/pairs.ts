/** A film's text in two languages, side by side. */

import { paragraphText } from "../../captions/join-lines.ts";
import type { SpokenText, TranscriptSource } from "../formats/format.ts";
import { paragraphsOf } from "../formats/lines.ts";
import { endsSentence, type Paragraph, type Segment } from "../paragraphs.ts";
import { alignByTime } from "./align.ts";

/** A segment, and the paragraph that it is a part of. */
export interface PairedText extends Segment {
  paragraph: Paragraph;
  /** Whether the paragraph begins with it. */
  opens: boolean;
}

/** What belongs together, as finely as times tell; one side may be empty. */
export interface Pair {
  startTime: number;
  endTime: number;
  first: PairedText[];
  second: PairedText[];
}

/** A row of a page: a piece of the first text, and what stands for it in the second. */
export interface PairedParagraphs {
  startTime: number;
  first: PairedParagraph[];
  second: PairedParagraph[];
}

/** A paragraph, or the part of one that stands in a row. */
export interface PairedParagraph extends Paragraph {
  /** Whether it is the paragraph's beginning. */
  opens: boolean;
}

/** The rows under a chapter's heading, which is in both languages; the first may have none. */
export interface PairedChapter {
  names: string[];
  rows: PairedParagraphs[];
}

/** The pair's texts, cut where times say that both go on to something new. */
export function pairsOf(source: TranscriptSource, secondary: SpokenText): Pair[] {
  const first = piecesOf(source, source);
  const second = piecesOf(secondary, source);
  return alignByTime(first, second).map((bead) => {
    const sides = { first: first.slice(...bead.first), second: second.slice(...bead.second) };
    const all = [...sides.first, ...sides.second];
    return {
      startTime: Math.min(...all.map(({ startTime }) => startTime)),
      endTime: Math.max(...all.map(({ endTime }) => endTime)),
      ...sides,
    };
  });
}

function piecesOf(text: SpokenText, { options }: TranscriptSource): PairedText[] {
  return paragraphsOf(text, options).flatMap((paragraph) =>
    paragraph.segments.map((segment, index) => ({ ...segment, paragraph, opens: index === 0 })),
  );
}

/**
 * The pair's texts in rows, by chapter.
 * @param rowsAre how long the rows are: as the first text's paragraphs, or as its sentences, as far as
 *   times tell them apart
 */
export function pairedChapters(
  source: TranscriptSource,
  secondary: SpokenText,
  rowsAre: "paragraphs" | "sentences" = "paragraphs",
): PairedChapter[] {
  const chapters: { names: string[]; rows: Pair[] }[] = [];
  let reached = -1;
  for (const pair of pairsOf(source, secondary)) {
    const chapter = Math.max(
      chapterOpened(pair.first, source),
      chapterOpened(pair.second, secondary),
    );
    if (chapter > reached || chapters.length === 0) {
      reached = Math.max(reached, chapter);
      const names = [source, secondary].map(({ chapters }) => chapters[chapter]?.name ?? "");
      chapters.push({ names: [...new Set(names)].filter(Boolean), rows: [] });
    }
    const rows = chapters.at(-1)?.rows ?? [];
    const leading = pair.first.length > 0 ? pair.first : pair.second;
    const last = rows.at(-1);
    const before = last?.first.at(-1) ?? last?.second.at(-1);
    const ends = rowsAre === "sentences" && endsSentence(before?.text ?? "");
    if (last === undefined || ends || leading.some(({ opens }) => opens)) rows.push(pair);
    else {
      last.first.push(...pair.first);
      last.second.push(...pair.second);
    }
  }
  return chapters.map(({ names, rows }) => ({
    names,
    rows: rows.map(({ startTime, first, second }) => ({
      startTime,
      first: paragraphsFrom(first),
      second: paragraphsFrom(second),
    })),
  }));
}

/** The last chapter that pieces open, by its place in the list; -1 where they open none. */
function chapterOpened(pieces: readonly PairedText[], { chapters }: SpokenText): number {
  const names = pieces.filter(({ opens }) => opens).map(({ paragraph }) => paragraph.chapter);
  return Math.max(
    -1,
    ...names.map((name) => chapters.findLastIndex((other) => other.name === name)),
  );
}

/** Pieces as the paragraphs that they are of, as far as they reach. */
function paragraphsFrom(pieces: readonly PairedText[]): PairedParagraph[] {
  const found: { of: Paragraph; part: PairedParagraph }[] = [];
  for (const { paragraph, opens, ...segment } of pieces) {
    const last = found.at(-1);
    if (last?.of === paragraph) last.part.segments.push(segment);
    else {
      const { speaker } = paragraph;
      const part = { startTime: segment.startTime, segments: [segment], opens };
      found.push({ of: paragraph, part: speaker === undefined ? part : { ...part, speaker } });
    }
  }
  return found.map(({ part }) => part);
}

/** Pieces as one line of text. */
export const plainTextOf = (pieces: readonly PairedText[]) => paragraphText({ segments: pieces });

/** Everyone who speaks in a pair; by the names of the second text where the first has none. */
export function speakersOf({ first, second }: Pair): string {
  const names = (pieces: readonly PairedText[]) =>
    [...new Set(pieces.map(({ paragraph }) => paragraph.speaker))].filter(Boolean).join(", ");
  return names(first) || names(second);
}
