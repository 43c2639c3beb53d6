import { joinSegments, pairsOf, speakerNames } from "../alignment/pairs.ts";
import type { SpokenText, TranscriptFormat, TranscriptSource } from "./format.ts";
import { paragraphsOf } from "./lines.ts";

/**
 * For programs: the transcript in segments. The schema is in docs/transcripts.md; `version` and `segments` are
 * those of the podcast namespace's JSON transcripts, so that podcast players can read it.
 */
export const jsonFormat: TranscriptFormat = {
  extension: "json",
  contentType: "application/json; charset=utf-8",
  render(source) {
    if (source.secondary !== undefined) return pairDocument(source, source.secondary);
    const segments = paragraphsOf(source, source.options).flatMap((paragraph, index) =>
      paragraph.segments.map(({ startTime, endTime, text, sound }) => ({
        startTime,
        endTime,
        speaker: paragraph.speaker,
        body: text,
        sound,
        paragraph: index,
      })),
    );
    return writeDocument(
      { ...metadata(source), inLanguage: source.language, origin: source.origin },
      segments,
    );
  },
};

/** A pair: each group of segments has its text by language; a language without text there is left out. */
function pairDocument(source: TranscriptSource, secondary: SpokenText): string {
  const segments = pairsOf(source, secondary).map((pair) => {
    const { startTime, endTime, first, second } = pair;
    const sides = [
      [source.language, joinSegments(first)] as const,
      [secondary.language, joinSegments(second)] as const,
    ];
    const body = Object.fromEntries(sides.filter(([, text]) => text !== ""));
    return { startTime, endTime, speaker: speakerNames(pair) || undefined, body };
  });
  const inLanguage = [source.language, secondary.language];
  return writeDocument(
    { ...metadata(source), inLanguage, origin: [source.origin, secondary.origin] },
    segments,
  );
}

/** The metadata of a transcript. */
function metadata(source: TranscriptSource) {
  const { name, publisher, watchUrl, datePublished, license, copyrightHolder, chapters } = source;
  return {
    version: "1.0.0",
    name,
    publisher,
    url: watchUrl,
    datePublished,
    license,
    copyrightHolder,
    translator: source.translator,
    chapters,
  };
}

/** The document with each segment on a line, so that people can read it and compare versions. */
function writeDocument(head: object, segments: readonly object[]): string {
  const lines = segments.map((segment) => `    ${JSON.stringify(segment)}`);
  const opening = JSON.stringify(head, undefined, 2).slice(0, -2);
  return `${opening},\n  "segments": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
