import { expect, test } from "vitest";
import { readCaptions } from "../../src/captions/read.ts";
import { toSeconds } from "../../src/captions/to-seconds.ts";

test("a time is the number nearest to its decimal notation, not a sum of rounded parts", () => {
  // 1 + 0.57 is 1.5699999999999998.
  expect(toSeconds(0, 0, 1, "57")).toBe(1.57);
  expect(toSeconds(1, 1, 1, "570")).toBe(3661.57);
  expect(toSeconds(0, 2, 5)).toBe(125);
});

test.each([
  ["a.vtt", "WEBVTT\n\n00:01.570 --> 00:02.130\nx\n"],
  ["a.srt", "1\n00:00:01,570 --> 00:00:02,130\nx\n"],
  ["a.sbv", "0:00:01.570,0:00:02.130\nx\n"],
  ["a.ttml", "<tt><body><div><p begin='00:00:01.57' end='00:00:02.13'>x</p></div></body></tt>"],
])("the times in %s are exact", (name, text) => {
  expect(readCaptions(name, text).cues).toMatchObject([{ startTime: 1.57, endTime: 2.13 }]);
});

test("an SRT fraction with more than three digits is rounded to milliseconds", () => {
  const { cues } = readCaptions("a.srt", "1\n00:00:01,5709 --> 00:00:02,99996\nx\n");
  expect(cues).toMatchObject([{ startTime: 1.571, endTime: 3 }]);
});
