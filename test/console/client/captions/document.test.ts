import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCaptionFile } from "../../../../src/console/client/captions/core/caption-file.ts";
import {
  createDocument,
  cuesOf,
  leadOf,
  trackOf,
} from "../../../../src/console/client/captions/core/document.ts";
import { findingsOf, readingSpeed } from "../../../../src/console/client/captions/core/findings.ts";
import {
  endTyping,
  record,
  redo,
  startHistory,
  undo,
} from "../../../../src/console/client/captions/core/history.ts";
import {
  deleteRow,
  insertRow,
  mergeRows,
  setText,
  splitRow,
} from "../../../../src/console/client/captions/core/rows.ts";
import { findText, replaceText } from "../../../../src/console/client/captions/core/search.ts";
import {
  namesOfSpeakers,
  speakerOfText,
  voiceOf,
  withSpeaker,
} from "../../../../src/console/client/captions/core/speakers.ts";
import { startFromTimes } from "../../../../src/console/client/captions/core/start.ts";
import {
  setTimes,
  shiftRows,
  stretchRows,
} from "../../../../src/console/client/captions/core/timing.ts";
import {
  formatTrack,
  newTrackCue,
  parseTrack,
} from "../../../../src/console/client/captions/core/track.ts";
import { captionsDocument, change, track, trackOfTexts } from "./arbitrary.ts";

const file = `WEBVTT - a film

STYLE
::cue { color: white }

REGION
id:top width:50%

NOTE by hand

first
00:01.000 --> 00:03.000 line:0 align:left
Hello, my name is Ana.

NOTE a pause

00:04.000-->00:06.500\t
<v Luis>Two words.


00:00:07.000 --> 00:00:09.000
The end.

NOTE end`;

describe("a track", () => {
  test("is written again byte for byte, whatever is in the file and however its lines end", () => {
    const fragments = fc.constantFrom(
      ...["WEBVTT", "\n", "\r\n", "\r", "00:01.000 --> 00:02.000", " line:0", "NOTE x", "STYLE"],
      ...["id", "text", "-->", "00:03.000 --> 00:02.000", "\0", "\uFEFF", " "],
    );
    const files = fc.array(fragments, { maxLength: 40 }).map((parts) => `WEBVTT${parts.join("")}`);
    fc.assert(
      fc.property(files, (text) => {
        expect(formatTrack(parseTrack(text))).toBe(text);
      }),
      { numRuns: 300 },
    );
    expect(formatTrack(parseTrack(file))).toBe(file);
  });

  test("keeps settings, comments, styles and regions where other cues change", () => {
    const document = createDocument(parseTrack(file));
    const changed = setText(document, "r2", "edited", "<v Luis>Three words now.\n\nNext");
    expect(formatTrack(trackOf(changed, "edited"))).toBe(
      file.replace("Two words.\n", "Three words now.\nNext\n"),
    );
    const retimed = setTimes(document, "r1", { startTime: 1.5 }, ["edited"]);
    expect(formatTrack(trackOf(retimed, "edited"))).toBe(
      file.replace("00:01.000 --> 00:03.000 ", "00:00:01.500 --> 00:00:03.000 "),
    );
    const deleted = formatTrack(trackOf(deleteRow(document, "r2", ["edited"]), "edited"));
    expect(deleted).toContain("NOTE a pause\n\n");
    expect(parseTrack(deleted).cues.map(({ text }) => text)).toEqual([
      "Hello, my name is Ana.",
      "The end.",
    ]);
  });

  test("has the cues that the document has, after any changes", () => {
    fc.assert(
      fc.property(captionsDocument, fc.array(change, { maxLength: 8 }), (document, changes) => {
        const changed = changes.reduce((one, next) => next(one), document);
        for (const side of ["edited", "beside"] as const) {
          const read = parseTrack(formatTrack(trackOf(changed, side))).cues;
          const wanted = cuesOf(changed, side).map(({ cue }) => [
            cue.startTime,
            cue.endTime,
            cue.text.split(/\n+/).filter(Boolean).join("\n"),
          ]);
          wanted.sort((a, b) => Number(a[0]) - Number(b[0]));
          expect(read.map((cue) => [cue.startTime, cue.endTime, cue.text])).toEqual(wanted);
        }
        expect(new Set(changed.rows.map(({ id }) => id)).size).toBe(changed.rows.length);
      }),
    );
  });
});

