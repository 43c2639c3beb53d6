/** Properties of any text: nothing throws, formatting and parsing preserve captions, hostile files end. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Captions, Cue, Region } from "../../src/captions/cue.ts";
import { escapeCueText } from "../../src/captions/escape.ts";
import { lintCues } from "../../src/captions/lint/lint.ts";
import { readCaptions } from "../../src/captions/read.ts";
import { formatSrt, parseSrt } from "../../src/captions/srt/srt.ts";
import { plainText, speakerTurns } from "../../src/captions/webvtt/plain-text.ts";
import { formatWebVtt, parseCueText, parseWebVtt } from "../../src/captions/webvtt/webvtt.ts";
import { anyCharacter } from "../support/any-character.ts";
import { startProcessorTimer } from "../support/processor-time.ts";

/** Text that is markup in one of the formats. */
const fragments = [
  "WEBVTT\n\n",
  "STYLE\n",
  "REGION\nid:a\n",
  "NOTE ",
  "id:b lines:99999 width:0.0000001% scroll:up regionanchor:1%,2.50%\n",
  "\n00:00:01.000 --> 00:00:02.000",
  "\n1:00.000-->00:02.000",
  "7\n00:00:01,000 --> 00:00:02,000\n",
  " line:-0 position:50%,center align:left",
  " vertical:rl region:a size:33.3%",
  " line:99%,end region:a",
  "\n",
  "\r\n",
  "\r",
  "\0",
  "-->",
  "--&gt;",
  "<v Ana>",
  "<i>",
  "</i>",
  "<ruby><rt>",
  "</ruby>",
  "<00:01.000>",
  "&amp;",
  "&#x",
  "&not",
  "{\\an8}",
  "{i}",
  "\\N",
  "– > ",
  "0:00:01.000,0:00:02.000\n",
  "[br]",
  "<p begin='1s' end='2s'>",
  "<p begin='1s' dur='0s' region='r'>",
  "<span begin='1s' tts:fontStyle='italic'>",
  "</span>",
  "</p>",
  "<br/>",
  "<div timeContainer='seq'>",
  "<![CDATA[",
  "<!--",
  "&#0;",
  "\uFEFF",
  "đường",
  "[music]",
];
/** Fragments in any order, with any characters between. */
const randomText = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: anyCharacter, maxLength: 5 })))
  .map((parts) => parts.join(""));

const percent = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const name = fc.stringMatching(/^[a-zđ0-9:._-]{1,9}$/);
const time = fc.integer({ min: 0, max: 400_000_000 }).map((milliseconds) => milliseconds / 1000);
const region: fc.Arbitrary<Region> = fc.record({
  id: name,
  width: percent,
  lines: fc.nat(),
  regionAnchorX: percent,
  regionAnchorY: percent,
  viewportAnchorX: percent,
  viewportAnchorY: percent,
  scroll: fc.constantFrom("", "up"),
});
const cue: fc.Arbitrary<Cue> = fc
  .record({
    id: fc.oneof(fc.constant(""), name),
    startTime: time,
    endTime: time,
    text: fc.array(fc.stringMatching(/^[^\r\n\0]{1,20}$/)).map((lines) => lines.join("\n")),
    region: fc.constant(""),
    vertical: fc.constantFrom("" as const, "rl" as const, "lr" as const),
    snapToLines: fc.boolean(),
    line: fc.oneof(fc.constant("auto" as const), percent),
    lineAlign: fc.constantFrom("start" as const, "center" as const, "end" as const),
    position: fc.oneof(fc.constant("auto" as const), percent),
    positionAlign: fc.constantFrom("auto" as const, "line-left" as const, "center" as const),
    size: percent,
    align: fc.constantFrom("start" as const, "center" as const, "left" as const),
    sourceLine: fc.constant(0),
  })
  .map((values) => {
    // WebVTT has no syntax for the alignment of an automatic line or position.
    const line = values.line === "auto" ? { lineAlign: "start" as const, snapToLines: true } : {};
    const position = values.position === "auto" ? { positionAlign: "auto" as const } : {};
    return { ...values, ...line, ...position, text: values.text.replaceAll("-->", "--&gt;") };
  });

