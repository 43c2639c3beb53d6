import { describe, expect, test } from "vitest";
import { parseSrt } from "../../../src/captions/srt/srt.ts";
import { parseWebVtt } from "../../../src/captions/webvtt/webvtt.ts";
import { type PairedParagraph, pairedChapters } from "../../../src/transcripts/alignment/pairs.ts";
import type { SpokenText, TranscriptSource } from "../../../src/transcripts/formats/format.ts";
import { hostile, render, source } from "../source.ts";

const cue = (startTime: number, endTime: number, text: string) => ({ startTime, endTime, text });

/** A Spanish film, and its English subtitles with fewer cues. */
const secondary: SpokenText = {
  name: "Where We Come From",
  language: "en",
  languageName: "English",
  direction: "ltr",
  origin: "machine",
  cues: [
    cue(1, 5, "<v Ana>We came by bus in the spring."),
    cue(5.2, 7, "<v Ana>It rained."),
    cue(12, 14, "<v Beto>I came later."),
  ],
  chapters: [
    { startTime: 0, name: "The journey" },
    { startTime: 11, name: "Beto" },
  ],
};
const pair: Partial<TranscriptSource> = {
  name: "De dónde venimos",
  language: "es",
  languageName: "español",
  cues: [
    cue(1, 3, "<v Ana>Vinimos en autobús"),
    cue(3.1, 5, "<v Ana>en primavera."),
    cue(5.1, 7, "<v Ana>Llovía | mucho."),
    cue(8, 9, "[trueno]"),
    cue(12, 14, "<v Beto>Yo vine después."),
  ],
  chapters: [
    { startTime: 0, name: "El viaje" },
    { startTime: 11, name: "Beto" },
  ],
  secondary,
};

describe("rows of sentences", () => {
  const rows = pairedChapters(source(pair), secondary, "sentences").flatMap(
    (chapter) => chapter.rows,
  );
  const said = (paragraphs: readonly PairedParagraph[]) =>
    paragraphs.map(({ segments }) => segments.map(({ text }) => text).join(" "));

  test("end with a sentence of the first text, and before a new paragraph", () => {
    expect(rows.map(({ first, second }) => [said(first), said(second)])).toEqual([
      [["Vinimos en autobús en primavera."], ["We came by bus in the spring."]],
      [["Llovía | mucho."], ["It rained."]],
      [["[trueno]"], []],
      [["Yo vine después."], ["I came later."]],
    ]);
  });

  test("follow the second text where the first has no text", () => {
    const silent = { ...source(pair), cues: [] };
    const chapters = pairedChapters(silent, secondary, "sentences");
    expect(chapters.flatMap((chapter) => chapter.rows).map(({ second }) => said(second))).toEqual([
      ["We came by bus in the spring."],
      ["It rained."],
      ["I came later."],
    ]);
  });

  test("mark the start of each paragraph, where name and time are shown", () => {
    expect(rows.map(({ first }) => first.map(({ isStart }) => isStart))).toEqual([
      [true],
      [false],
      [true],
      [true],
    ]);
  });
});

describe("a pair side by side", () => {
  test("in html is a table for each chapter, each cell with its language", () => {
    const page = render("html", pair);
    expect(page).toContain(
      '<h2><span lang="es" dir="ltr">El viaje</span> / <span lang="en" dir="ltr">The journey</span></h2>',
    );
    expect(page).toContain('<h2><span lang="es" dir="ltr">Beto</span></h2>');
    expect(page.match(/<th scope="col" lang="es" dir="ltr">español<\/th>/g)).toHaveLength(2);
    expect(page).toContain(
      '<tr><td lang="es" dir="ltr"><p><b><bdi>Ana</bdi>:</b> Vinimos en autobús en primavera. Llovía | mucho.</p></td>' +
        '<td lang="en" dir="ltr"><p><b><bdi>Ana</bdi>:</b> We came by bus in the spring. It rained.</p></td></tr>',
    );
    expect(page).toContain(
      '<tr><td lang="es" dir="ltr"><p><i>[trueno]</i></p></td><td lang="en" dir="ltr"></td></tr>',
    );
    expect(page).toContain("<p>English: Made by a machine</p>");
  });

  test("in html has Arabic right to left beside Spanish", () => {
    const arabic = { ...secondary, language: "ar", direction: "rtl" as const };
    expect(render("html", { ...pair, secondary: arabic })).toContain('<td lang="ar" dir="rtl">');
  });

  test("in md is a table for each chapter, with escaped text", () => {
    const written = render("md", pair);
    expect(written).toContain(
      "\n## El viaje / The journey\n\n| español | English |\n| --- | --- |\n",
    );
    expect(written).toContain("Llovía \\| mucho. | **Ana:** We came by bus");
  });

  test("in csv has a row for each group of segments and a column for each language", () => {
    expect(render("csv", pair).slice(1).split("\r\n")).toEqual([
      "start,end,chapter,speaker,es,en",
      "1,5,El viaje,Ana,Vinimos en autobús en primavera.,We came by bus in the spring.",
      "5.1,7,El viaje,Ana,Llovía | mucho.,It rained.",
      "8,9,El viaje,,[trueno],",
      "12,14,Beto,Beto,Yo vine después.,I came later.",
      "",
    ]);
  });

  test("in json has each segment's text by language", () => {
    const read = JSON.parse(render("json", pair));
    expect(read.inLanguage).toEqual(["es", "en"]);
    expect(read.origin).toEqual(["human", "machine"]);
    expect(read.segments[1].body).toEqual({ es: "Llovía | mucho.", en: "It rained." });
    expect(read.segments[2].body).toEqual({ es: "[trueno]" });
  });

  test("in txt has each paragraph followed by its translation", () => {
    expect(render("txt", pair)).toContain(
      "Ana: Vinimos en autobús en primavera. Llovía | mucho.\nAna: We came by bus in the spring. It rained.\n",
    );
  });
});

describe("a pair stacked", () => {
  test("keeps the finer cues, each with the other language's text", () => {
    const { cues, problems } = parseWebVtt(render("vtt", pair));
    expect(problems).toEqual([]);
    expect(
      cues.map(({ startTime, endTime, text }) => [startTime, endTime, text]).slice(0, 3),
    ).toEqual([
      [
        1,
        3,
        "<v Ana><lang es>Vinimos en autobús</lang></v>\n<v Ana><lang en>We came by bus in the spring.</lang></v>",
      ],
      [
        3.1,
        5,
        "<v Ana><lang es>en primavera.</lang></v>\n<v Ana><lang en>We came by bus in the spring.</lang></v>",
      ],
      [5.1, 7, "<v Ana><lang es>Llovía | mucho.</lang></v>\n<v Ana><lang en>It rained.</lang></v>"],
    ]);
    expect(cues.at(-2)?.text).toBe("<lang es>[trueno]</lang>");
  });

  test("is SRT with two lines", () => {
    const { cues } = parseSrt(render("srt", pair));
    expect(cues.at(-1)?.text).toBe("Yo vine después.\nI came later.");
  });
});

test("hostile names and texts are escaped in a pair, too", () => {
  const both = { ...hostile, secondary: { ...secondary, ...hostile } as SpokenText };
  const page = render("html", both);
  expect(page).not.toContain("<script");
  expect(page).not.toContain('"">');
  expect(render("md", both)).not.toMatch(/(?<!\\)<script/);
  expect(parseWebVtt(render("vtt", both))).toMatchObject({
    problems: [],
    cues: [{ startTime: 0 }],
  });
  expect(JSON.parse(render("json", both)).segments).toHaveLength(1);
});
