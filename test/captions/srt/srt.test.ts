import { describe, expect, test } from "vitest";
import { formatSrt, parseSrt } from "../../../src/captions/srt/srt.ts";
import { plainText } from "../../../src/captions/webvtt/plain-text.ts";

function texts(srt: string): string[] {
  return parseSrt(srt).cues.map((cue) => cue.text);
}

describe("parsing", () => {
  test("a usual file is parsed to cues with the line of their timing", () => {
    const srt =
      "1\n00:00:01,500 --> 00:00:04,000\nHello\nthere\n\n2\n00:01:05,000 --> 00:01:06,000\nBye\n";
    const { cues, problems } = parseSrt(srt);
    expect(problems).toEqual([]);
    expect(cues).toMatchObject([
      { id: "1", startTime: 1.5, endTime: 4, text: "Hello\nthere", sourceLine: 2 },
      { id: "2", startTime: 65, endTime: 66, text: "Bye", sourceLine: 7 },
    ]);
  });

  test("a byte order mark, CRLF, points, short times and coordinates are accepted", () => {
    const srt =
      "\uFEFF1\r\n00:01.5 --> 0:00:04 X1:1 X2:2 Y1:3 Y2:4\r\nHello\r\n\r\n2\r\n" +
      "00:00:05.000 -> 00:00:06.000\r\nBye";
    expect(parseSrt(srt).cues).toMatchObject([
      { startTime: 1.5, endTime: 4, text: "Hello" },
      { startTime: 5, endTime: 6, text: "Bye" },
    ]);
  });

  test("numbers can be missing, and digits in the text are kept", () => {
    const srt =
      "00:00:01,000 --> 00:00:02,000\n1984\n\n00:00:02,000 --> 00:00:03,000\n2001\n" +
      "00:00:03,000 --> 00:00:04,000\nend\n";
    expect(texts(srt)).toEqual(["1984", "2001", "end"]);
  });

  test("blank lines can be anywhere, or missing", () => {
    const doubled =
      "1\n\n00:00:01,000 --> 00:00:02,000\n\nA\n\nB\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nC";
    expect(texts(doubled)).toEqual(["A\nB", "C"]);
    const crowded = "1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nC";
    expect(texts(crowded)).toEqual(["A", "C"]);
  });

  test("italics, bold and underline are kept, fonts are dropped, other characters are escaped", () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\n<I>a</I> <font color="#fff">b</font> R&D &amp; 1 < 2 <3 <script>x';
    expect(texts(srt)).toEqual(["<i>a</i> b R&amp;D &amp; 1 &lt; 2 &lt;3 &lt;script&gt;x"]);
    expect(plainText(texts(srt)[0] ?? "")).toBe("a b R&D & 1 < 2 <3 <script>x");
  });

  test("{\\an8} is a position at the top, and other overrides are dropped", () => {
    const { cues } = parseSrt("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{\\fad(1,2)}Up\n");
    expect(cues[0]).toMatchObject({ text: "Up", line: 0, align: "center" });
  });

  test("an invalid timing is a problem, and its text is dropped", () => {
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

describe("variants in real files", () => {
  const parseCue = (timing: string) => parseSrt(`1\n${timing}\nHello\n`).cues[0];
  test.each([
    ["00:00:01,500 --> 00:00:04,000", 1.5, 4],
    ["0:0:1,5 --> 0:0:4", 1.5, 4],
    ["00:01.500 -> 00:04.000", 1.5, 4],
    ["00:00:01:500-->00:00:04:000", 1.5, 4],
    ["00: 00: 01, 500 – > 00: 00: 04, 000", 1.5, 4],
    ["00:00:01,500 —> 00:00:04,000", 1.5, 4],
    ["00:00:01,500 → 00:00:04,000", 1.5, 4],
    ["\uFEFF00:00:01,500 --> 00:00:04,000", 1.5, 4],
    ["\u202B00:00:01,500 --> 00:00:04,000\u202C", 1.5, 4],
    ["00:00:01,500 --> 00:00:04,000  X1:0063 X2:0100 Y1:1 Y2:2", 1.5, 4],
    ["00:00:01.500 --> 00:00:04.000 align:start position:0%", 1.5, 4],
    ["-00:00:01,500 --> 00:00:04,000", 0, 4],
    ["00:00:-1,500 --> 00:00:04,000", 0, 4],
    ["100:00:00,000 --> 100:00:01,000", 360_000, 360_001],
    ["00:00:01,500123 --> 00:00:04,000", 1.5, 4],
  ])("the timing %s", (timing, startTime, endTime) => {
    expect(parseCue(timing)).toMatchObject({ startTime, endTime, text: "Hello" });
  });

  test("text after the times on the same line is part of the cue", () => {
    expect(parseCue("00:00:01,500 --> 00:00:04,000 Well: yes")?.text).toBe("Well: yes\nHello");
  });

  test("concatenated files have a byte order mark in the middle and Ctrl+Z at the end", () => {
    const one = "\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nA\r\n\r\n";
    const two = "\uFEFF1\r00:00:03,000 --> 00:00:04,000\rB\r\u001A";
    const { cues, problems } = parseSrt(one + two);
    expect(problems).toEqual([]);
    expect(cues).toMatchObject([
      { id: "1", startTime: 1, text: "A" },
      { id: "1", startTime: 3, text: "B" },
    ]);
  });

  test("unordered, duplicate and missing numbers don't become text", () => {
    const cue = (number: string, second: number) =>
      `${number}00:00:0${second},000 --> 00:00:0${second},900\nT${second}\n\n`;
    const srt = cue("7\n", 1) + cue("3\n", 2) + cue("3\n", 3) + cue("", 4) + cue("99\n", 5);
    expect(texts(srt)).toEqual(["T1", "T2", "T3", "T4", "T5"]);
    expect(parseSrt(srt).cues.map(({ id }) => id)).toEqual(["7", "3", "3", "", "99"]);
  });

  test("overlapping cues are kept as they are", () => {
    const srt = "1\n00:00:01,000 --> 00:00:05,000\nA\n\n2\n00:00:02,000 --> 00:00:03,000\nB\n";
    expect(parseSrt(srt).cues).toMatchObject([{ endTime: 5 }, { startTime: 2 }]);
  });

  test.each([
    ["{\\i1}a{\\i0} b", "<i>a</i> b"],
    ["{\\b1\\u1}a{\\u0\\b0}", "<b><u>a</u></b>"],
    ["{i}a{/i} {y:b}c", "<i>a</i> <b>c"],
    ["{\\fs20\\c&H00FFFF&}a", "a"],
    ["a\\Nb\\hc", "a\nb c"],
    ["C:\\New {1} {a} {x:y}", "C:\\New {1} {a} {x:y}"],
    ["<FONT COLOR=red>a</FONT><br/>b", "a\nb"],
    ["- a - b --> c", "- a - b --&gt; c"],
  ])("the text %s", (text, expected) => {
    expect(texts(`1\n00:00:01,000 --> 00:00:02,000\n${text}\n`)).toEqual([expected]);
  });

  test.each([
    ["{\\a6}", 8],
    ["{\\a10}", 5],
    ["{\\a2}", 2],
  ])("%s is the position of key %d", (legacyTag, key) => {
    const cuesWith = (tag: string) => parseSrt(`1\n00:00:01,000 --> 00:00:02,000\n${tag}x`).cues;
    expect(cuesWith(legacyTag)).toEqual(cuesWith(`{\\an${key}}`));
  });
});

test("a number at the end without a cue isn't shown, with a warning; one without a blank line above is text", () => {
  const first = "6\n00:00:05,000 --> 00:00:06,000\n";
  const { cues, problems } = parseSrt(`${first}end\n\n7\n\n`);
  expect(cues.map(({ text }) => text)).toEqual(["end"]);
  expect(problems).toEqual([
    { line: 5, severity: "warning", message: expect.stringContaining("the number 7 at the end") },
  ]);
  for (const text of ["end\n7", "7", "\n7", "end\n\n9", "end\n\nseven"]) {
    const kept = parseSrt(first + text);
    expect(kept.problems).toEqual([]);
    expect(kept.cues.map((cue) => cue.text)).toEqual([text.replace("\n\n", "\n").trim()]);
  }
});

test("references are read as programs write them, and any other & is text", () => {
  const source = "Se&ntilde;ora &copy; &#39;a&#39; AT&T; &eacute R&D &unknown;";
  const { cues } = parseSrt(`1\n00:00:01,000 --> 00:00:02,000\n${source}\n`);
  expect(plainText(cues[0]?.text ?? "")).toBe("Señora © 'a' AT&T; &eacute R&D &unknown;");
  expect(parseSrt(formatSrt(cues)).cues).toMatchObject([
    { text: expect.stringContaining("AT&amp;T;") },
  ]);
});

describe("formatting", () => {
  test("cues are numbered, and their text is converted to SRT", () => {
    const cues = [
      { startTime: 1, endTime: 2.0004, text: "<v Ana><i>R&amp;D</i> <b>&lt;3</b></v>" },
      { startTime: 2, endTime: 3, text: "" },
      { startTime: 3725, endTime: 3726, text: "up\n\nthere --> now", line: 0 },
    ];
    expect(formatSrt(cues)).toBe(
      "1\n00:00:01,000 --> 00:00:02,000\n<i>R&D</i> <b><3</b>\n\n" +
        "2\n01:02:05,000 --> 01:02:06,000\n{\\an8}up\nthere → now\n\n",
    );
  });

  test("parsing formatted positions returns the same positions", () => {
    for (const key of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const { cues } = parseSrt(`1\n00:00:01,000 --> 00:00:02,000\n{\\an${key}}x\n`);
      expect(parseSrt(formatSrt(cues)).cues).toEqual(cues);
    }
  });
});
