import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newCue, type TimedText } from "../../../src/captions/cue.ts";
import { lintCues } from "../../../src/captions/lint/lint.ts";
import { readCaptions } from "../../../src/captions/read.ts";
import { readSpokenCues } from "../../../src/captions/spoken/repeats.ts";

/** Consecutive cues of this length in seconds. */
function cues(seconds: number, ...texts: string[]): TimedText[] {
  return texts.map((text, index) => {
    return { startTime: index * seconds, endTime: (index + 1) * seconds, text };
  });
}

/** What is said: start, end and text of each cue. */
function said(from: readonly TimedText[]): [number, number, string][] {
  return readSpokenCues(from).cues.map(({ startTime, endTime, lines }) => {
    return [startTime, endTime, lines.map(({ text }) => text).join("\n")];
  });
}

/** A sentence once for each word, which is in these tags. */
function highlight(sentence: string, open: string, close: string): string[] {
  const words = sentence.split(" ");
  return words.map((_, at) =>
    words.map((word, index) => (index === at ? open + word + close : word)).join(" "),
  );
}

/** Expects of three sentences with such signs around each word in turn that each is said once, without them. */
function expectEachSentenceOnce(open: string, close: string): void {
  const texts = [
    ...highlight("Yes, we can", open, close),
    ...highlight("The people came home", open, close),
    ...highlight("Thank you", open, close),
  ];
  expect(said(cues(0.5, ...texts))).toEqual([
    [0, 1.5, "Yes, we can"],
    [1.5, 3.5, "The people came home"],
    [3.5, 4.5, "Thank you"],
  ]);
}

describe("captions that highlight one word after the other", () => {
  test.each([
    ["<u>", "</u>"],
    ["<b>", "</b>"],
    ["<i>", "</i>"],
    ["<c.yellow>", "</c>"],
  ])("have each sentence once: %s", (open, close) => {
    expectEachSentenceOnce(open, close);
  });

  test("have each sentence once with cues between that highlight nothing", () => {
    const texts = ["Yes, we can", "<u>Yes,</u> we can", "Yes, <u>we</u> can", "Yes, we can"];
    expect(said(cues(0.4, ...texts))).toEqual([[0, 1.6, "Yes, we can"]]);
  });

  test("have each sentence once if their colors, which SRT exports have, are dropped", () => {
    const texts = [
      ...highlight("The people came home", '<font color="#00ff00">', "</font>"),
      ...highlight("Thank you", '<font color="#00ff00">', "</font>"),
    ];
    const srt = texts.map((text, at) => `00:00:0${at}.100 --> 00:00:0${at}.500\n${text}\n\n`);
    const { cues: read } = readCaptions("a.srt", srt.join(""));
    expect(said(read).map(([, , text]) => text)).toEqual(["The people came home", "Thank you"]);
  });

  test("are named in one line, without a warning for each cue", () => {
    const texts = highlight("The people came home.", "<u>", "</u>");
    const findings = lintCues(
      cues(0.5, ...texts).map((cue, at) => ({ ...readCue(cue), sourceLine: at * 4 + 2 })),
      { language: "en" },
    );
    expect(findings).toMatchObject([{ line: 6, severity: "warning", code: "repeats" }]);
    expect(findings[0]?.message).toContain("one word after the other");
  });
});

describe("captions that highlight words without tags", () => {
  test.each([
    ["[", "]"],
    ["(", ")"],
    ["*", "*"],
    ["**", "**"],
    ["_", "_"],
    ["{", "}"],
    ["“", "”"],
    ["→ ", ""],
    ["【", "】"],
    ["&lt;", "&gt;"],
  ])("have each sentence once, without the signs: %s %s", (open, close) => {
    expectEachSentenceOnce(open, close);
  });

  test.each([
    ["I came in 1968 from Cần Thơ.", "vi"],
    ["Él vivió aquí, ¿no?", "es"],
    ["Die Straße ist groß", "de"],
    ["İstanbul'da ışık var", "tr"],
    ["Το σπίτι μας είναι εδώ", "el"],
    ["We’re from the “North”, don't you know", "en"],
  ])("have each sentence once, as it is without capitals: %s", (sentence, language) => {
    const words = sentence.split(" ");
    const texts = words.map((_, at) =>
      words
        .map((word, index) => (index === at ? word.toLocaleUpperCase(language) : word))
        .join(" "),
    );
    expect(said(cues(0.4, ...texts, "Good night.")).map(([, , text]) => text)).toEqual([
      sentence,
      "Good night.",
    ]);
  });

  test("have each sentence once: without spaces, on two lines, with a speaker, cumulative, with pauses between", () => {
    const said1 = (...texts: string[]) => said(cues(0.5, ...texts)).map(([, , text]) => text);
    expect(said1("【我们】来到这里", "我们【来到】这里", "我们来到【这里】")).toEqual([
      "我们来到这里",
    ]);
    expect(said1("YES, we\ncan", "yes, WE\ncan", "yes, we\nCAN")).toEqual(["yes, we\ncan"]);
    expect(said1("<v Ana>*Yes* we can", "<v Ana>Yes *we* can", "<v Ana>Yes we *can*")).toEqual([
      "Yes we can",
    ]);
    expect(said1("Yes we can", "YES we can", "YES WE can", "YES WE CAN")).toEqual(["Yes we can"]);
    expect(
      said1("Yes we can", "[Yes] we can", "Yes we can", "Yes [we] can", "Yes we [can]"),
    ).toEqual(["Yes we can"]);
    expect(said1("[music] *Yes* we can", "[music] Yes *we* can", "[music] Yes we *can*")).toEqual([
      "[music] Yes we can",
    ]);
  });

  test("have a sentence of one word without its stars, where stars highlight other sentences", () => {
    const texts = (...all: string[]) => said(cues(0.5, ...all)).map(([, , text]) => text);
    const highlighted = ["*Yes* we can", "Yes *we* can", "Yes we *can*"];
    expect(texts("*OK.*", ...highlighted, "*[music]*", "not *so* fast")).toEqual([
      "OK.",
      "Yes we can",
      "[music]",
      "not *so* fast",
    ]);
    expect(texts("*OK.*", "*music*")).toEqual(["*OK.*", "*music*"]);
    expect(texts("*OK.*", "YES we can", "Yes WE can", "Yes we CAN")).toContain("*OK.*");
  });

  test("are named in one line, without a warning for each cue", () => {
    const read = cues(
      0.5,
      "The PEOPLE came home.",
      "The people CAME home.",
      "The people came HOME.",
    );
    const findings = lintCues(
      read.map((cue, at) => ({ ...readCue(cue), sourceLine: at * 4 + 2 })),
      { language: "en" },
    );
    expect(findings).toMatchObject([{ severity: "warning", code: "repeats" }]);
  });
});

