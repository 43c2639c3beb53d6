import { expect, test } from "vitest";
import { readCaptions } from "../../src/captions/read.ts";

const VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n";
const SRT = "1\n00:00:01,000 --> 00:00:02,000\nhi\n";
const SBV = "0:00:01.000,0:00:02.000\nhi\n";
const TTML =
  '<?xml version="1.0"?>\n<!-- made --><tt xmlns="http://www.w3.org/ns/ttml"><body><div>' +
  '<p begin="1s" end="2s">hi</p></div></body></tt>';
const HI = [{ startTime: 1, endTime: 2, text: "hi" }];

test.each([
  ["es.vtt", VTT, "WebVTT"],
  ["es.srt", SRT, "SubRip"],
  ["ES.SRT", "00:00:01.000 --> 00:00:02.000\nhi\n", "SubRip"],
  ["es.sbv", SBV, "SBV"],
  ["es.ttml", TTML, "TTML"],
  ["es.dfxp", TTML.replaceAll("<tt ", "<tt:tt ").replaceAll("</tt>", "</tt:tt>"), "TTML"],
  ["es.xml", TTML, "TTML"],
])("%s is read without a word", (name, text, format) => {
  const { cues, problems, format: found } = readCaptions(name, text);
  expect(problems).toEqual([]);
  expect(cues).toMatchObject(HI);
  expect(found).toBe(format);
});

test.each([
  ["misnamed.srt", VTT, "WebVTT", ".vtt"],
  ["misnamed.vtt", SRT, "SubRip", ".srt"],
  ["misnamed.txt", `\uFEFF${SRT}`, "SubRip", ".srt"],
  ["misnamed.srt", SBV, "SBV", ".sbv"],
  ["misnamed", TTML, "TTML", ".ttml"],
  ["odd.vtt", `Subtitles by nobody\n\n${SRT}`, "SubRip", ".srt"],
])("%s is read by what it is, which is said", (name, text, format, end) => {
  const { cues, problems, format: found } = readCaptions(name, text);
  expect(found).toBe(format);
  expect(problems).toMatchObject([{ line: 1, severity: "warning" }]);
  expect(problems[0]?.message).toContain(`read as ${format}`);
  expect(problems[0]?.message).toContain(end);
  expect(cues).toMatchObject(HI);
});

test.each([
  ["film.ass", "[Script Info]\n", "SubStation Alpha"],
  ["film.srt", "[Script Info]\n", "SubStation Alpha"],
  ["film.sub", "{25}{50}hi\n", "MicroDVD"],
  ["film.txt", "hello\n", "not a caption file"],
])("%s of an unknown kind is a problem that says what is taken", (name, text, kind) => {
  const { cues, problems, format } = readCaptions(name, text);
  expect(cues).toEqual([]);
  expect(format).toBeUndefined();
  expect(problems[0]?.message).toContain(kind);
  expect(problems[0]?.message).toContain(
    "WebVTT (.vtt), TTML (.ttml), SubRip (.srt) or SBV (.sbv)",
  );
});

test("a file named .vtt that is no WebVTT gets WebVTT's own problem", () => {
  expect(readCaptions("a.vtt", "hello").problems[0]?.message).toContain("WEBVTT");
});
