import { describe, expect, test } from "vitest";
import { plainText } from "../../src/captions/plain-text.ts";
import { parseSrt, writeSrt } from "../../src/captions/srt.ts";

function texts(srt: string): string[] {
  return parseSrt(srt).cues.map((cue) => cue.text);
}

describe("reading", () => {
  test("a usual file is read into cues with the line of their timing", () => {
    const srt =
      "1\n00:00:01,500 --> 00:00:04,000\nHello\nthere\n\n2\n00:01:05,000 --> 00:01:06,000\nBye\n";
    const { cues, problems } = parseSrt(srt);
    expect(problems).toEqual([]);
    expect(cues).toMatchObject([
      { id: "1", startTime: 1.5, endTime: 4, text: "Hello\nthere", sourceLine: 2 },
      { id: "2", startTime: 65, endTime: 66, text: "Bye", sourceLine: 7 },
    ]);
  });

  test("a byte order mark, CRLF, points, short times and coordinates are taken", () => {
    const srt =
      "\uFEFF1\r\n00:01.5 --> 0:00:04 X1:1 X2:2 Y1:3 Y2:4\r\nHello\r\n\r\n2\r\n" +
      "00:00:05.000 -> 00:00:06.000\r\nBye";
    expect(parseSrt(srt).cues).toMatchObject([
      { startTime: 1.5, endTime: 4, text: "Hello" },
      { startTime: 5, endTime: 6, text: "Bye" },
    ]);
  });

  test("numbers may be missing, and digits that are said stay text", () => {
    const srt =
      "00:00:01,000 --> 00:00:02,000\n1984\n\n00:00:02,000 --> 00:00:03,000\n2001\n" +
      "00:00:03,000 --> 00:00:04,000\nend\n";
    expect(texts(srt)).toEqual(["1984", "2001", "end"]);
  });

  test("blank lines may be anywhere, or nowhere", () => {
    const doubled =
      "1\n\n00:00:01,000 --> 00:00:02,000\n\nA\n\nB\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nC";
    expect(texts(doubled)).toEqual(["A\nB", "C"]);
    const crowded = "1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nC";
    expect(texts(crowded)).toEqual(["A", "C"]);
  });

  test("italics, bold and underline are kept, fonts left out, other characters escaped", () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\n<I>a</I> <font color="#fff">b</font> R&D &amp; 1 < 2 <3 <script>x';
    expect(texts(srt)).toEqual(["<i>a</i> b R&amp;D &amp; 1 &lt; 2 &lt;3 &lt;script&gt;x"]);
    expect(plainText(texts(srt)[0] ?? "")).toBe("a b R&D & 1 < 2 <3 <script>x");
  });

  test("{\\an8} is a place above, other overrides are left out", () => {
    const { cues } = parseSrt("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{\\fad(1,2)}Up\n");
    expect(cues[0]).toMatchObject({ text: "Up", line: 0, align: "center" });
  });

  test("a timing that cannot be read is a problem, and its text is not shown", () => {
    const srt = "1\n00:00:01,000 --> soon\nlost\n\n2\n00:00:03,000 --> 00:00:04,000\nC\n";
    const { cues, problems } = parseSrt(srt);
    expect(cues.map((cue) => cue.text)).toEqual(["C"]);
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining("00:00:01,500 -->") }]);
  });

  test("a file without a timing has a problem", () => {
    expect(parseSrt("hello").problems).toHaveLength(1);
    expect(parseSrt("").problems).toHaveLength(1);
  });
});

describe("writing", () => {
  test("cues are numbered and their text is SRT's", () => {
    const cues = [
      { startTime: 1, endTime: 2.0004, text: "<v Ana><i>R&amp;D</i> <b>&lt;3</b></v>" },
      { startTime: 2, endTime: 3, text: "" },
      { startTime: 3725, endTime: 3726, text: "up\n\nthere --> now", line: 0 },
    ];
    expect(writeSrt(cues)).toBe(
      "1\n00:00:01,000 --> 00:00:02,000\n<i>R&D</i> <b><3</b>\n\n" +
        "2\n01:02:05,000 --> 01:02:06,000\n{\\an8}up\nthere → now\n\n",
    );
  });

  test("places survive a round trip", () => {
    for (const key of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const { cues } = parseSrt(`1\n00:00:01,000 --> 00:00:02,000\n{\\an${key}}x\n`);
      expect(parseSrt(writeSrt(cues)).cues).toEqual(cues);
    }
  });
});