test("two tracks stand beside each other by their times, each cue once", () => {
  fc.assert(
    fc.property(track, track, (edited, beside) => {
      const document = createDocument(edited, beside);
      for (const [side, cues] of [
        ["edited", edited.cues],
        ["beside", beside.cues],
      ] as const) {
        expect(cuesOf(document, side).map(({ cue }) => cue)).toEqual(cues);
      }
    }),
  );
  const same = trackOfTexts([
    ["one", 1000],
    ["two", 2000],
  ]);
  expect(createDocument(same, same).rows.every((row) => row.edited && row.beside)).toBe(true);
});

test("every change is undone and made again, and what is written without a pause is one step", () => {
  fc.assert(
    fc.property(captionsDocument, fc.array(change, { maxLength: 10 }), (document, changes) => {
      const documents = [document];
      let history = startHistory(document);
      for (const next of changes) {
        const changed = next(history.present);
        if (changed !== history.present) documents.push(changed);
        history = record(history, changed);
      }
      for (const wanted of documents.toReversed().slice(1)) {
        const moved = undo(history);
        expect(moved?.history.present).toEqual(wanted);
        history = moved?.history ?? history;
      }
      expect(undo(history)).toBeUndefined();
      for (const wanted of documents.slice(1)) {
        history = redo(history)?.history ?? history;
        expect(history.present).toEqual(wanted);
      }
    }),
  );
  let history = startHistory(createDocument(trackOfTexts([["a", 1000]])));
  for (const text of ["ab", "abc", "abcd"]) {
    history = record(history, setText(history.present, "r1", "edited", text), "r1", "r1 edited");
  }
  expect(history.past).toHaveLength(1);
  history = endTyping(history);
  history = record(history, setText(history.present, "r1", "edited", "x"), "r1", "r1 edited");
  expect(undo(history)?.history.present.rows[0]?.edited?.text).toBe("abcd");
});

