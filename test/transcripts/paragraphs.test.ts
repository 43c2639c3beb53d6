import { describe, expect, test } from "vitest";
import type { TimedText } from "../../src/captions/cue.ts";
import { paragraphText } from "../../src/captions/join-lines.ts";
import { type Chapter, transcriptFromCues } from "../../src/transcripts/paragraphs.ts";

/** Consecutive cues of two seconds; a number is a pause in seconds. */
function cues(...items: (string | number)[]): TimedText[] {
  let at = 0;
  const made: TimedText[] = [];
  for (const item of items) {
    if (typeof item === "number") at += item;
    else {
      made.push({ startTime: at, endTime: at + 2, text: item });
      at += 2;
    }
  }
  return made;
}

/** The paragraphs as `# chapter / speaker: text`. */
function prose(from: TimedText[], chapters: Chapter[] = []): string[] {
  return transcriptFromCues(from, chapters).paragraphs.map((paragraph) => {
    const heading = paragraph.chapter === undefined ? "" : `# ${paragraph.chapter} / `;
    const speaker = paragraph.speaker === undefined ? "" : `${paragraph.speaker}: `;
    return heading + speaker + paragraphText(paragraph);
  });
}

describe("paragraphs", () => {
  test("consecutive cues are one paragraph, and every segment keeps its times", () => {
    const { paragraphs } = transcriptFromCues(cues("We came\nin <i>1994</i>,", "by bus."), []);
    expect(paragraphs).toEqual([
      {
        startTime: 0,
        segments: [
          { startTime: 0, endTime: 2, text: "We came in 1994," },
          { startTime: 2, endTime: 4, text: "by bus." },
        ],
      },
    ]);
  });

  test("a pause ends a paragraph, a breath does not", () => {
    expect(prose(cues("One.", 2.4, "Two.", 2.6, "Three."))).toEqual(["One. Two.", "Three."]);
  });

  test("a pause is measured from the latest end so far", () => {
    const long = { startTime: 0, endTime: 20, text: "A sign." };
    expect(
      prose([
        long,
        { startTime: 1, endTime: 2, text: "A." },
        { startTime: 19, endTime: 21, text: "B." },
      ]),
    ).toEqual(["A sign. A. B."]);
  });

  test("cues are sorted, and empty ones left out", () => {
    expect(prose([...cues("One.", "<i> </i>", "Two.")].reverse())).toEqual(["One. Two."]);
    expect(prose([])).toEqual([]);
  });

  test("a long paragraph ends at the end of a sentence", () => {
    const sentence = Array.from({ length: 30 }, () => "word").join(" ");
    const texts = [`${sentence}.`, `${sentence},`, `${sentence},`, `${sentence}.`, "Next."];
    const paragraphs = prose(cues(...texts));
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[1]).toBe("Next.");
  });

  test("captions without full stops are divided, too", () => {
    const words = Array.from({ length: 50 }, () => "word").join(" ");
    expect(prose(cues(words, words, words, words))).toHaveLength(2);
    const thai = "เราอยู่ที่นี่มาสามสิบปีแล้ว".repeat(6);
    expect(prose(cues(thai, thai, thai, thai, thai)).length).toBeGreaterThan(1);
  });
});

describe("speakers", () => {
  test("a new speaker begins a paragraph, the same one does not", () => {
    expect(prose(cues("<v Ana>Hi.", "<v Ana>I am Ana.", "<v Bob>And I am Bob."))).toEqual([
      "Ana: Hi. I am Ana.",
      "Bob: And I am Bob.",
    ]);
  });

  test("two voices in one cue are two paragraphs", () => {
    expect(prose(cues("<v Ana>Hi.</v>\n<v Bob>Hello.</v>"))).toEqual(["Ana: Hi.", "Bob: Hello."]);
  });

  test("a voice ends with its cue", () => {
    expect(prose(cues("<v Ana>Hi.", "I am here.", "<v Bob>Bob.", "Yes."))).toEqual([
      "Ana: Hi.",
      "I am here.",
      "Bob: Bob.",
      "Yes.",
    ]);
    expect(prose(cues("<v Ana>Hi.</v> Hello."))).toEqual(["Ana: Hi.", "Hello."]);
  });

  test("an empty voice is nobody", () => {
    expect(prose(cues("<v Ana>Hi.", "<v>Who is this?", "<v >Me.", "<v &nbsp;>Yes."))).toEqual([
      "Ana: Hi.",
      "Who is this? Me. Yes.",
    ]);
  });

  test("a named speaker continues through cues without a name", () => {
    expect(prose(cues(">> ANA: Hi.", "I am Ana.", ">> BOB: Bob.", "Yes."))).toEqual([
      "ANA: Hi. I am Ana.",
      "BOB: Bob. Yes.",
    ]);
  });

  test("a speaker doesn't continue after a pause, a chapter or a sound", () => {
    expect(prose(cues(">> ANA: Hi.", 5, "Who is this?"))).toEqual(["ANA: Hi.", "Who is this?"]);
    expect(prose(cues(">> ANA: Hi.", "Two."), [{ startTime: 2, name: "B" }])).toEqual([
      "ANA: Hi.",
      "# B / Two.",
    ]);
    expect(prose(cues(">> ANA: Hi.", "[music]", "Two."))).toEqual(["ANA: Hi.", "[music]", "Two."]);
  });

  test("in a long speech every paragraph names the speaker", () => {
    const words = `${Array.from({ length: 95 }, () => "word").join(" ")}.`;
    const paragraphs = prose(cues(`<v Ana>${words}`, "<v Ana>More."));
    expect(paragraphs[1]).toBe("Ana: More.");
  });
});

