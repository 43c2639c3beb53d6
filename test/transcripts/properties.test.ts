import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { parseWebVtt } from "../../src/captions/webvtt/webvtt.ts";
import { pairsOf } from "../../src/transcripts/alignment/pairs.ts";
import type { SpokenText, TranscriptSource } from "../../src/transcripts/formats/format.ts";
import { transcriptFormats } from "../../src/transcripts/formats/formats.ts";
import { paragraphsOf } from "../../src/transcripts/formats/lines.ts";
import { escapeMarkup } from "../../src/transcripts/formats/markup.ts";
import { stackedCues } from "../../src/transcripts/formats/stacked.ts";
import { anyCharacter } from "../support/any-character.ts";
import { source } from "./source.ts";

const words = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.stringMatching(/^[<>&"'=\-|\r\n\t [\]()*_#vA-Cก-ขا-ت]{0,20}$/),
);
const cue = fc
  .record({
    startTime: fc.double({ min: 0, max: 90, noNaN: true }),
    length: fc.double({ min: 0, max: 8, noNaN: true }),
    text: words,
  })
  .map(({ startTime, length, text }) => ({ startTime, endTime: startTime + length, text }));
const chapters = fc.array(fc.record({ startTime: fc.nat(90), name: words }), { maxLength: 4 });
const spoken: fc.Arbitrary<SpokenText> = fc.record({
  name: words,
  language: fc.constantFrom("en", "es-MX", "ar", "th", "vi"),
  languageName: words,
  direction: fc.constantFrom("ltr" as const, "rtl" as const),
  origin: fc.constantFrom("human" as const, "machine" as const),
  cues: fc.array(cue, { maxLength: 12 }),
  chapters,
});
const sources: fc.Arbitrary<TranscriptSource> = fc
  .record({
    spoken,
    secondary: fc.option(spoken, { nil: undefined }),
    options: fc.record({ times: fc.boolean(), speakers: fc.boolean() }),
    license: words,
    datePublished: words,
  })
  .map(({ spoken: text, secondary, ...more }) =>
    source({ ...text, ...more, ...(secondary === undefined ? {} : { secondary }) }),
  );

function render(extension: string, from: TranscriptSource): string {
  const written = transcriptFormats.get(extension)?.render(from) ?? "";
  return typeof written === "string" ? written : strFromU8(written);
}

test("every format accepts any text, and gives the same output each time", () => {
  fc.assert(
    fc.property(sources, (from) => {
      for (const format of transcriptFormats.values()) {
        expect(format.render(from)).toEqual(format.render(from));
      }
    }),
    { numRuns: 12 },
  );
});

test("output is valid in its format: XML, WebVTT, JSON, HTML without foreign tags", () => {
  fc.assert(
    fc.property(sources, (from) => {
      const docx = transcriptFormats.get("docx")?.render(from);
      for (const part of Object.values(unzipSync(docx as Uint8Array))) {
        expect(XMLValidator.validate(strFromU8(part))).toBe(true);
      }
      expect(parseWebVtt(render("vtt", from)).problems).toEqual([]);
      expect(() => JSON.parse(render("json", from))).not.toThrow();
      const tags = new Set(
        [...render("html", from).matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag),
      );
      const ours =
        "a b bdi body footer h1 h2 head header html i link main meta p span style table tbody td th thead title tr".split(
          " ",
        );
      expect([...tags].filter((tag) => !ours.includes(tag ?? ""))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test("a pair has all segments of both texts, in order", () => {
  fc.assert(
    fc.property(spoken, spoken, (first, second) => {
      const from = source(first);
      const pairs = pairsOf(from, second);
      const texts = (of: SpokenText) =>
        paragraphsOf(of, from.options).flatMap(({ segments }) => segments.map(({ text }) => text));
      expect(pairs.flatMap((pair) => pair.first.map(({ text }) => text))).toEqual(texts(first));
      expect(pairs.flatMap((pair) => pair.second.map(({ text }) => text))).toEqual(texts(second));
    }),
  );
});

test("stacked captions have all segments of both texts", () => {
  fc.assert(
    fc.property(spoken, spoken, (first, second) => {
      const from = source({ ...first, secondary: second });
      const stacked = stackedCues(from, second).map(({ text }) => text);
      const count = (language: string) => stacked.join("\n").split(`<lang ${language}>`).length - 1;
      for (const pair of pairsOf(from, second)) {
        for (const { text } of [...pair.first, ...pair.second]) {
          expect(stacked.some((cue) => cue.includes(escapeMarkup(text)))).toBe(true);
        }
      }
      const pieces = (of: SpokenText) => paragraphsOf(of, from.options).flatMap((p) => p.segments);
      if (first.language !== second.language) {
        expect(count(first.language)).toBeGreaterThanOrEqual(pieces(first).length);
        expect(count(second.language)).toBeGreaterThanOrEqual(pieces(second).length);
      }
    }),
  );
});
