/** A transcript as a reader wants it, before any format writes it. */

import { joinLines, separatorBetween } from "../../captions/join-lines.ts";
import { momentParameter } from "../../records/moment.ts";
import { type Paragraph, type Segment, transcriptFromCues } from "../paragraphs.ts";
import type { SpokenText, TranscriptOptions, TranscriptSource } from "./format.ts";

/** What is said, in paragraphs; without speakers where the reader wants none. */
export function paragraphsOf(text: SpokenText, { speakers }: TranscriptOptions): Paragraph[] {
  const { paragraphs } = transcriptFromCues(text.cues, text.chapters);
  if (speakers) return paragraphs;
  return paragraphs.map(({ speaker: _, ...paragraph }) => paragraph);
}

/** A stretch of a paragraph that is spoken, or that describes a sound and is marked so. */
export interface Run {
  /** What stands between it and the run before. */
  joint: "" | " ";
  text: string;
  sound: boolean;
}

/** Segments as running text in as few runs as there are changes between speech and sound. */
export function groupIntoRuns(segments: readonly Segment[]): Run[] {
  const runs: (Run & { parts: string[] })[] = [];
  let before = "";
  for (const { text, sound = false } of segments) {
    const mark = separatorBetween(before, text);
    const last = runs.at(-1);
    if (last !== undefined && last.sound === sound) last.parts.push(mark, text);
    else runs.push({ joint: mark, text, sound, parts: [text] });
    before = text;
  }
  return runs.map(({ parts, ...run }) => ({ ...run, text: parts.join("") }));
}

/** The address of a moment of a film: `t` is added to whatever the address asks already. */
export function momentUrl(watchUrl: string, seconds: number): string {
  const [address = "", fragment] = watchUrl.split("#", 2);
  const url = `${address}${address.includes("?") ? "&" : "?"}t=${momentParameter(seconds)}`;
  return fragment === undefined ? url : `${url}#${fragment}`;
}

/** What a transcript says of itself, a line each: names, publisher, address, a machine's work. */
export function headerLines(source: TranscriptSource): string[] {
  return [...filmNames(source), source.publisher, ...factLines(source)]
    .map(joinLines)
    .filter(Boolean);
}

/** The film's name, and its name in the second language of a pair where that is another. */
export function filmNames({ name, secondary }: TranscriptSource): string[] {
  return [...new Set([name, secondary?.name ?? name])];
}

/** Where the film is, under which licence, and whether a machine wrote any of the texts. */
function factLines(source: TranscriptSource): string[] {
  const { labels, license, watchUrl } = source;
  const lines = [`${labels.source}: ${watchUrl}`];
  if (license !== undefined) lines.push(`${labels.licence}: ${license}`);
  return [...lines, ...machineMadeNotices(source)];
}

/** Says of each text that a machine wrote; of a pair, which of the two. */
export function machineMadeNotices(source: TranscriptSource): string[] {
  const { labels, secondary } = source;
  const texts = secondary === undefined ? [source] : [source, secondary];
  return texts
    .filter(({ origin }) => origin === "machine")
    .map(({ languageName }) =>
      secondary === undefined ? labels.machineMade : `${languageName}: ${labels.machineMade}`,
    );
}
