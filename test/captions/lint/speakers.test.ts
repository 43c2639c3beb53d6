import { expect, test } from "vitest";
import { newCue } from "../../../src/captions/cue.ts";
import { lintCues } from "../../../src/captions/lint/lint.ts";
import type { SpeakerSetting } from "../../../src/captions/spoken/habit.ts";

/** The findings about cues of three seconds, four lines apart. */
function lint(texts: readonly string[], speakers?: SpeakerSetting) {
  const cues = texts.map((text, at) => newCue(at * 3, at * 3 + 3, text, at * 4 + 3));
  return lintCues(cues, { language: "en", ...(speakers === undefined ? {} : { speakers }) });
}

const film = [
  "[music]",
  "[SPEAKER_00]: Hi.",
  "I am here.",
  "[SPEAKER_01]: Yes.",
  "[SPEAKER_00]: So.",
];

test("a film's habit of naming speakers is told in one line, with how to change it", () => {
  const findings = lint(film);
  expect(findings).toMatchObject([{ line: 7, severity: "note", code: "speakers" }]);
  expect(findings[0]?.message).toContain("“[SPEAKER_00]:”");
  expect(findings[0]?.message).toContain("SPEAKER_00, SPEAKER_01 (3 of 4 cues)");
  expect(findings[0]?.message).toContain("speakers: { SPEAKER_00: … }");
  expect(findings[0]?.message).toContain("speakerLabels: false");
});

test("nothing is told if names are text, or the film has voices", () => {
  expect(lint(film, { labels: false })).toEqual([]);
  expect(lint(["<v Ana>Hi.", "<v Ben>Yes.", "NOTE: bring your papers."])).toEqual([]);
});

test("renamed speakers that the file doesn't name are a warning", () => {
  expect(lint(film, { names: { SPEAKER_00: "Ana", SPEAKER_07: "Ben" } })).toMatchObject([
    { severity: "note" },
    { line: 1, severity: "warning", message: expect.stringContaining("SPEAKER_07") },
  ]);
  expect(
    lint(["<v S1>Hi.", ">> S2: Yes."], { names: { S1: "Ana", S2: "Ben" } }),
  ).not.toContainEqual(expect.objectContaining({ severity: "warning" }));
});
