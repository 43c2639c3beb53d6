import { expect, test } from "vitest";
import { readCaptions } from "../../src/captions/read.ts";

const vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n";
const srt = "1\n00:00:01,000 --> 00:00:02,000\nhi\n";
const sbv = "0:00:01.000,0:00:02.000\nhi\n";
const ttml =
  '<?xml version="1.0"?>\n<!-- made --><tt xmlns="http://www.w3.org/ns/ttml"><body><div>' +
  '<p begin="1s" end="2s">hi</p></div></body></tt>';
const expectedCues = [{ startTime: 1, endTime: 2, text: "hi" }];

test.each([
  ["es.vtt", vtt, "WebVTT"],
  ["es.srt", srt, "SubRip"],
  ["ES.SRT", "00:00:01.000 --> 00:00:02.000\nhi\n", "SubRip"],
  ["es.sbv", sbv, "SBV"],
  ["es.ttml", ttml, "TTML"],
  ["es.dfxp", ttml.replaceAll("<tt ", "<tt:tt ").replaceAll("</tt>", "</tt:tt>"), "TTML"],
  ["es.xml", ttml, "TTML"],
])("%s is read without problems", (name, text, format) => {
  const { cues, problems, format: found } = readCaptions(name, text);
  expect(problems).toEqual([]);
  expect(cues).toMatchObject(expectedCues);
  expect(found).toBe(format);
});

test.each([
  ["misnamed.srt", vtt, "WebVTT", ".vtt"],
  ["misnamed.vtt", srt, "SubRip", ".srt"],
  ["misnamed.txt", `\uFEFF${srt}`, "SubRip", ".srt"],
  ["misnamed.srt", sbv, "SBV", ".sbv"],
  ["misnamed", ttml, "TTML", ".ttml"],
  ["odd.vtt", `Subtitles by Ana\n\n${srt}`, "SubRip", ".srt"],
])(
  "the content of %s determines its format, and the file name gets a warning",
  (name, text, format, extension) => {
    const { cues, problems, format: found } = readCaptions(name, text);
    expect(found).toBe(format);
    expect(problems).toMatchObject([{ line: 1, severity: "warning" }]);
    expect(problems[0]?.message).toContain(`read as ${format}`);
    expect(problems[0]?.message).toContain(extension);
    expect(cues).toMatchObject(expectedCues);
  },
);

test.each([
  ["film.ass", "[Script Info]\n", "SubStation Alpha"],
  ["film.srt", "[Script Info]\n", "SubStation Alpha"],
  ["film.sub", "{25}{50}hi\n", "MicroDVD"],
  ["film.txt", "hello\n", "isn't a supported caption file"],
])("%s isn't supported, and the problem lists the supported formats", (name, text, kind) => {
  const { cues, problems, format } = readCaptions(name, text);
  expect(cues).toEqual([]);
  expect(format).toBeUndefined();
  expect(problems[0]?.message).toContain(kind);
  expect(problems[0]?.message).toContain(
    "WebVTT (.vtt), TTML (.ttml), SubRip (.srt) or SBV (.sbv)",
  );
});

test("a .vtt file that isn't WebVTT has the problem of the WebVTT parser", () => {
  expect(readCaptions("a.vtt", "hello").problems[0]?.message).toContain("WEBVTT");
});
