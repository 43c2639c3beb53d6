/** What holds for every text: nothing throws, what is written reads the same, hostile files end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Captions, Cue, Region } from "../../src/captions/cue.ts";
import { escapeCueText } from "../../src/captions/escape.ts";
import { lintCues } from "../../src/captions/lint/lint.ts";
import { readCaptions } from "../../src/captions/read.ts";
import { formatSrt, parseSrt } from "../../src/captions/srt/srt.ts";
import { plainText, speakerTurns } from "../../src/captions/webvtt/plain-text.ts";
import { formatWebVtt, parseCueText, parseWebVtt } from "../../src/captions/webvtt/webvtt.ts";

/** Pieces that mean something to a parser, in any order, with anything between. */
const pieces = [
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
const messy = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 5 })))
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
  .map((some) => {
    // WebVTT has no way to align a line or position that is automatic.
    const line = some.line === "auto" ? { lineAlign: "start" as const, snapToLines: true } : {};
    const position = some.position === "auto" ? { positionAlign: "auto" as const } : {};
    return { ...some, ...line, ...position, text: some.text.replaceAll("-->", "--&gt;") };
  });

function withoutPlaces(captions: Captions): Omit<Captions, "problems"> {
  const { cues, regions, styles, notes } = captions;
  return { cues: cues.map((some) => ({ ...some, sourceLine: 0 })), regions, styles, notes };
}

describe("whatever the text", () => {
  test("nothing throws", () => {
    fc.assert(
      fc.property(
        messy,
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
      { numRuns: 500 },
    );
  });

  test("what was read from a WebVTT file is written so that it reads the same", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const captions = parseWebVtt(`WEBVTT\n\n${text}`);
        expect(withoutPlaces(parseWebVtt(formatWebVtt(captions)))).toEqual(withoutPlaces(captions));
      }),
      { numRuns: 500 },
    );
  });

  test("what was read from an SRT file survives being written as WebVTT", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const cues = parseSrt(`00:00:01,000 --> 00:00:02,000\n${text}`).cues;
        expect(withoutPlaces(parseWebVtt(formatWebVtt({ cues }))).cues).toEqual(
          cues.map((some) => ({ ...some, sourceLine: 0 })),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("what was read from TTML or SBV is written as WebVTT that reads the same words", () => {
    fc.assert(
      fc.property(messy, fc.constantFrom("a.sbv", "a.ttml"), (text, file) => {
        const start = file === "a.sbv" ? "0:00:01.000,0:00:02.000\n" : "<tt><body><div>";
        const { cues } = readCaptions(file, start + text);
        const again = parseWebVtt(formatWebVtt({ cues })).cues;
        expect(again.map((some) => some.text)).toEqual(cues.map((some) => some.text));
      }),
      { numRuns: 500 },
    );
  });

  test("the turns of a cue hold all its text", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const all = speakerTurns(text).map((turn) => turn.text);
        expect(all.join("").trim()).toBe(plainText(text));
      }),
    );
  });
});

test("any cues and regions that WebVTT can hold are written and read back", () => {
  fc.assert(
    fc.property(fc.array(cue), fc.array(region), (cues, regions) => {
      const captions = parseWebVtt(formatWebVtt({ cues, regions }));
      expect(captions.problems).toEqual([]);
      expect(withoutPlaces(captions)).toEqual({ cues, regions, styles: [], notes: [] });
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
/** What SRT can hold: words on one or more lines, italics, bold, underline, and nine places. */
const srtCue = fc.record({
  startTime: time,
  endTime: time,
  text: fc.array(srtLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  place: fc.integer({ min: 1, max: 9 }),
});

test("any cues that SRT can hold are written and read back", () => {
  fc.assert(
    fc.property(fc.array(srtCue), (made) => {
      const cues = made.map(({ startTime, endTime, text, place }, index) => {
        const [placed] = parseSrt(`00:00:01,000 --> 00:00:02,000\n{\\an${place}}x`).cues;
        return { ...placed, id: String(index + 1), startTime, endTime, text, sourceLine: 0 };
      });
      const { cues: again, problems } = parseSrt(formatSrt(cues));
      if (cues.length > 0) expect(problems).toEqual([]);
      expect(again.map((some) => ({ ...some, sourceLine: 0 }))).toEqual(cues);
    }),
    { numRuns: 500 },
  );
});

test("texts that WebVTT cannot hold are mended and stay in their block", () => {
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

/** Characters. A reader whose time grows with the square of the length would need hours for it. */
const hostileLength = 1_000_000;

describe("a hostile text of a megabyte is read to its end", { timeout: 60_000 }, () => {
  const CUE = "\n\n00:01.000 --> 00:02.000\nend\n";
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
  ])("lines of %j", (piece) => {
    const text = `WEBVTT\n\n${piece.repeat(hostileLength / piece.length)}${CUE}`;
    for (const name of ["a.vtt", "a.srt"]) {
      const { cues, problems } = readCaptions(name, text);
      expect(cues.at(-1)?.text).toBe("end");
      expect(problems.length).toBeLessThan(300);
    }
    expect(parseSrt(text.slice(8)).cues.at(-1)?.text).toBe("end");
  });

  test.each(["\n", "x\n", "[br]", "0:00:01.000,", "9", "0:00:01.000,0:00:02.000\n"])(
    "SBV of %j",
    (piece) => {
      const start = "0:00:01.000,0:00:02.000\n";
      const text = `${start}${piece.repeat(hostileLength / piece.length)}\n${start}end\n`;
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
  ])("TTML of %j", (piece) => {
    const start = "<tt><body><div><p begin='1s' end='9s'>";
    const { cues, problems } = readCaptions(
      "a.ttml",
      start + piece.repeat(hostileLength / piece.length),
    );
    expect(cues.length + problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(300);
  });

  test.each(["<", "<b>", "</b>", "<v ", "<c.", "&", "&#", "&#1", "&a", "<ruby><rt>", "<1", " "])(
    "cue text of %j",
    (piece) => {
      const text = `${piece.repeat(hostileLength / piece.length)}end`;
      expect(plainText(text).length).toBeLessThanOrEqual(text.length * 2);
      const srt = formatSrt([{ startTime: 0, endTime: 1, text: `start ${text}` }]);
      expect(parseSrt(srt).cues).toHaveLength(1);
    },
  );
});
