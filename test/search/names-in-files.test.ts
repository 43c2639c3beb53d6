import { describe, expect, it } from "vitest";
import { readCaptions } from "../../src/captions/read.ts";
import { indexNames } from "../../src/records/mentions/find-names.ts";
import { findNamesInCaptions, findNamesInMarkdown } from "../../src/search/names-in-files.ts";

const ana = indexNames(["Ana Morales"]);

function inCaptions(fileName: string, text: string): string[] {
  const { cues } = readCaptions(fileName, text);
  return findNamesInCaptions(text, cues, ana).map(({ line, column }) => `${line}:${column}`);
}

const inMarkdown = (text: string) =>
  findNamesInMarkdown(text, ana).map(({ line, column }) => `${line}:${column}`);

const cue = (text: string) => `WEBVTT\n\n1\n00:01.000 --> 00:02.000\n${text}\n`;

describe("a name in captions is found", () => {
  it.each([
    ["as it is spoken", "I am Ana Morales.", "5:6"],
    ["as a speaker", "<v Ana Morales>Hello", "5:4"],
    ["as a speaker with a class", "<v.loud Ana Morales>Hello", "5:9"],
    ["as a label", "ANA MORALES: Hello", "5:1"],
    ["over two lines", "I am Ana\nMorales.", "5:6"],
    ["with markup inside", "Hello, <i>Ana</i> Morales", "5:11"],
    ["with markup inside a word", "A<b>na</b> Mo<00:01.500>rales", "5:1"],
    ["with a character reference", "Ana&nbsp;Morales", "5:1"],
    ["with an invisible character reference", "An&lrm;a Mor&#xAD;ales", "5:1"],
    ["as two voices", "<v A>Ana</v><v B>Morales</v>", "5:6"],
    ["in ruby text", "<ruby>A<rt>Ana Morales</rt></ruby>", "5:12"],
    ["around ruby text", "<ruby>Ana<rt>an</rt></ruby> Morales", "5:7"],
    ["in a class", "<c.ana-morales>Hello</c>", "5:4"],
    ["after a tag that isn't closed", "Hello <b Ana Morales", "5:10"],
  ])("%s", (_, text, place) => {
    expect(inCaptions("en.vtt", cue(text))).toEqual([place]);
  });

  it("across two and three cues", () => {
    const cues = ["I am Ana", "Morales"].map(
      (text, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}`,
    );
    expect(inCaptions("en.vtt", `WEBVTT\n\n${cues.join("\n\n")}\n`)).toEqual(["4:6"]);
    const middle = indexNames(["Ana María Morales"]);
    const text =
      "WEBVTT\n\n00:00.000 --> 00:01.000\nAna\n\n00:01.000 --> 00:02.000\nMaría\n\n00:02.000 --> 00:03.000\nMorales\n";
    expect(findNamesInCaptions(text, readCaptions("en.vtt", text).cues, middle)).toEqual([
      { name: "Ana María Morales", line: 4, column: 1 },
    ]);
  });

  it("in a comment, a cue's id and a style", () => {
    const text =
      'WEBVTT\n\nSTYLE\n::cue(v[voice="Ana Morales"]) {}\n\nNOTE Ana Morales\n\nana-morales\n00:01.000 --> 00:02.000\nHello\n';
    expect(inCaptions("en.vtt", text)).toEqual(["4:16", "6:6", "8:1"]);
  });

  it("in SubRip, SBV and TTML", () => {
    expect(inCaptions("en.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>Ana</i>\nMorales\n")).toEqual(
      ["3:4"],
    );
    expect(inCaptions("en.sbv", "0:00:01.000,0:00:02.000\nAna\nMorales\n")).toEqual(["2:1"]);
    const ttml = `<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div>
<p begin="1s" end="2s">Hi</p>
<p begin="3s" end="4s">Ana<br/><span>Morales</span></p>
</div></body></tt>`;
    expect(inCaptions("en.ttml", ttml)).toHaveLength(1);
  });

  it("on every line that has it, once", () => {
    expect(inCaptions("en.vtt", cue("Ana Morales and Ana Morales,\nAna Morales"))).toEqual([
      "5:1",
      "6:1",
    ]);
  });
});

describe("a name in captions isn't found", () => {
  it("if only a part of it is spoken, or cues are between its parts", () => {
    const cues = ["Ana", "No", "Morales"].map(
      (text, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}`,
    );
    expect(inCaptions("en.vtt", `WEBVTT\n\n${cues.join("\n\n")}\n`)).toEqual([]);
    expect(inCaptions("en.vtt", cue("<v Ana>Susana Moralesco"))).toEqual([]);
  });
});

describe("a name in Markdown is found", () => {
  it.each([
    ["as it is written", "By Ana Morales.", "1:4"],
    ["with emphasis inside", "By **Ana** *Morales*.", "1:6"],
    ["with emphasis inside a word", "By A**na** Mor*al*es.", "1:4"],
    ["as a link's text and address", "[Ana](https://example.org) Morales", "1:2"],
    ["in a link's address", "[her](https://example.org/ana-morales)", "1:27"],
    ["in an encoded address", "[her](https://example.org/Ana%20Mor%61les)", "1:27"],
    ["in a picture's text", "![Ana Morales](a.png)", "1:3"],
    ["in a comment", "<!-- Ana Morales -->", "1:6"],
    ["with HTML inside", "Ana <b>Morales</b>", "1:1"],
    ["in a block of HTML", "<p>Ana <b>Morales</b></p>", "1:4"],
    ["with a character reference", "Ana&nbsp;Morales", "1:1"],
    ["with letters as references", "&#65;na Morales", "1:1"],
    ["with an escape", "Ana\\_Morales", "1:1"],
    ["over two lines of a quotation", "Text\n\n> Ana\n> Morales", "3:3"],
    ["in a heading", "# Ana Morales", "1:3"],
    ["in code", "`Ana Morales`", "1:2"],
  ])("%s", (_, text, place) => {
    expect(inMarkdown(text)).toEqual([place]);
  });

  it("in a text that is nested too deeply to be parsed", () => {
    expect(inMarkdown(`${">".repeat(5000)} Ana **Morales**`)).toEqual(["1:5002"]);
  });
});
