import { expect, test } from "vitest";
import { newCue } from "../../../src/captions/cue.ts";
import { lintCues } from "../../../src/captions/lint/lint.ts";

function codes(cues: Parameters<typeof lintCues>[0], language = "en", duration = 60): string[] {
  return lintCues(cues, { language, duration }).map(({ severity, code }) => `${severity} ${code}`);
}

test("good captions have no findings", () => {
  expect(codes([newCue(1, 3, "Good evening."), newCue(3, 60.5, "Bye.")])).toEqual([]);
});

test("a file without cues is an error", () => {
  expect(codes([])).toEqual(["error no-cues"]);
});

test("a cue that ends before it starts is an error", () => {
  expect(codes([newCue(3, 3, "x"), newCue(5, 4, "y")])).toEqual([
    "error ends-before-start",
    "error ends-before-start",
  ]);
});

test("a cue that ends more than half a second after the film is an error, if the duration is known", () => {
  const cues = [newCue(59, 60.6, "x", 12)];
  expect(lintCues(cues, { language: "en", duration: 60 })).toEqual([
    {
      line: 12,
      severity: "error",
      code: "ends-after-film",
      message: expect.stringContaining("1:00.6, but the film is 1:00.0 long"),
    },
  ]);
  expect(lintCues(cues, { language: "en" })).toEqual([]);
});

test("captions whose clock begins at one hour, as editing programs export them, are one error", () => {
  const cues = [
    newCue(3600, 3602, "a", 2),
    newCue(3602, 3700, "b", 6),
    newCue(3790, 3792, "c", 10),
  ];
  expect(lintCues(cues, { language: "en", duration: 200 })).toEqual([
    {
      line: 2,
      severity: "error",
      code: "ends-after-film",
      message: expect.stringContaining("begins at 01:00:00"),
    },
    expect.objectContaining({ line: 10, code: "long-gap" }),
  ]);
});

test("a cue that starts during an earlier one is a warning, even if another cue is between them", () => {
  const cues = [newCue(0, 10, "a", 3), newCue(2, 4, "b", 6), newCue(9, 12, "c", 9)];
  expect(codes(cues)).toEqual(["warning overlap", "warning overlap"]);
  expect(lintCues(cues, { language: "en" })[1]?.message).toContain("line 3");
});

test("a cue below one that starts later is a warning", () => {
  expect(codes([newCue(11, 12, "a", 3), newCue(9, 10, "b", 6)])).toEqual(["warning out-of-order"]);
});

test("a gap that flickers and a minute without a cue are warnings", () => {
  expect(codes([newCue(0, 1, "a"), newCue(1.04, 2, "b")])).toEqual(["warning flicker"]);
  expect(codes([newCue(0, 1, "a"), newCue(1.1, 2, "b"), newCue(2, 3, "c")])).toEqual([]);
  const cues = [newCue(61, 62, "a", 3), newCue(63, 64, "b", 6)];
  expect(lintCues(cues, { language: "en", duration: 130 })).toMatchObject([
    { line: 3, code: "long-gap", message: expect.stringContaining("from 0:00.0 to 1:01.0") },
    { line: 6, code: "long-gap", message: expect.stringContaining("from 1:04.0 to 2:10.0") },
  ]);
  expect(codes([newCue(0, 1, "a"), newCue(61, 62, "b")], "en", 62)).toEqual([]);
});

test("a cue without text and a cue of three lines are warnings", () => {
  expect(codes([newCue(0, 1, ""), newCue(1, 2, "<i> </i>&nbsp;")])).toEqual([
    "warning empty",
    "warning empty",
  ]);
  expect(codes([newCue(0, 3, "a\nb\nc")])).toEqual(["warning too-many-lines"]);
});

test("the maximum reading speed depends on the language, and markup doesn't count", () => {
  const text = "<i>Thirty-six characters in two seconds</i>";
  expect(codes([newCue(0, 2, text)], "en")).toEqual([]);
  expect(codes([newCue(0, 2, text)], "es-MX")).toEqual(["warning too-fast"]);
  expect(codes([newCue(0, 1, "我们在这里生活了三十年")], "zh-Hans")).toEqual(["warning too-fast"]);
});

test("a long line is a warning, and combining marks don't count", () => {
  expect(codes([newCue(0, 9, "x".repeat(43))])).toEqual(["warning long-line"]);
  expect(codes([newCue(0, 9, `${"x".repeat(42)}\n${"x".repeat(42)}`)])).toEqual([]);
  expect(codes([newCue(0, 9, "ệ".normalize("NFD").repeat(42))], "vi")).toEqual([]);
});

test.each(["El niÃ±o", "Â¿QuÃ©?", "donâ€™t", "Viá»‡t Nam", "ni\uFFFDo"])(
  "garbled characters are a warning: %s",
  (text) => {
    expect(codes([newCue(0, 3, text)])).toEqual(["warning garbled"]);
  },
);

test.each(["NÃO", "Ângela", "São Tomé", "Đã được", "â", "á là"])("%s isn't garbled", (text) => {
  expect(codes([newCue(0, 3, text)])).toEqual([]);
});

test("of many findings with the same code, ten are listed and the rest are counted", () => {
  const cues = Array.from({ length: 300 }, (_, index) => newCue(index, index + 1, "", index + 1));
  const findings = lintCues([...cues, newCue(300, 299, "x", 900)], { language: "en" });
  expect(findings.filter(({ code }) => code === "empty").map(({ line }) => line)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(findings[9]?.message).toContain("290 more cues are like this");
  expect(findings.at(-1)).toMatchObject({ line: 900, code: "ends-before-start" });
});
