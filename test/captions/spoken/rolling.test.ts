import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paragraphText } from "../../../src/captions/join-lines.ts";
import { readSpokenCues } from "../../../src/captions/spoken/repeats.ts";
import { transcriptFromCues } from "../../../src/transcripts/paragraphs.ts";

/** The merged text of consecutive cues of two seconds. */
function read(...texts: string[]): string {
  const cues = texts.map((text, index) => ({ startTime: index * 2, endTime: index * 2 + 2, text }));
  return transcriptFromCues(cues, []).paragraphs.map(paragraphText).join(" / ");
}

describe("rolling captions", () => {
  test("are included once: each cue begins with the previous line", () => {
    expect(read("we came here", "we came here\nin the spring", "in the spring\nby bus")).toBe(
      "we came here in the spring by bus",
    );
  });

  test("are included once with short cues between that only repeat, as machines write them", () => {
    const cues = [
      { startTime: 0, endTime: 2, text: " \nwe<00:00:00.500><c> came</c>" },
      { startTime: 2, endTime: 2.01, text: "we came\n " },
      { startTime: 2.01, endTime: 4, text: "we came\nby<00:00:03.000><c> bus</c>" },
      { startTime: 4, endTime: 4.01, text: "by bus\n " },
      { startTime: 4.01, endTime: 6, text: "by bus\nand on foot" },
    ];
    const { paragraphs } = transcriptFromCues(cues, []);
    expect(paragraphs.map(paragraphText)).toEqual(["we came by bus and on foot"]);
    expect(paragraphs[0]?.segments.map(({ startTime }) => startTime)).toEqual([0, 2.01, 4.01]);
  });

  test("of three lines, and those that grow word by word, are included once", () => {
    expect(read("a b", "a b\nc d", "a b\nc d\ne f", "c d\ne f\ng h")).toBe("a b c d e f g h");
    expect(read("we", "we came", "we came by", "we came by bus")).toBe("we came by bus");
    expect(read("我们", "我们来到", "我们来到这里", "我们来到这里。")).toBe("我们来到这里。");
  });

  test("keep their speaker", () => {
    const { paragraphs } = transcriptFromCues(
      [
        { startTime: 0, endTime: 2, text: "<v Ana>we came here by bus" },
        { startTime: 2, endTime: 4, text: "<v Ana>we came here by bus\nin the spring" },
      ],
      [],
    );
    expect(paragraphs.map(({ speaker }) => speaker)).toEqual(["Ana"]);
    expect(paragraphs.map(paragraphText)).toEqual(["we came here by bus in the spring"]);
  });
});

describe("words that people repeat", () => {
  test("stay", () => {
    expect(read("No.", "No.", "No.")).toBe("No. No. No.");
    expect(read("No.", "No.\nI said no.")).toBe("No. No. I said no.");
    expect(read("Who?", "Who is it?")).toBe("Who? Who is it?");
  });

  test("stay if whole sentences are said again before new ones", () => {
    const chant = "The people united will win!";
    const said = read(chant, chant, chant, `${chant}\nAnd then we went home.`);
    expect(said.match(/united/g)).toHaveLength(3);
  });

  test("stay after a silence of any length", () => {
    const text = "We have nothing left to lose.";
    const cues = [0, 10, 20].map((startTime) => ({ startTime, endTime: startTime + 2, text }));
    expect(readSpokenCues(cues).cues).toHaveLength(3);
  });
});

test("a text that rolls in two lines is restored", () => {
  const line = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){2,5}$/);
  fc.assert(
    fc.property(fc.uniqueArray(line, { minLength: 3, maxLength: 12 }), (lines) => {
      fc.pre(lines.every((text, index) => !text.startsWith(`${lines[index - 1]} `)));
      const cues = lines.map((text, index) =>
        index === 0 ? text : `${lines[index - 1]}\n${text}`,
      );
      expect(read(...cues).replaceAll(" / ", " ")).toBe(lines.join(" "));
    }),
  );
});
