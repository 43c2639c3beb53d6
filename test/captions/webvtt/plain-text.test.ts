import { expect, test } from "vitest";
import {
  plainText,
  speakerOf,
  speakersOf,
  speakerTurns,
} from "../../../src/captions/webvtt/plain-text.ts";

test("plain text has no markup, keeps its lines, and has decoded references", () => {
  expect(plainText("<v Ana>R&amp;D <i>is</i>\n<00:01.000>&lt;good&gt;</v>")).toBe("R&D is\n<good>");
});

test("ruby text follows its base in parentheses", () => {
  expect(plainText("<ruby>漢字<rt>かんじ</rt></ruby>です")).toBe("漢字(かんじ)です");
});

test("the speaker is the annotation of the voice span, or undefined without one", () => {
  expect(speakerOf("<v.loud Ana María>Hi")).toBe("Ana María");
  expect(speakerOf("Hi")).toBeUndefined();
  expect(speakerOf("<v>Hi")).toBeUndefined();
});

test("two voice spans in a cue are two turns, whether closed or not", () => {
  const expected = [
    { speaker: "Ana", text: "Hi\n" },
    { speaker: "Bob", text: "Hello" },
  ];
  expect(speakerTurns("<v Ana>Hi</v>\n<v Bob>Hello</v>")).toEqual(expected);
  expect(speakerTurns("<v Ana>Hi\n<v Bob>Hello")).toEqual(expected);
  expect(speakersOf("<v Ana>Hi</v> <v Bob>Hello</v> <v Ana>Bye</v>")).toEqual(["Ana", "Bob"]);
});
