import { expect, test } from "vitest";
import { renameSpeakers } from "../../../src/captions/spoken/rename.ts";

const names = {
  SPEAKER_00: "Ana Morales",
  SPEAKER_01: "SPEAKER_00",
  "R&D": "Research <1>",
  "A.B (C)": "Abc",
};

test.each([
  ["<v SPEAKER_00>Hello.</v>", "<v Ana Morales>Hello.</v>"],
  ["<v.loud  SPEAKER_00 >Hello.", "<v.loud  Ana Morales>Hello."],
  ["SPEAKER_00: Hello.\nSPEAKER_01: Good day.", "Ana Morales: Hello.\nSPEAKER_00: Good day."],
  ["[SPEAKER_00] Hello.\n(SPEAKER_01) Yes.", "[Ana Morales] Hello.\n(SPEAKER_00) Yes."],
  [
    "&gt;&gt; SPEAKER_00: Hello.\n- SPEAKER_01: Yes.",
    "&gt;&gt; Ana Morales: Hello.\n- SPEAKER_00: Yes.",
  ],
  ["<v R&amp;D>Hello.", "<v Research &lt;1&gt;>Hello."],
  ["A.B (C): Hello.", "Abc: Hello."],
  ["I met SPEAKER_00: a word", "I met SPEAKER_00: a word"],
  ["SPEAKER_002: Hello.", "SPEAKER_002: Hello."],
  ["<v SPEAKER>Hello.", "<v SPEAKER>Hello."],
])("renamed speakers are written where the captions name them: %j", (text, expected) => {
  expect(renameSpeakers(text, names)).toBe(expected);
});

test("the rest of a file stays as it is", () => {
  const file =
    "WEBVTT\n\nNOTE SPEAKER_00\n\nSTYLE\n::cue(v) {}\n\n1\n00:01.000 --> 00:02.000 line:0\nHi\n";
  expect(renameSpeakers(file, names)).toBe(file);
  expect(renameSpeakers(file, undefined)).toBe(file);
});
