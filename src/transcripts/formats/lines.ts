/** What all transcript formats share: paragraphs, runs, links and header lines. */

import { joinLines, separatorBetween } from "../../captions/join-lines.ts";
import { momentParameter } from "../../records/moment.ts";
import { type Paragraph, type Segment, transcriptFromCues } from "../paragraphs.ts";
import type { SpokenText, TranscriptOptions, TranscriptSource } from "./format.ts";

/** The text in paragraphs, without speakers if the options say so. */
export function paragraphsOf(text: SpokenText, { speakers }: TranscriptOptions): Paragraph[] {
  const { paragraphs } = transcriptFromCues(text.cues, text.chapters, text.speakers);
  if (speakers) return paragraphs;
  return paragraphs.map(({ speaker: _, ...paragraph }) => paragraph);
}

/** A part of a paragraph that is either speech or a sound description. */
export interface Run {
  /** The separator before it. */
  separator: "" | " ";
  text: string;
  sound: boolean;
}

/** Joins consecutive segments of speech, and consecutive sound descriptions. */
export function groupIntoRuns(segments: readonly Segment[]): Run[] {
  const runs: (Run & { parts: string[] })[] = [];
  let before = "";
  for (const { text, sound = false } of segments) {
    const separator = separatorBetween(before, text);
    const last = runs.at(-1);
    if (last !== undefined && last.sound === sound) last.parts.push(separator, text);
    else runs.push({ separator: separator, text, sound, parts: [text] });
    before = text;
  }
  return runs.map(({ parts, ...run }) => ({ ...run, text: parts.join("") }));
}

/** The address of a moment of a film: adds the parameter `t`. */
export function momentUrl(watchUrl: string, seconds: number): string {
  const [address = "", fragment] = watchUrl.split("#", 2);
  const url = `${address}${address.includes("?") ? "&" : "?"}t=${momentParameter(seconds)}`;
  return fragment === undefined ? url : `${url}#${fragment}`;
}

/** The header of a text file: names, publisher, address, license, notices of machine-made text. */
export function headerLines(source: TranscriptSource): string[] {
  return [...filmNames(source), source.publisher, ...factLines(source)]
    .map(joinLines)
    .filter(Boolean);
}

/** The film's name, and its name in the second language of a pair if that differs. */
export function filmNames({ name, secondary }: TranscriptSource): string[] {
  return [...new Set([name, secondary?.name ?? name])];
}

/** The film's address, its license, and notices of machine-made text. */
function factLines(source: TranscriptSource): string[] {
  const { labels, license, watchUrl } = source;
  const lines = [`${labels.source}: ${watchUrl}`];
  if (license !== undefined) lines.push(`${labels.license}: ${license}`);
  return [...lines, ...machineMadeNotices(source)];
}

/** A notice for each machine-made text; in a pair, with its language. */
export function machineMadeNotices(source: TranscriptSource): string[] {
  const { labels, secondary } = source;
  const texts = secondary === undefined ? [source] : [source, secondary];
  return texts
    .filter(({ origin }) => origin === "machine")
    .map(({ languageName }) =>
      secondary === undefined ? labels.machineMade : `${languageName}: ${labels.machineMade}`,
    );
}
