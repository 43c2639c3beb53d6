import { expect, test } from "vitest";
import { newCue } from "../../src/captions/cue.ts";
import { lintCues } from "../../src/captions/lint.ts";

function codes(cues: Parameters<typeof lintCues>[0], language = "en", duration = 60): string[] {
  return lintCues(cues, { language, duration }).map(({ severity, code }) => `${severity} ${code}`);
}

test("good captions have no findings", () => {
  expect(codes([newCue(1, 3, "Good evening."), newCue(3, 60.5, "Bye.")])).toEqual([]);
});

test("no cues at all is an error", () => {
  expect(codes([])).toEqual(["error no-cues"]);
});

test("a cue that ends before it starts is an error", () => {
  expect(codes([newCue(3, 3, "x"), newCue(5, 4, "y")])).toEqual([
    "error ends-before-start",
    "error ends-before-start",
  ]);
});

test("a cue more than half a second after the film's end is an error, if the length is known", () => {
  const late = [newCue(59, 60.6, "x", 12)];
  expect(lintCues(late, { language: "en", duration: 60 })).toEqual([
    {
      line: 12,
      severity: "error",
      code: "ends-after-film",
      message: expect.stringContaining("1:00.6, but the film is 1:00.0 long"),
    },
  ]);
  expect(lintCues(late, { language: "en" })).toEqual([]);
});

test("a cue during an earlier one is a warning, even with another between", () => {
  const cues = [newCue(0, 10, "a", 3), newCue(11, 12, "b", 6), newCue(9, 10, "c", 9)];
  expect(codes(cues)).toEqual(["warning overlap"]);
  expect(lintCues(cues, { language: "en" })[0]?.message).toContain("line 6");
});

test("reading speed is measured by language, without markup", () => {
  const text = "<i>Thirty-six characters in two seconds</i>";
  expect(codes([newCue(0, 2, text)], "en")).toEqual([]);
  expect(codes([newCue(0, 2, text)], "es-MX")).toEqual(["warning too-fast"]);
  expect(codes([newCue(0, 1, "我们在这里生活了三十年")], "zh-Hans")).toEqual(["warning too-fast"]);
});

test("a long line is a warning, whose marks above letters do not count", () => {
  expect(codes([newCue(0, 9, "x".repeat(43))])).toEqual(["warning long-line"]);
  expect(codes([newCue(0, 9, `${"x".repeat(42)}\n${"x".repeat(42)}`)])).toEqual([]);
  expect(codes([newCue(0, 9, "ệ".normalize("NFD").repeat(42))], "vi")).toEqual([]);
});
