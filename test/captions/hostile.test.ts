import { describe, expect, it } from "vitest";
import { decodeCaptions } from "../../src/captions/encoding/decode.ts";
import { readCaptions } from "../../src/captions/read.ts";
import { expectTimeInProportion, repeatTo } from "../support/processor-time.ts";

/** In characters or bytes. A quadratic parser takes seconds for ten times as much. */
const length = 25_000;

describe("the time to read hostile text is proportional to its length", () => {
  it.each([
    ["a.vtt", "WEBVTT\n\n", "a\n-->\nREGION\n\n00:01.000 --> 00:02.000 region:\n<b>\n"],
    ["a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "{\\i1}<font <&\n7\n\n00:00:01,000 --> \n"],
    ["a.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "<"],
    ["a.sbv", "0:00:01.000,0:00:02.000\n", "[br]0:00:01.000,\n<"],
    ["a.ttml", "<tt><body><p begin='1s' end='2s'>", "<span begin='1s'>x</span><br/>&#1; "],
    ["a.ttml", "<tt><body><div>", "<a b='"],
  ])("%s that begins with %j and repeats %j", (file, start, repeated) => {
    expectTimeInProportion((size) => {
      const { problems } = readCaptions(file, repeatTo(size, [start, repeated, ""]));
      expect(problems.length).toBeLessThan(300);
    }, length);
  });

  it.each([
    [[0xc3, 0x20], "vi"],
    [[0xe1], "ar"],
    [[0x81, 0x40], "zh"],
    [[0x41, 0x00, 0x0d, 0xd8], "en"],
  ])("repeated bytes %j, in a track in %s", (repeated, language) => {
    expectTimeInProportion((size) => {
      const bytes = Uint8Array.from(
        { length: size },
        (_, index) => repeated[index % repeated.length] ?? 0,
      );
      decodeCaptions(bytes, language);
    }, length);
  });
});