describe("sounds", () => {
  test("between sentences they are a paragraph, inside a sentence they stay in it", () => {
    expect(prose(cues("[music]", "Yes.", "(applause)", "[cheering]", "No."))).toEqual([
      "[music]",
      "Yes.",
      "(applause) [cheering]",
      "No.",
    ]);
    expect(prose(cues("<v Ana>And then we", "[door slams]", "<v Ana>left."))).toEqual([
      "Ana: And then we [door slams] left.",
    ]);
  });

  test("a sound in a speaker's voice belongs to the speaker", () => {
    expect(prose(cues("<v Ana>Yes.", "<v Ana>[sighs]", "<v Ana>No."))).toEqual([
      "Ana: Yes. [sighs] No.",
    ]);
  });

  test("a sound on a separate line of a cue is a separate segment", () => {
    const { paragraphs } = transcriptFromCues(cues("[music]\nWelcome\nall."), []);
    expect(paragraphs.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
      ["[music]"],
      ["Welcome all."],
    ]);
  });
});

describe("chapters", () => {
  test("each begins a paragraph, and only that paragraph has its name", () => {
    const chapters = [
      { startTime: 4, name: "Two" },
      { startTime: 0, name: "One" },
    ];
    expect(prose(cues("A,", "b.", "C,", "d."), chapters)).toEqual([
      "# One / A, b.",
      "# Two / C, d.",
    ]);
  });

  test("a cue belongs to the chapter that contains most of it", () => {
    expect(prose(cues("A.", "B."), [{ startTime: 2.3, name: "Two" }])).toEqual([
      "A.",
      "# Two / B.",
    ]);
    expect(prose(cues("A.", "B."), [{ startTime: 1.5, name: "Two" }])).toEqual([
      "A.",
      "# Two / B.",
    ]);
  });

  test("one without speech is left out", () => {
    const chapters = [
      { startTime: 0, name: "Silence" },
      { startTime: 10, name: "Speech" },
    ];
    expect(prose(cues(10, "A."), chapters)).toEqual(["# Speech / A."]);
  });
});

test("scripts without spaces are joined without them, others with", () => {
  expect(prose(cues("我们在这里\n生活了", "三十年。"))).toEqual(["我们在这里生活了三十年。"]);
  expect(prose(cues("เราอยู่ที่นี่", "มาสามสิบปี"))).toEqual(["เราอยู่ที่นี่มาสามสิบปี"]);
  expect(prose(cues("យើងរស់នៅ", "ទីនេះ"))).toEqual(["យើងរស់នៅទីនេះ"]);
  expect(prose(cues("我们读 IJN", "的报告"))).toEqual(["我们读 IJN 的报告"]);
  expect(prose(cues("우리는 여기에", "삽니다"))).toEqual(["우리는 여기에 삽니다"]);
  expect(prose(cues("نحن هنا", "منذ سنين"))).toEqual(["نحن هنا منذ سنين"]);
});

test.each(["[", "(", "[]", "[ ", "♪", ". ", '."', "。", " ", "\n", "a\n"])(
  "a cue of a megabyte of %j comes to its end",
  (piece) => {
    const text = `${piece.repeat(1_000_000 / piece.length)}x`;
    expect(prose(cues(text, "end")).join(" ")).toMatch(/end$/);
  },
);