/** The captions without their problems and line numbers, which formatting doesn't preserve. */
function contentOf(captions: Captions): Omit<Captions, "problems"> {
  const { cues, regions, styles, notes } = captions;
  return { cues: cues.map((item) => ({ ...item, sourceLine: 0 })), regions, styles, notes };
}

describe("for any text", () => {
  test("nothing throws", () => {
    fc.assert(
      fc.property(
        randomText,
        fc.constantFrom("a.vtt", "a.srt", "a.sbv", "a.ttml", "a"),
        (text, file) => {
          for (const start of ["", "WEBVTT\n\n", "0:00:01.000,0:00:02.000\n", "<tt><body><div>"]) {
            const input = start + text;
            const { cues } = readCaptions(file, input);
            lintCues(cues, { language: "en", duration: 10 });
            formatSrt(cues);
            for (const { text: cueText } of cues) parseCueText(cueText);
          }
          plainText(text);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("formatting and parsing a WebVTT file again preserves its content", () => {
    fc.assert(
      fc.property(randomText, (text) => {
        const captions = parseWebVtt(`WEBVTT\n\n${text}`);
        expect(contentOf(parseWebVtt(formatWebVtt(captions)))).toEqual(contentOf(captions));
      }),
      { numRuns: 100 },
    );
  });

  test("converting an SRT file to WebVTT preserves its cues", () => {
    fc.assert(
      fc.property(randomText, (text) => {
        const cues = parseSrt(`00:00:01,000 --> 00:00:02,000\n${text}`).cues;
        expect(contentOf(parseWebVtt(formatWebVtt({ cues }))).cues).toEqual(
          cues.map((item) => ({ ...item, sourceLine: 0 })),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("converting a TTML or SBV file to WebVTT preserves its text", () => {
    fc.assert(
      fc.property(randomText, fc.constantFrom("a.sbv", "a.ttml"), (text, file) => {
        const start = file === "a.sbv" ? "0:00:01.000,0:00:02.000\n" : "<tt><body><div>";
        const { cues } = readCaptions(file, start + text);
        const converted = parseWebVtt(formatWebVtt({ cues })).cues;
        expect(converted.map((item) => item.text)).toEqual(cues.map((item) => item.text));
      }),
      { numRuns: 100 },
    );
  });

  test("the speaker turns of a cue contain all its text", () => {
    fc.assert(
      fc.property(randomText, (text) => {
        const turns = speakerTurns(text).map((turn) => turn.text);
        expect(turns.join("").trim()).toBe(plainText(text));
      }),
    );
  });
});

test("parsing formatted WebVTT returns the same cues and regions", () => {
  fc.assert(
    fc.property(fc.array(cue), fc.array(region), (cues, regions) => {
      const captions = parseWebVtt(formatWebVtt({ cues, regions }));
      expect(captions.problems).toEqual([]);
      expect(contentOf(captions)).toEqual({ cues, regions, styles: [], notes: [] });
    }),
  );
});

const word = fc.oneof(
  fc.stringMatching(/^[\p{L}\p{N}.,!?¿¡'"–—…♪&<-]{1,12}$/u),
  fc.constantFrom(
    "1984",
    "2",
    "<3",
    "R&D",
    "&amp;",
    "<i>",
    "</v>",
    "&lt;",
    "&#60;",
    "-",
    "->",
    "Ünïcödé",
    "đường",
    "5:30,",
  ),
);
const srtLine = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom("", "i", "b", "u"))
  .map(([words, tag]) => {
    const text = escapeCueText(words.join(" "));
    return tag === "" ? text : `<${tag}>${text}</${tag}>`;
  });
/** What SRT can express: text of several lines, italics, bold, underline, and nine positions. */
const srtCue = fc.record({
  startTime: time,
  endTime: time,
  text: fc.array(srtLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  positionKey: fc.integer({ min: 1, max: 9 }),
});

test("parsing formatted SRT returns the same cues", () => {
  fc.assert(
    fc.property(fc.array(srtCue), (generated) => {
      const cues = generated.map(({ startTime, endTime, text, positionKey }, index) => {
        const [positioned] = parseSrt(`00:00:01,000 --> 00:00:02,000\n{\\an${positionKey}}x`).cues;
        return { ...positioned, id: String(index + 1), startTime, endTime, text, sourceLine: 0 };
      });
      const { cues: parsed, problems } = parseSrt(formatSrt(cues));
      if (cues.length > 0) expect(problems).toEqual([]);
      expect(parsed.map((item) => ({ ...item, sourceLine: 0 }))).toEqual(cues);
    }),
    { numRuns: 100 },
  );
});

test("text that WebVTT doesn't allow is replaced and stays in its block", () => {
  const text = formatWebVtt({
    cues: [
      { startTime: -1, endTime: Number.NaN, id: "a\n-->", text: "one\n\n\ntwo --> three\r\n" },
    ],
    notes: ["why -->\n\nnot"],
    styles: ["::cue {}\n\n/* --> */"],
  });
  const { cues, notes, styles } = parseWebVtt(text);
  expect(cues).toMatchObject([
    { id: "a ->", startTime: 0, endTime: 0, text: "one\ntwo --&gt; three" },
  ]);
  expect(notes).toEqual(["why ->\nnot"]);
  expect(styles).toEqual(["::cue {}\n/*  */"]);
});

/** In UTF-16 code units. A parser that takes quadratic time would need a quarter of a minute for it. */
const hostileLength = 125_000;
/** In milliseconds. Linear time is less than half a second. */
const maxTime = 2500;

describe("a hostile text of 125 kB is parsed to its end, in bounded time", () => {
  let timer = startProcessorTimer();
  beforeEach(() => {
    timer = startProcessorTimer();
  });
  afterEach(() => {
    expect(timer()).toBeLessThan(maxTime);
  });

  const lastCue = "\n\n00:01.000 --> 00:02.000\nend\n";
  test.each([
    "\n",
    "\r",
    "x\n",
    "-->\n",
    "a\n-->\n",
    "STYLE\n\n",
    "NOTE\n",
    "REGION\nid:a\n\n",
    "00:01.000 --> 00:02.000\n",
    "9".repeat(50),
    "id:a ",
    "  ",
    "\0",
  ])("%j repeated in WebVTT and SRT", (repeated) => {
    const text = `WEBVTT\n\n${repeated.repeat(hostileLength / repeated.length)}${lastCue}`;
    for (const name of ["a.vtt", "a.srt"]) {
      const { cues, problems } = readCaptions(name, text);
      expect(cues.at(-1)?.text).toBe("end");
      expect(problems.length).toBeLessThan(300);
    }
    expect(parseSrt(text.slice(8)).cues.at(-1)?.text).toBe("end");
  });

  test.each(["\n", "x\n", "[br]", "0:00:01.000,", "9", "0:00:01.000,0:00:02.000\n"])(
    "%j repeated in SBV",
    (repeated) => {
      const start = "0:00:01.000,0:00:02.000\n";
      const text = `${start}${repeated.repeat(hostileLength / repeated.length)}\n${start}end\n`;
      expect(readCaptions("a.sbv", text).cues.at(-1)?.text).toBe("end");
    },
  );

  test.each([
    "<p begin='1s' end='2s'>x</p>",
    "<br/>",
    "x<br/>",
    "<span begin='1s' end='2s'>x</span>",
    "<div>",
    "<!--",
    "<a b='",
    "&amp;",
    "<!DOCTYPE a [<!ENTITY a '&a;'>",
  ])("%j repeated in TTML", (repeated) => {
    const start = "<tt><body><div><p begin='1s' end='9s'>";
    const { cues, problems } = readCaptions(
      "a.ttml",
      start + repeated.repeat(hostileLength / repeated.length),
    );
    expect(cues.length + problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(300);
  });

  test.each(["<", "<b>", "</b>", "<v ", "<c.", "&", "&#", "&#1", "&a", "<ruby><rt>", "<1", " "])(
    "%j repeated in cue text",
    (repeated) => {
      const text = `${repeated.repeat(hostileLength / repeated.length)}end`;
      expect(plainText(text).length).toBeLessThanOrEqual(text.length * 2);
      const srt = formatSrt([{ startTime: 0, endTime: 1, text: `start ${text}` }]);
      expect(parseSrt(srt).cues).toHaveLength(1);
    },
  );
});
