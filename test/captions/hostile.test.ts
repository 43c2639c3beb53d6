/** Time in proportion to length: measured in Node, as a Worker's clock stands still while it works. */
import { describe, expect, it } from "vitest";
import { decodeCaptions } from "../../src/captions/encoding/decode.ts";
import { readCaptions } from "../../src/captions/read.ts";

const MEGABYTE = 1_000_000;
/** Ten times the text may take this many times as long: the rest is the machine's other work. */
const GENEROUS = 60;

/** How long it takes to read so many bytes of a text, in milliseconds; at least 20. */
function timeToRead(file: string, start: string, piece: string, bytes: number): number {
  const text = start + piece.repeat(Math.ceil(bytes / piece.length));
  const begin = performance.now();
  const { problems } = readCaptions(file, text);
  expect(problems.length).toBeLessThan(300);
  return Math.max(20, performance.now() - begin);
}

describe("ten megabytes of hostile text are read in at most so many times what one takes", () => {
  it.each([
    ["a.vtt", "WEBVTT\n\n", "a\n-->\nREGION\n\n00:01.000 --> 00:02.000 region:\n<b>\n"],
    ["a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "{\\i1}<font <&\n7\n\n00:00:01,000 --> \n"],
    ["a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "<"],
    ["a.sbv", "0:00:01.000,0:00:02.000\n", "[br]0:00:01.000,\n<"],
    ["a.ttml", "<tt><body><p begin='1s' end='2s'>", "<span begin='1s'>x</span><br/>&#1; "],
    ["a.ttml", "<tt><body><div>", "<a b='"],
  ])("%s of %j%j", (file, start, piece) => {
    timeToRead(file, start, piece, MEGABYTE / 10); // until the code is compiled
    const one = timeToRead(file, start, piece, MEGABYTE);
    expect(timeToRead(file, start, piece, 10 * MEGABYTE) / one).toBeLessThan(GENEROUS);
  });

  it.each([
    [[0xc3, 0x20], "vi"],
    [[0xe1], "ar"],
    [[0x81, 0x40], "zh"],
    [[0x41, 0x00, 0x0d, 0xd8], "en"],
  ])("bytes of %j, in %s", (piece, language) => {
    const timeToDecode = (length: number): number => {
      const bytes = Uint8Array.from({ length }, (_, index) => piece[index % piece.length] ?? 0);
      const begin = performance.now();
      decodeCaptions(bytes, language);
      return Math.max(20, performance.now() - begin);
    };
    timeToDecode(MEGABYTE / 10);
    const one = timeToDecode(MEGABYTE);
    expect(timeToDecode(10 * MEGABYTE) / one).toBeLessThan(GENEROUS);
  });
});
