import { pairsOf, plainTextOf, speakersOf } from "../alignment/pairs.ts";
import type { SpokenText, TranscriptFormat, TranscriptSource } from "./format.ts";
import { paragraphsOf } from "./lines.ts";

/**
 * For programs: what is said, segment by segment. The schema stands in docs/transcripts.md; `version` and
 * `segments` are those of the podcast namespace's transcripts, so that podcast players read it too.
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
    return written(
      { ...facts(source), inLanguage: source.language, origin: source.origin },
      segments,
    );
  },
};

/** A pair: what belongs together has its text by language; a language that says nothing there is left out. */
function pairDocument(source: TranscriptSource, secondary: SpokenText): string {
  const segments = pairsOf(source, secondary).map((pair) => {
    const { startTime, endTime, first, second } = pair;
    const sides = [
      [source.language, plainTextOf(first)] as const,
      [secondary.language, plainTextOf(second)] as const,
    ];
    const body = Object.fromEntries(sides.filter(([, text]) => text !== ""));
    return { startTime, endTime, speaker: speakersOf(pair) || undefined, body };
  });
  const inLanguage = [source.language, secondary.language];
  return written(
    { ...facts(source), inLanguage, origin: [source.origin, secondary.origin] },
    segments,
  );
}

/** What the transcript says of itself. */
function facts(source: TranscriptSource) {
  const { name, publisher, watchUrl, datePublished, license, chapters } = source;
  return { version: "1.0.0", name, publisher, url: watchUrl, datePublished, license, chapters };
}

/** The document, a segment a line: it can be read, and two versions of it compared. */
function written(head: object, segments: readonly object[]): string {
  const lines = segments.map((segment) => `    ${JSON.stringify(segment)}`);
  const opening = JSON.stringify(head, undefined, 2).slice(0, -2);
  return `${opening},\n  "segments": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
