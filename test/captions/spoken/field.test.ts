/** Captions as other programs write them: who speaks, and what is said once. */
import { expect, test } from "vitest";
import { lintCues } from "../../../src/captions/lint/lint.ts";
import { readCaptions } from "../../../src/captions/read.ts";
import { renameSpeakers } from "../../../src/captions/spoken/rename.ts";
import { transcriptFromCues } from "../../../src/transcripts/paragraphs.ts";

/** An SRT file with a cue a second. */
function srtOf(texts: readonly string[]): string {
  const time = (second: number) => `00:00:${String(second).padStart(2, "0")},000`;
  return texts
    .map((text, index) => `${index + 1}\n${time(index)} --> ${time(index + 1)}\n${text}\n`)
    .join("\n");
}

function paragraphsOf(srt: string): string[] {
  return transcriptFromCues(readCaptions("a.srt", srt).cues, []).paragraphs.map(
    ({ speaker = "", segments }) => `${speaker}|${segments.map(({ text }) => text).join(" ")}`,
  );
}

test.each([
  [["‒ One.\n‒ Two."], ["|One.", "|Two."]],
  [["－ One.\n⸺ Two."], ["|One.", "|Two."]],
  [["- ¿Qué? - Nada."], ["|¿Qué?", "|Nada."]],
  [["- What?  – Nothing."], ["|What?", "|Nothing."]],
  [["- It is 5 - 3 - 1."], ["|It is 5 - 3 - 1."]],
  [[">> >> Twice."], ["|Twice."]],
  [["Sit down.>> No."], ["|Sit down.", "|No."]],
  [
    ["＞＞ One.", "＞＞ Two."],
    ["|One.", "|Two."],
  ],
  [[">> ANA RUIZ, JR.: Hi."], ["ANA RUIZ, JR.|Hi."]],
  [
    ["<v Ana>- One.\n- Two.", "Three.", "<v Ana>- Four. - Five.", "<v Ana>Six. >> Seven."],
    ["Ana|One.", "|Two. Three.", "Ana|Four.", "|Five.", "Ana|Six.", "|Seven."],
  ],
  [["<v Ana>- One,\ntwo.</v>\n<v Luis>– Three."], ["Ana|One, two.", "Luis|Three."]],
  [
    ["Ana (she/her): One.", "Luis Peña (él/elle): Two.", "Ana (she/her): Three."],
    ["Ana (she/her)|One.", "Luis Peña (él/elle)|Two.", "Ana (she/her)|Three."],
  ],
  [
    ["ANA: One.", "LUIS (off): Two.", "ANA [on phone]: Three."],
    ["ANA|One.", "LUIS|(off) Two.", "ANA|[on phone] Three."],
  ],
  [
    ["Speaker 1: One.", "Speaker A: Two.", "Speaker 1 (00:12): Three."],
    ["Speaker 1|One.", "Speaker A|Two.", "Speaker 1|(00:12) Three."],
  ],
  [
    ["THE CLERK: One.", "2ND SPEAKER: Two.", "THE CLERK: Three."],
    ["THE CLERK|One.", "2ND SPEAKER|Two.", "THE CLERK|Three."],
  ],
  [
    ["SPEAKER_00: One.", "Ana: Two.", "SPEAKER_00: Three.", "SPEAKER_01: Four.", "Ana: Five."],
    ["SPEAKER_00|One.", "Ana|Two.", "SPEAKER_00|Three.", "SPEAKER_01|Four.", "Ana|Five."],
  ],
  [
    ["记者:你好", "李:好", "记者:是"],
    ["记者|你好", "李|好", "记者|是"],
  ],
  [
    ["【李】好", "【王】好", "【李】是"],
    ["李|好", "王|好", "李|是"],
  ],
  [
    ["（李）好", "（王）好", "（李）是"],
    ["李|好", "王|好", "李|是"],
  ],
  [
    ["ANA: One.", "LUIS:Two.", "ANA: Three."],
    ["ANA|One.", "LUIS|Two.", "ANA|Three."],
  ],
])("the speakers of %j", (texts, expected) => {
  expect(paragraphsOf(srtOf(texts))).toEqual(expected);
});

test.each([
  ["ANA (off): Hi", "Ana Ruiz (off): Hi"],
  ["― ANA: Hi", "― Ana Ruiz: Hi"],
  ["&gt;&gt; &gt;&gt; ANA: Hi", "&gt;&gt; &gt;&gt; Ana Ruiz: Hi"],
  ["【ANA】Hi", "【Ana Ruiz】Hi"],
])("the speaker of %s is renamed", (text, renamed) => {
  expect(renameSpeakers(text, { ANA: "Ana Ruiz" })).toBe(renamed);
});

test("times within SRT cues, copied from rolling WebVTT, aren't shown, and the words are said once", () => {
  const { cues } = readCaptions(
    "a.srt",
    srtOf([
      "so<00:00:00.400><c> we</c><00:00:00,560><c> came</c>",
      "so we came\nto<00:01.500><c> this</c> street",
      "to this street\nin 1968",
    ]),
  );
  expect(cues.map(({ text }) => text)).toEqual([
    "so we came",
    "so we came\nto this street",
    "to this street\nin 1968",
  ]);
  const { paragraphs } = transcriptFromCues(cues, []);
  expect(paragraphs.flatMap(({ segments }) => segments.map(({ text }) => text))).toEqual([
    "so we came",
    "to this street",
    "in 1968",
  ]);
});

test("cues that are there twice are said once and named in one line, but two voices at once stay", () => {
  const cue = "1\n00:00:01,000 --> 00:00:03,000\n";
  const twice = `${cue}We stay.\n\n${cue}We stay.\n`;
  expect(paragraphsOf(twice)).toEqual(["|We stay."]);
  const findings = lintCues(readCaptions("a.srt", twice).cues, { language: "en" });
  expect(findings).toMatchObject([{ line: 6, severity: "warning", code: "repeats" }]);
  const voices = `${cue}<v Ana>We stay.</v>\n\n${cue}<v Luis>We stay.</v>\n`;
  expect(paragraphsOf(voices)).toEqual(["Ana|We stay.", "Luis|We stay."]);
});

test("a number that WebVTT shows, because no blank line is above it, is a warning at its line", () => {
  const file = (separator: string) =>
    `WEBVTT\n\n3\n00:05.000 --> 00:06.000\n1968${separator}\n4\n00:07.000 --> 00:08.000\nFour`;
  const lint = (text: string) => lintCues(readCaptions("a.vtt", text).cues, { language: "en" });
  expect(lint(file(""))).toMatchObject([{ line: 6, code: "number-in-text", severity: "warning" }]);
  expect(lint(file("\n")).filter(({ code }) => code === "number-in-text")).toEqual([]);
});

test.each([
  ["<i>5 < 6</i>", "error", "“&lt; 6</i>”"],
  ["a <00:04.7>b", "warning", "three digits"],
])("the correction of %s keeps its tags", (text, severity, correction) => {
  const { cues } = readCaptions("a.vtt", `WEBVTT\n\n00:01.000 --> 00:03.000\n${text}`);
  expect(lintCues(cues, { language: "en" })).toMatchObject([
    { line: 4, severity, message: expect.stringContaining(correction) },
  ]);
});