describe("rows", () => {
  const english = trackOfTexts([
    ["<v Ana>One two three four.", 4000],
    ["Five.", 2000],
  ]);
  const spanish = trackOfTexts([
    ["Uno dos tres cuatro.", 4000],
    ["Cinco.", 2000],
  ]);
  const textsOf = (document: ReturnType<typeof createDocument>) =>
    document.rows.map(({ edited, beside }) => [edited?.text, beside?.text]);

  test("are split and merged in both languages in one act; a language that is only read stays whole", () => {
    const document = createDocument(english, spanish);
    const place = { side: "edited", position: "<v Ana>One two".length, time: 1.5 } as const;
    const both = splitRow(document, "r1", place, ["edited", "beside"]);
    expect(textsOf(both).slice(0, 2)).toEqual([
      ["<v Ana>One two", "Uno dos"],
      ["<v Ana>three four.", "tres cuatro."],
    ]);
    expect(leadOf(both.rows[1] ?? { id: "" }).startTime).toBe(1.5);
    expect(textsOf(mergeRows(both, "r1", ["edited", "beside"]))[0]).toEqual([
      "<v Ana>One two\nthree four.",
      "Uno dos\ntres cuatro.",
    ]);
    const one = splitRow(document, "r1", place, ["edited"]);
    expect(textsOf(one).slice(0, 2)).toEqual([
      ["<v Ana>One two", "Uno dos tres cuatro."],
      ["<v Ana>three four.", undefined],
    ]);
    expect(textsOf(mergeRows(document, "r1", ["edited"]))).toEqual([
      ["<v Ana>One two three four.\nFive.", "Uno dos tres cuatro."],
      [undefined, "Cinco."],
    ]);
  });

  test("without a translation get one as it is written, with the original's times", () => {
    const document = createDocument(parseTrack("WEBVTT\n"), spanish);
    expect(document.rows.map(({ edited }) => edited)).toEqual([undefined, undefined]);
    const written = setText(document, "r2", "edited", "Five.");
    expect(written.rows[1]?.edited).toEqual(newTrackCue(4, 6, "Five."));
    expect(formatTrack(trackOf(startFromTimes(document), "edited", true))).toBe("WEBVTT\n");
    expect(startFromTimes(document).rows[0]?.edited).toEqual(newTrackCue(0, 4, ""));
  });

  test("are inserted where there is room, and move, shift and stretch in order", () => {
    const document = createDocument(english);
    const inserted = insertRow(document, "r2", 30);
    expect(inserted.rows[2]?.edited).toEqual(newTrackCue(30, 32, ""));
    const shifted = shiftRows(document, "r2", 1.25, ["edited"]);
    expect(shifted.rows.map((row) => leadOf(row).startTime)).toEqual([0, 5.25]);
    const points = [
      { from: 0, to: 1 },
      { from: 4, to: 9 },
    ] as const;
    const stretched = stretchRows(document, points, ["edited"]);
    expect(stretched.rows.map((row) => leadOf(row).startTime)).toEqual([1, 9]);
    const moved = setTimes(document, "r1", { startTime: 10, endTime: 12 }, ["edited"]);
    expect(moved.rows.map(({ id }) => id)).toEqual(["r2", "r1"]);
    const { startTime, endTime } = leadOf(document.rows[0] ?? { id: "" });
    const later = setTimes(document, "r1", { startTime: endTime }, ["edited"]).rows[0];
    expect(later?.edited).toMatchObject({ startTime: endTime, endTime: 2 * endTime - startTime });
  });

  test("are searched and replaced whatever the capital letters, and as plain text", () => {
    const document = createDocument(english);
    expect(findText(document, "FIVE.")).toEqual([{ rowId: "r2", position: 0 }]);
    expect(findText(document, "f.ve")).toEqual([]);
    expect(replaceText(document, "five", "$&").rows[1]?.edited?.text).toBe("$&.");
  });

  test.each([
    ["<v Ivo><i>Vivid</i> &amp; ivy", "i", "o", "<v Ivo><i>Vovod</i> &amp; ovy"],
    ["<v Ivo>Ivo", "v", "b", "<v Ivo>Ibo"],
    ["a &amp; b amp", "amp", "volt", "a &amp; b volt"],
    ["a &amp; b", "&amp;", "and", "a and b"],
    ["<i>one</i>", "<i>", "<b>", "<b>one</i>"],
    ["1 < 2 one", "one", "two", "1 < 2 two"],
    ["Tie\u0302\u0301ng", "ti\u1ebfng", "$1", "$1"],
    ["(a) [b] \\c", "[B] \\", "$$", "(a) $$c"],
  ])("find and replace leave tags and references whole: %s, %s", (text, wanted, by, expected) => {
    const document = createDocument(parseTrack(`WEBVTT\n\n00:00.000 --> 00:02.000\n${text}\n`));
    expect(replaceText(document, wanted, by).rows[0]?.edited?.text).toBe(expected);
  });

  test("have a speaker that can be changed", () => {
    expect(namesOfSpeakers(createDocument(english))).toEqual(["Ana"]);
    expect(speakerOfText("<v.loud Ana B>Hi")).toBe("Ana B");
    expect(withSpeaker("<v Ana>Hi</v>", "Luis")).toBe("<v Luis>Hi");
    expect(withSpeaker("<v Ana>Hi", "")).toBe("Hi");
    expect(withSpeaker("Hi", "Ana <3")).toBe("<v Ana  3>Hi");
    expect(voiceOf("<v Ana>Hi <v Luis>you")).toBe("<v Ana>");
  });
});

describe("findings", () => {
  test("are those of the lint, at their rows", () => {
    const document = createDocument(
      parseTrack(
        "WEBVTT\n\n00:00.000 --> 00:01.000\nThis is far too much text for a second\n\n" +
          "00:00.500 --> 00:03.000\nI <3 this\n\n00:04.000 --> 00:05.000\n\n",
      ),
    );
    const found = findingsOf(document, { language: "en", duration: 10 });
    const codes = [...found].map(([row, list]) => [row, list.map(({ code }) => code)]);
    expect(codes).toEqual([
      ["r1", ["too-fast"]],
      ["r2", ["lost-text", "overlap"]],
    ]);
    expect(found.get("r2")?.[1]?.message).toContain("during cue 1, which ends");
    expect(readingSpeed(newTrackCue(0, 2, "<i>ệệ\nab</i>"))).toBe(2);
  });
});

test("a dropped file of any accepted format becomes a track, or says why not", () => {
  const srt = "1\n00:00:01,000 --> 00:00:02,000\nHola\n";
  const read = (name: string, text: string) =>
    readCaptionFile(name, new TextEncoder().encode(text), "es");
  expect(read("es.srt", srt).track?.cues.map(({ text }) => text)).toEqual(["Hola"]);
  const wrong = read("es.ass", "[Script Info]\n");
  expect(wrong.track).toBeUndefined();
  expect(wrong.problems[0]).toContain("isn't supported");
});
