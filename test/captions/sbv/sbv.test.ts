import { expect, test } from "vitest";
import { parseSbv } from "../../../src/captions/sbv/sbv.ts";
import { plainText } from "../../../src/captions/webvtt/plain-text.ts";

test("a usual file is parsed to cues with the line of their timing", () => {
  const sbv =
    "0:00:00.599,0:00:04.160\n>> ALICE: Hi, my name\nis Alice\n\n0:01:05.000,0:01:06.500\nBye[br]now\n\n";
  const { cues, problems } = parseSbv(sbv);
  expect(problems).toEqual([]);
  expect(cues).toMatchObject([
    { startTime: 0.599, endTime: 4.16, sourceLine: 1 },
    { startTime: 65, endTime: 66.5, text: "Bye\nnow", sourceLine: 5 },
  ]);
  expect(plainText(cues[0]?.text ?? "")).toBe(">> ALICE: Hi, my name\nis Alice");
});

test("markup and references are plain text", () => {
  const { cues } = parseSbv("0:00:01.000,0:00:02.000\n<i>R&D</i> --> &amp;\n");
  expect(plainText(cues[0]?.text ?? "")).toBe("<i>R&D</i> --> &amp;");
});

test("CRLF, CR, a byte order mark and missing blank lines are accepted", () => {
  const sbv = "\uFEFF00:00:01.5,00:00:02\r\nA\r0:00:02.000, 0:00:03.000\r\n\r\nB\r\n\r\nC";
  expect(parseSbv(sbv).cues).toMatchObject([
    { startTime: 1.5, endTime: 2, text: "A" },
    { startTime: 2, endTime: 3, text: "B\nC" },
  ]);
});

test("an invalid timing is a problem, and its text is dropped", () => {
  const { cues, problems } = parseSbv(
    "0:00:01.000,0:00:02.000\nA\n\n0:00:2.0000,0:00:03.000\nlost\n\n0:00:04.000,0:00:05.000\nC\n",
  );
  expect(cues.map((cue) => cue.text)).toEqual(["A", "C"]);
  expect(problems).toEqual([
    { line: 4, message: expect.stringContaining("0:00:01.500,0:00:04.000") },
  ]);
});

test("a file without a timing has a problem", () => {
  expect(parseSbv("hello\n").problems).toHaveLength(1);
  expect(parseSbv("").problems).toHaveLength(1);
});
