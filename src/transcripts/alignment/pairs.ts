/** Aligns a film's text in two languages, for display side by side. */

import { paragraphText } from "../../captions/join-lines.ts";
import type { SpokenText, TranscriptSource } from "../formats/format.ts";
import { paragraphsOf } from "../formats/lines.ts";
import { endsSentence, type Paragraph, type Segment } from "../paragraphs.ts";
import { alignByTime } from "./align.ts";

/** A segment, and the paragraph that contains it. */
export interface PairedSegment extends Segment {
  paragraph: Paragraph;
  /** Whether it is the paragraph's first segment. */
  startsParagraph: boolean;
}

/** The smallest groups of segments that correspond to each other by their times; one side may be empty. */
export interface Pair {
  startTime: number;
  endTime: number;
  first: PairedSegment[];
  second: PairedSegment[];
}

/** A row of a page: a part of the first text, and the corresponding part of the second. */
export interface PairedRow {
  startTime: number;
  first: PairedParagraph[];
  second: PairedParagraph[];
}

/** A paragraph, or the part of a paragraph that is in a row. */
export interface PairedParagraph extends Paragraph {
  /** Whether it includes the beginning of the paragraph. */
  isStart: boolean;
}

/** The rows of a chapter, with its name in both languages; rows before the first chapter have no name. */
export interface PairedChapter {
  names: string[];
  rows: PairedRow[];
}

/** The pairs of sources that were aligned: a class pack writes the same pair in several formats. */
const alignedPairs = new WeakMap<TranscriptSource, { secondary: SpokenText; pairs: Pair[] }>();

/** Aligns the two texts: the groups of segments that correspond to each other, in order of time. */
export function pairsOf(source: TranscriptSource, secondary: SpokenText): Pair[] {
  let aligned = alignedPairs.get(source);
  if (aligned?.secondary !== secondary) {
    aligned = { secondary, pairs: alignTexts(source, secondary) };
    alignedPairs.set(source, aligned);
  }
  // Copies, because rows are put together from them.
  return aligned.pairs.map((pair) => ({
    ...pair,
    first: [...pair.first],
    second: [...pair.second],
  }));
}

function alignTexts(source: TranscriptSource, secondary: SpokenText): Pair[] {
  const first = segmentsOf(source, source);
  const second = segmentsOf(secondary, source);
  return alignByTime(first, second).map((bead) => {
    const sides = { first: first.slice(...bead.first), second: second.slice(...bead.second) };
    let [startTime, endTime] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const segments of [sides.first, sides.second]) {
      for (const segment of segments) {
        startTime = Math.min(startTime, segment.startTime);
        endTime = Math.max(endTime, segment.endTime);
      }
    }
    return { startTime, endTime, ...sides };
  });
}

function segmentsOf(text: SpokenText, { options }: TranscriptSource): PairedSegment[] {
  return paragraphsOf(text, options).flatMap((paragraph) =>
    paragraph.segments.map((segment, index) => ({
      ...segment,
      paragraph,
      startsParagraph: index === 0,
    })),
  );
}

/**
 * The pair's texts in rows, by chapter.
 * @param rowUnit whether a row ends with a paragraph or with a sentence of the first text; a sentence can only
 *   end a row where the times allow it
 */
export function pairedChapters(
  source: TranscriptSource,
  secondary: SpokenText,
  rowUnit: "paragraphs" | "sentences" = "paragraphs",
): PairedChapter[] {
  const chapters: { names: string[]; rows: Pair[] }[] = [];
  let currentChapter = -1;
  for (const pair of pairsOf(source, secondary)) {
    const chapter = Math.max(
      findStartedChapter(pair.first, source),
      findStartedChapter(pair.second, secondary),
    );
    if (chapter > currentChapter || chapters.length === 0) {
      currentChapter = Math.max(currentChapter, chapter);
      const names = [source, secondary].map(({ chapters }) => chapters[chapter]?.name ?? "");
      chapters.push({ names: [...new Set(names)].filter(Boolean), rows: [] });
    }
    const rows = chapters.at(-1)?.rows ?? [];
    const leading = pair.first.length > 0 ? pair.first : pair.second;
    const last = rows.at(-1);
    const previousSegment = last?.first.at(-1) ?? last?.second.at(-1);
    const isSentenceEnd = rowUnit === "sentences" && endsSentence(previousSegment?.text ?? "");
    if (
      last === undefined ||
      isSentenceEnd ||
      leading.some(({ startsParagraph }) => startsParagraph)
    )
      rows.push(pair);
    else {
      last.first.push(...pair.first);
      last.second.push(...pair.second);
    }
  }
  return chapters.map(({ names, rows }) => ({
    names,
    rows: rows.map(({ startTime, first, second }) => ({
      startTime,
      first: groupByParagraph(first),
      second: groupByParagraph(second),
    })),
  }));
}

/** The index of the last chapter that starts with one of the segments; -1 if none does. */
function findStartedChapter(segments: readonly PairedSegment[], { chapters }: SpokenText): number {
  let last = -1;
  for (const { startsParagraph, paragraph } of segments) {
    if (!startsParagraph || paragraph.chapter === undefined) continue;
    const found = chapters.findLastIndex(({ name }) => name === paragraph.chapter);
    last = Math.max(last, found);
  }
  return last;
}

/** Groups segments by their paragraphs, which may be incomplete. */
function groupByParagraph(segments: readonly PairedSegment[]): PairedParagraph[] {
  const found: { of: Paragraph; part: PairedParagraph }[] = [];
  for (const { paragraph, startsParagraph, ...segment } of segments) {
    const last = found.at(-1);
    if (last?.of === paragraph) last.part.segments.push(segment);
    else {
      const { speaker } = paragraph;
      const part = { startTime: segment.startTime, segments: [segment], isStart: startsParagraph };
      found.push({ of: paragraph, part: speaker === undefined ? part : { ...part, speaker } });
    }
  }
  return found.map(({ part }) => part);
}

/** The text of segments on one line. */
export const joinSegments = (segments: readonly PairedSegment[]) => paragraphText({ segments });

/** The names of all speakers in a pair, from the first text, or from the second if the first has none. */
export function speakerNames({ first, second }: Pair): string {
  const names = (segments: readonly PairedSegment[]) =>
    [...new Set(segments.map(({ paragraph }) => paragraph.speaker))].filter(Boolean).join(", ");
  return names(first) || names(second);
}
