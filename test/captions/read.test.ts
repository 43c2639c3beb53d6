import { expect, test } from "vitest";
import { readCaptions } from "../../src/captions/read.ts";

const VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n";
const SRT = "1\n00:00:01,000 --> 00:00:02,000\nhi\n";

test.each([
  ["es.vtt", VTT],
  ["es.srt", SRT],
  ["ES.SRT", "00:00:01.000 --> 00:00:02.000\nhi\n"],
  ["misnamed.srt", VTT],
  ["misnamed.vtt", SRT],
  ["misnamed.txt", `\uFEFF${SRT}`],
])("%s is read by what it is", (name, text) => {
  const { cues, problems } = readCaptions(name, text);
  expect(problems).toEqual([]);
  expect(cues).toMatchObject([{ startTime: 1, endTime: 2, text: "hi" }]);
});

test("an unknown kind is a problem that says what is taken", () => {
  const { cues, problems } = readCaptions("film.ass", "[Script Info]\n");
  expect(cues).toEqual([]);
  expect(problems[0]?.message).toContain("WebVTT (.vtt) or SubRip (.srt)");
});

test("a file named .vtt that is no WebVTT gets WebVTT's own problem", () => {
  expect(readCaptions("a.vtt", "hello").problems[0]?.message).toContain("WEBVTT");
});
