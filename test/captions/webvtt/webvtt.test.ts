import { describe, expect, test } from "vitest";
import { parseWebVtt } from "../../../src/captions/webvtt/webvtt.ts";

/** Parses a file with one cue that has these settings, below other blocks. */
function parseCueWith(settings: string, blocksAbove = "") {
  const { cues, problems } = parseWebVtt(
    `WEBVTT\n\n${blocksAbove}00:00.000 --> 00:01.000 ${settings}\nx\n`,
  );
  const [cue] = cues;
  if (cue === undefined) throw new Error("no cue");
  return { cue, problems };
}

describe("the signature", () => {
  test.each([
    ["WEBVTT", 0],
    ["\uFEFFWEBVTT", 0],
    ["WEBVTT - a title\n", 0],
    ["WEBVTT\tKind\r\n", 0],
    ["", 1],
    ["webvtt\n", 1],
    [" WEBVTT\n", 1],
    ["WEBVTTX\n", 1],
    ["\uFEFF\uFEFFWEBVTT\n", 1],
    ["1\n00:00:01,000 --> 00:00:02,000\nhi\n", 1],
  ])("%j has %i problems", (text, count) => {
    const { cues, problems } = parseWebVtt(text);
    expect(cues).toEqual([]);
    expect(problems).toHaveLength(count);
  });

  test("a file without the signature has no cues, and the problem says what to write", () => {
    const { cues, problems } = parseWebVtt("00:00.000 --> 00:01.000\nhi\n");
    expect(cues).toEqual([]);
    expect(problems[0]?.line).toBe(1);
    expect(problems[0]?.message).toContain("write WEBVTT and a blank line");
  });
});

describe("cues", () => {
  test("a cue has its id, its times in seconds, its text and the line of its timing", () => {
    const { cues } = parseWebVtt("WEBVTT\n\nhello\n01:02:03.004 --> 100:00:00.000\none\ntwo\n");
    expect(cues).toEqual([
      {
        id: "hello",
        startTime: 3723.004,
        endTime: 360_000,
        text: "one\ntwo",
        region: "",
        vertical: "",
        snapToLines: true,
        line: "auto",
        lineAlign: "start",
        position: "auto",
        positionAlign: "auto",
        size: 100,
        align: "center",
        sourceLine: 4,
      },
    ]);
  });

  test("lines can end in CR, LF or both", () => {
    for (const end of ["\n", "\r", "\r\n"]) {
      const text = ["WEBVTT", "", "00:01.000 --> 00:02.000", "a", "b", "", "c"].join(end);
      const { cues, problems } = parseWebVtt(text);
      expect(cues[0]?.text).toBe("a\nb");
      expect(problems[0]?.line).toBe(7);
    }
  });

  test("U+0000 becomes U+FFFD", () => {
    expect(parseWebVtt("WEBVTT\n\n00:01.000 --> 00:02.000\na\0b").cues[0]?.text).toBe("a\uFFFDb");
  });

  test("a timing line directly below a cue's text begins a new cue", () => {
    const text = "WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb";
    expect(parseWebVtt(text).cues.map((cue) => cue.text)).toEqual(["a", "b"]);
  });

  test("a cue can be directly below the signature, and have no text", () => {
    const { cues } = parseWebVtt("WEBVTT\n00:01.000-->00:02.000");
    expect(cues).toHaveLength(1);
    expect(cues[0]?.text).toBe("");
  });

  test.each([
    ["00:01,000 --> 00:02,000", "full stop before the milliseconds"],
    ["00:01.0 --> 00:02.000", "three digits"],
    ["\uFEFF00:01.000 --> 00:02.000", "invisible character"],
    ["1<2 and <!-- 2>1 -->", "only allowed between two times"],
    ["00:61.000 --> 00:62.000", "at most 59"],
    ["1:00.000 --> 00:02.000", "two digits"],
    ["see --> there", "--&gt;"],
  ])("%j isn't a valid timing, and the problem says why", (line, reason) => {
    const { cues, problems } = parseWebVtt(`WEBVTT\n\n${line}\ntext\n`);
    expect(cues).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(3);
    expect(problems[0]?.message).toContain(reason);
  });

  test("text after a blank line is dropped and reported", () => {
    const { problems } = parseWebVtt("WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nlost\n");
    expect(problems).toEqual([{ line: 6, message: expect.stringContaining("“lost”") }]);
  });
});

