/**
 * Parsing takes time in proportion to length. Measured in Node, because a Worker's clock doesn't advance while
 * it runs, and in CPU time, because other programs can use the machine's cores.
 */
import { describe, expect, it } from "vitest";
import { decodeCaptions } from "../../src/captions/encoding/decode.ts";
import { readCaptions } from "../../src/captions/read.ts";

/** In characters or bytes; a quadratic parser takes seconds for ten times as much. */
const length = 250_000;
/**
 * How many times as long ten times the text can take. Linear time is 10 and quadratic time is 100; the
 * difference to 10 allows for garbage collection.
 */
const maxTimeRatio = 60;

/** The CPU time of this thread since `start`, or since the thread started, in milliseconds. */
function cpuTime(start = 0): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000 - start;
}

/** How long it takes to read a text of this length, in milliseconds; at least 20. */
function timeToRead(file: string, start: string, repeated: string, length: number): number {
  const text = start + repeated.repeat(Math.ceil(length / repeated.length));
  const startTime = cpuTime();
  const { problems } = readCaptions(file, text);
  expect(problems.length).toBeLessThan(300);
  return Math.max(20, cpuTime(startTime));
}

describe("the time to read hostile text is proportional to its length", () => {
  it.each([
    ["a.vtt", "WEBVTT\n\n", "a\n-->\nREGION\n\n00:01.000 --> 00:02.000 region:\n<b>\n"],
    ["a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "{\\i1}<font <&\n7\n\n00:00:01,000 --> \n"],
    ["a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "<"],
    ["a.sbv", "0:00:01.000,0:00:02.000\n", "[br]0:00:01.000,\n<"],
    ["a.ttml", "<tt><body><p begin='1s' end='2s'>", "<span begin='1s'>x</span><br/>&#1; "],
    ["a.ttml", "<tt><body><div>", "<a b='"],
  ])("%s that begins with %j and repeats %j", (file, start, repeated) => {
    timeToRead(file, start, repeated, length / 10); // Lets the engine compile the code.
    const one = timeToRead(file, start, repeated, length);
    expect(timeToRead(file, start, repeated, 10 * length) / one).toBeLessThan(maxTimeRatio);
  });

  it.each([
    [[0xc3, 0x20], "vi"],
    [[0xe1], "ar"],
    [[0x81, 0x40], "zh"],
    [[0x41, 0x00, 0x0d, 0xd8], "en"],
  ])("repeated bytes %j, in a track in %s", (repeated, language) => {
    const timeToDecode = (size: number): number => {
      const bytes = Uint8Array.from(
        { length: size },
        (_, index) => repeated[index % repeated.length] ?? 0,
      );
      const startTime = cpuTime();
      decodeCaptions(bytes, language);
      return Math.max(20, cpuTime(startTime));
    };
    timeToDecode(length / 10);
    const one = timeToDecode(length);
    expect(timeToDecode(10 * length) / one).toBeLessThan(maxTimeRatio);
  });
});
