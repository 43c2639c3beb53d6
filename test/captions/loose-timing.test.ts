import { describe, expect, test } from "vitest";
import { looksLikeTiming } from "../../src/captions/loose-timing.ts";
import { readCaptions } from "../../src/captions/read.ts";

test.each([
  "00:00:05,000 00:00:06,000",
  "00:00:05,000 - 00:00:06,000",
  "OO:00:05,000 --> 00:00:06,000",
  "0:00:05.000;0:00:06.000",
  "0:00:05.000",
  "0:00:05.000,",
  "0:00:2.0000,0:00:03.000",
  "0:00:05.000,0:00:06.000 Hello",
  "1:5 --> 1:6",
])("%s is meant as a timing", (line) => {
  expect(looksLikeTiming(line)).toBe(true);
});

test.each([
  "10:30",
  "10:30 - 11:45",
  "Open 10:30 to 11:45",
  "50",
  "1968",
  "We met at 10:30:15.",
  "2:1 for us",
  "John 3:16, 4:2",
  "",
])("%j is text", (line) => {
  expect(looksLikeTiming(line)).toBe(false);
});

describe("a block that can't be read is an error at its line, and isn't part of its neighbour", () => {
  const srt = (block: string) =>
    `1\n00:00:01,000 --> 00:00:02,000\nOne\n\n${block}\n\n3\n00:00:05,000 --> 00:00:06,000\nThree\n`;
  test.each([
    ["2\n00:00:03,000 00:00:04,000\nTwo", 6],
    ["2\n00:00:03,000 - 00:00:04,000\nTwo", 6],
    ["2\nOO:00:03,000 --> 00:00:04,000\nTwo", 6],
    ["2\nTwo", 5],
  ])("SRT: %j", (block, line) => {
    const { cues, problems } = readCaptions("a.srt", srt(block));
    expect(cues.map(({ text }) => text)).toEqual(["One", "Three"]);
    expect(problems).toMatchObject([{ line }]);
    expect(problems[0]).not.toHaveProperty("severity");
  });

  test.each([
    ["0:00:03.000 0:00:04.000\nTwo", 4],
    ["0:00:03.000\nTwo", 4],
    ["0:00:03.000 --> 0:00:04.000\nTwo", 4],
    ["0:00:0l.000,0:00:04.000\nTwo", 4],
  ])("SBV: %j", (block, line) => {
    const sbv = `0:00:01.000,0:00:02.000\nOne\n\n${block}\n\n0:00:05.000,0:00:06.000\nThree\n`;
    const { cues, problems } = readCaptions("a.sbv", sbv);
    expect(cues.map(({ text }) => text)).toEqual(["One", "Three"]);
    expect(problems).toMatchObject([{ line }]);
  });

  test("text above the first timing", () => {
    const inSrt = readCaptions("a.srt", "1\nHello\n\n2\n00:00:01,000 --> 00:00:02,000\nOne\n");
    expect(inSrt.problems).toMatchObject([{ line: 1 }]);
    const inSbv = readCaptions("a.sbv", "\nHello\n\n0:00:01.000,0:00:02.000\nOne\n");
    expect(inSbv.problems).toMatchObject([{ line: 2, message: expect.stringContaining("Hello") }]);
  });

  test("a number within a cue's text stays", () => {
    const text =
      "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\nmore\n\n2\n00:00:05,000 --> 00:00:06,000\nTwo\n";
    const { cues, problems } = readCaptions("a.srt", text);
    expect(cues.map((cue) => cue.text)).toEqual(["One\n2\nmore", "Two"]);
    expect(problems).toEqual([]);
  });
});
