import { describe, expect, test } from "vitest";
import { newCue } from "../../../src/captions/cue.ts";
import { lintCues } from "../../../src/captions/lint/lint.ts";
import { findLostText } from "../../../src/captions/lint/lost-text.ts";
import { readCaptions } from "../../../src/captions/read.ts";

/** The findings about a cue of three seconds, whose timing is in line 10. */
function lint(text: string, start = 1, end = 4) {
  return lintCues([newCue(start, end, text, 10)], { language: "en", duration: 60 });
}

describe("words that WebVTT drops", () => {
  test.each([
    ["I <3 this street", 3, "“<3 this street”", "&lt;3 this street"],
    ["< Where are you from?", 1, "“< Where are you from?”", "&lt; Where are you from?"],
    ["if a < b then <i", 6, "“< b then <i”", "&lt; b then &lt;i"],
    ["mail <maria@example.org> & co", 6, "“<maria@example.org>”", "&lt;maria@example.org&gt;"],
    ["<foo>", 1, "“<foo>”", "&lt;foo&gt;"],
    ["We <i came</i>", 4, "“<i came</i>”", "&lt;i came&lt;/i&gt;"],
    ["We </came here> today", 4, "“</came here>”", "&lt;/came here&gt;"],
    ["at <5 pm> or so", 4, "“<5 pm>”", "&lt;5 pm&gt;"],
  ])("are named with their place and correction: %s", (text, column, lost, correction) => {
    expect(lint(text)).toEqual([
      {
        line: 11,
        column,
        severity: "error",
        code: "lost-text",
        message: expect.stringContaining(lost),
      },
    ]);
    expect(lint(text)[0]?.message).toContain(correction);
  });

  test("are named at their line of the cue", () => {
    expect(lint("One.\nTwo <3.")).toMatchObject([{ line: 12, column: 5 }]);
  });

  test("are those of a tag that isn't closed on its line", () => {
    expect(lint("<v Ana\nWe came <i>here</i>")).toMatchObject([
      { severity: "error", message: expect.stringContaining("speaker's name") },
    ]);
    expect(lint("<V Ana>We came")).toMatchObject([{ message: expect.stringContaining("<v …>") }]);
  });

  test("signs without words are a warning", () => {
    expect(lint("rent is 5 <")).toMatchObject([{ severity: "warning", code: "lost-text" }]);
    expect(lint("room 111 <<")).toMatchObject([{ severity: "warning", column: 10 }]);
    expect(lint("one<br>two")).toMatchObject([{ severity: "warning", column: 4 }]);
  });

  test.each([
    "<v Ana>Hi</v>",
    "<v.loud Ana María>Hi",
    "<i>a</i> <b>b</b> <u>c</u> <c.red>d</c>",
    "a <00:00:02.000><c> b</c><00:02.500> c",
    "<lang es>Hola</lang> <ruby>a<rt>b</rt></ruby>",
    '<font color="#ff0000">red</font> <strong>b</strong> <span style=x>y</span>',
    "a > b, >> yes, a &lt; b",
    "</v></i>text",
  ])("aren't in %s", (text) => {
    expect(findLostText(text)).toEqual([]);
  });

  test.each([
    ["a.srt", "1\n00:00:01,000 --> 00:00:09,000\n"],
    ["a.sbv", "0:00:01.000,0:00:09.000\n"],
  ])("are kept from %s, which has no such tags", (file, timing) => {
    const text = "I <3 you <maria@example.org> a < b <foo>";
    const { cues } = readCaptions(file, `${timing}${text}\n`);
    expect(cues.flatMap((cue) => findLostText(cue.text))).toEqual([]);
    expect(cues[0]?.text).toBe(text.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
  });
});

test.each([
  ["a &amp;lt; b", "&lt;"],
  ["R&amp;amp;D", "&amp;"],
  ["don&amp;#39;t", "&#39;"],
  ["a &amp;amp;amp;nbsp; b", "&nbsp;"],
])("a reference that was escaped twice is a warning: %s", (text, seen) => {
  expect(lint(text)).toMatchObject([
    {
      line: 11,
      severity: "warning",
      code: "escaped-twice",
      message: expect.stringContaining(seen),
    },
  ]);
});

test.each(["R&amp;D", "Q&amp;A;", "a &lt; b", "&amp;nonsense;"])(
  "%s isn't escaped twice",
  (text) => {
    expect(lint(text)).toEqual([]);
  },
);

test("a cue without text is a warning, whatever its times are", () => {
  const empty = [{ severity: "warning", code: "empty" }];
  expect(lint("", 0, 0)).toMatchObject(empty);
  expect(lint("<i> </i>", 90, 91)).toMatchObject(empty);
  expect(lint("", 5, 3)).toMatchObject(empty);
});
