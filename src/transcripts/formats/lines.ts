/** What all transcript formats share: paragraphs, runs, links and header lines. */

import { joinLines, separatorBetween } from "../../captions/join-lines.ts";
import { momentParameter } from "../../records/moment.ts";
import { licenseUrl } from "../../records/schema/license.ts";
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
  const facts = rightsOf(source).map(({ label, value, url }) =>
    [`${label}: ${value}`, url].filter((part) => part !== undefined).join(" "),
  );
  return [`${source.labels.source}: ${source.watchUrl}`, ...facts, ...machineMadeNotices(source)];
}

/** A fact about the film that every transcript with a header tells. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Where the license can be read. */
  readonly url?: string | undefined;
}

/** What of a source says who may do what with it. */
export interface RightsSource
  extends Pick<TranscriptSource, "copyrightHolder" | "license" | "published">,
    Pick<SpokenText, "languageName" | "translator"> {
  readonly labels: Pick<TranscriptSource["labels"], "license" | "published" | "translator">;
  readonly secondary?: Pick<SpokenText, "languageName" | "translator"> | undefined;
}

/** When the film was published, who translated its texts, and what others may do with it. */
export function rightsOf(source: RightsSource): Fact[] {
  const { labels, license, copyrightHolder, published, secondary } = source;
  const holder = copyrightHolder === undefined ? undefined : `© ${copyrightHolder}`;
  const rights = [license, holder].filter((part) => part !== undefined).join(" · ");
  return [
    ...(published === undefined ? [] : [{ label: labels.published, value: published }]),
    ...[source, secondary].flatMap((text) =>
      text?.translator === undefined
        ? []
        : [{ label: labels.translator, value: `${text.translator} (${text.languageName})` }],
    ),
    ...(rights === "" ? [] : [{ label: labels.license, value: rights, url: licenseUrl(license) }]),
  ];
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