describe("settings", () => {
  test("every setting is parsed", () => {
    const { cue, problems } = parseCueWith(
      "vertical:rl line:-1,end position:12.5%,line-left size:50% align:right",
    );
    expect(problems).toEqual([]);
    expect(cue).toMatchObject({
      vertical: "rl",
      line: -1,
      lineAlign: "end",
      snapToLines: true,
      position: 12.5,
      positionAlign: "line-left",
      size: 50,
      align: "right",
    });
  });

  test("a line as a percentage doesn't snap to lines", () => {
    expect(parseCueWith("line:80%").cue).toMatchObject({ line: 80, snapToLines: false });
  });

  test.each([
    "vertical:up",
    "line:five",
    "line:5,middle",
    "line:101%",
    "line:1.%",
    "position:5",
    "position:50%,start",
    "size:-1%",
    "align:middle",
    "region:nowhere",
    "colour:red",
    "align",
    ":left",
    "align:",
  ])("%s is dropped and reported", (setting) => {
    const { cue, problems } = parseCueWith(setting);
    expect(cue).toEqual(parseCueWith("").cue);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(3);
  });

  test("a cue is in a region that is defined above it, unless its settings exclude a region", () => {
    const regionBlock = "REGION\nid:left\nwidth:40%\n\n";
    expect(parseCueWith("region:left", regionBlock).cue.region).toBe("left");
    expect(parseCueWith("region:left line:1", regionBlock).cue.region).toBe("");
    expect(parseCueWith("region:left vertical:lr", regionBlock).cue.region).toBe("");
    expect(parseCueWith("region:left size:50%", regionBlock).cue.region).toBe("");
    expect(parseCueWith("region:left size:100%", regionBlock).cue.region).toBe("left");
  });
});

describe("blocks", () => {
  test("a region has all its settings, and the defaults for invalid ones", () => {
    const text =
      "WEBVTT\n\nREGION\nid:a width:40% lines:2 regionanchor:0%,50%\nviewportanchor:10%,90% scroll:up" +
      "\n\nREGION\nid:b width:400% lines:-2 regionanchor:5% scroll:down\n";
    const { regions, problems } = parseWebVtt(text);
    expect(regions).toEqual([
      {
        id: "a",
        width: 40,
        lines: 2,
        regionAnchorX: 0,
        regionAnchorY: 50,
        viewportAnchorX: 10,
        viewportAnchorY: 90,
        scroll: "up",
      },
      {
        id: "b",
        width: 100,
        lines: 3,
        regionAnchorX: 0,
        regionAnchorY: 100,
        viewportAnchorX: 0,
        viewportAnchorY: 100,
        scroll: "",
      },
    ]);
    expect(problems).toHaveLength(4);
  });

  test("styles and notes are parsed separately from cues", () => {
    const text = "WEBVTT\n\nSTYLE\n::cue {\n}\n\nNOTE one\n\nNOTE\ntwo\nlines\n\nNOTES are text\n";
    const { styles, notes, problems } = parseWebVtt(text);
    expect(styles).toEqual(["::cue {\n}"]);
    expect(notes).toEqual(["one", "two\nlines"]);
    expect(problems).toHaveLength(1);
  });

  test("a style after the first cue is ignored, and the problem says to move it", () => {
    const text = "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nSTYLE\n::cue {}\n";
    const { styles, problems } = parseWebVtt(text);
    expect(styles).toEqual([]);
    expect(problems).toEqual([{ line: 6, message: expect.stringContaining("move it above") }]);
  });

  test("metadata directly below the signature is allowed, but a style is reported", () => {
    expect(parseWebVtt("WEBVTT\nKind: captions\nLanguage: es\n").problems).toEqual([]);
    const { problems } = parseWebVtt("WEBVTT\nSTYLE\n::cue {}\n");
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining("blank line") }]);
  });
});