test("any sentences whose words are highlighted by signs are said once, with all of their words", () => {
  const word = fc.constantFrom(
    "we",
    "Huế,",
    "1968",
    "don’t",
    "“No”",
    "(why)",
    "¿qué?",
    "đến",
    "I",
    "—",
    "here🎵",
  );
  const sentence = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(" "));
  const pair = fc.constantFrom(["*", "*"], ["[", "]"], ["_", "_"], ["→", ""], ["【", "】"]);
  fc.assert(
    fc.property(
      fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 }),
      pair,
      (all, [open, close]) => {
        const texts = all.flatMap((one) => highlight(one, open ?? "", close ?? ""));
        expect(said(cues(1, ...texts)).map(([, , text]) => text)).toEqual(all);
      },
    ),
    { numRuns: 100 },
  );
});

describe("what people say twice stays", () => {
  test.each([
    [["No.", "<i>No.</i>", "No."]],
    [["Thank you.", "Thank you."]],
    [["The people united will never be defeated!", "The people united will never be defeated!"]],
    [["<v Ana>I do not know.", "<v Bob>I do not know."]],
    [["<i>Who is there?</i>", "Who is there?"]],
    [["Yes we can!", "YES WE CAN!", "Yes we can!"]],
    [["WHO did it?", "Who DID it?"]],
    [["No, NO, no.", "No, no, no.", "No, no, no."]],
    [["♪ We shall overcome ♪", "We shall overcome", "(We shall overcome)"]],
    [["We are here.", "We are here?", "We are here!"]],
    [["<v Ana>YES we can", "<v Bob>yes WE can", "<v Ana>yes we CAN"]],
  ])("%j", (texts) => {
    expect(said(cues(2, ...texts))).toHaveLength(texts.length);
  });
});

test("captions that roll in time, each line still shown when the next appears, are named once", () => {
  const rolling = Array.from({ length: 12 }, (_, at) => ({
    ...readCue({ startTime: at * 2, endTime: at * 2 + 4, text: `Line ${at}` }),
    sourceLine: at * 4 + 2,
  }));
  expect(lintCues(rolling, { language: "en" })).toMatchObject([{ line: 6, code: "repeats" }]);
});

test.each(["vtt", "srt"])("YouTube's rolling captions as %s are named once", (format) => {
  const lines = ["we came here", "by bus in spring", "and on foot", "from the coast"];
  const blocks = lines.flatMap((line, at) => {
    const before = lines[at - 1] ?? " ";
    const time = (seconds: number) => `00:00:${String(10 + seconds).padStart(2, "0")}`;
    const words = format === "vtt" ? line.replace(" ", `<${time(at * 2 + 1)}.000><c> `) : line;
    const text = format === "vtt" ? `${before}\n${words}</c>` : `${before}\n${words}`;
    return [
      `${time(at * 2)}.010 --> ${time(at * 2 + 2)}.000 align:start position:0%\n${text}`,
      `${time(at * 2 + 2)}.000 --> ${time(at * 2 + 2)}.010\n${line}\n `,
    ];
  });
  const header = format === "vtt" ? "WEBVTT\n\n" : "";
  const file = header + blocks.join("\n\n");
  const { cues: read } = readCaptions(
    `a.${format}`,
    format === "srt" ? file.replace(/ align.*/g, "").replace(/(\d)\.(\d{3})/g, "$1,$2") : file,
  );
  expect(said(read).map(([, , text]) => text)).toEqual(lines);
  expect(lintCues(read, { language: "en" }).map(({ code }) => code)).toEqual(["repeats"]);
});

/** A cue with the default settings. */
function readCue(cue: TimedText) {
  return newCue(cue.startTime, cue.endTime, cue.text);
}
