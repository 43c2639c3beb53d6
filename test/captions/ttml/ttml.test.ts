import { describe, expect, test } from "vitest";
import { parseTtml } from "../../../src/captions/ttml/ttml.ts";
import { plainText, speakerOf } from "../../../src/captions/webvtt/plain-text.ts";
import { formatWebVtt, parseWebVtt } from "../../../src/captions/webvtt/webvtt.ts";

/** A TTML document with this body, head, and attributes of its `tt` element. */
function ttmlDocument(body: string, { tt = "", head = "" } = {}): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" ' +
    'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" ' +
    `xml:lang="en" ${tt}>\n<head>${head}</head>\n<body>${body}</body>\n</tt>\n`
  );
}

/** The cues of a document that has no problems. */
function cuesOf(body: string, options: { tt?: string; head?: string } = {}) {
  const { cues, problems } = parseTtml(ttmlDocument(body, options));
  expect(problems).toEqual([]);
  return cues;
}

/** The cue text of a paragraph with this content. */
function textOf(content: string, options: { tt?: string; head?: string } = {}): string | undefined {
  return cuesOf(`<div><p begin="1s" end="2s">${content}</p></div>`, options)[0]?.text;
}

describe("text", () => {
  test("cues have the line number, the id and the lines of their paragraph", () => {
    const cues = cuesOf(
      '<div>\n<p xml:id="c1" begin="00:00:01.500" end="00:00:04">Hello<br/>there</p>\n' +
        '<p begin="65s" dur="1s">\n   Good\n   bye \n</p></div>',
    );
    expect(cues).toMatchObject([
      { id: "c1", startTime: 1.5, endTime: 4, text: "Hello\nthere", sourceLine: 5 },
      { id: "", startTime: 65, endTime: 66, text: "Good bye", sourceLine: 6 },
    ]);
  });

  test("italics, bold and underline of a span, a named style or an ancestor become tags", () => {
    expect(textOf('a <span tts:fontStyle="italic">b</span> c')).toBe("a <i>b</i> c");
    const head =
      '<styling><style xml:id="base" tts:fontWeight="bold"/>' +
      '<style xml:id="loud" style="base" tts:textDecoration="underline"/></styling>';
    expect(textOf('<span style="loud">a</span>', { head })).toBe("<b><u>a</u></b>");
    expect(
      textOf('<span tts:fontStyle="italic">a<br/>b <span tts:fontStyle="normal">c</span></span>'),
    ).toBe("<i>a\nb</i> c");
  });

  test("a circular reference between styles ends", () => {
    const head =
      '<styling><style xml:id="a" style="b" tts:fontWeight="bold"/><style xml:id="b" style="a"/></styling>';
    expect(textOf('<span style="a">x</span>', { head })).toBe("<b>x</b>");
  });

  test("a span in another language becomes <lang>, one in the document's language doesn't", () => {
    expect(textOf('Say <span xml:lang="es">hola</span> <span xml:lang="en">now</span>')).toBe(
      "Say <lang es>hola</lang> now",
    );
  });

  test("references and CDATA are decoded, escaped markup is text, and unknown entities are unchanged", () => {
    const text = textOf("R&amp;D &#233;&#x1F3AC; &lt;i&gt; <![CDATA[<b>&amp;]]> &nbsp;&zzz;") ?? "";
    expect(plainText(text)).toBe("R&D é🎬 <i> <b>&amp; \u00A0&zzz;");
  });

  test("white space is kept if the document says so", () => {
    expect(textOf("a  b\n c")).toBe("a b c");
    expect(textOf('<span xml:space="preserve">a  b\nc</span>')).toBe("a  b\nc");
  });

  test("a named speaker becomes the voice span of the cue", () => {
    const head =
      '<metadata><ttm:agent xml:id="m" type="person"><ttm:name type="full">Maria R.</ttm:name></ttm:agent></metadata>';
    const [cue] = cuesOf('<div><p begin="0s" end="1s" ttm:agent="m">Hi</p></div>', { head });
    expect(cue?.text).toBe("<v Maria R.>Hi");
    expect(speakerOf(cue?.text ?? "")).toBe("Maria R.");
  });

  test("hidden text and metadata are dropped, and ruby text follows its base", () => {
    expect(textOf('a<span tts:display="none">b</span><metadata>c</metadata>')).toBe("a");
    const ruby =
      '<span tts:ruby="container"><span tts:ruby="base">東京</span><span tts:ruby="text">とうきょう</span></span>';
    expect(textOf(ruby)).toBe("東京(とうきょう)");
  });
});

describe("times", () => {
  test.each([
    ["00:00:01.250", "", 1.25],
    ["00:00:01,250", "", 1.25],
    ["01:00:00", "", 3600],
    ["1.5h", "", 5400],
    ["2m", "", 120],
    ["1500ms", "", 1.5],
    ["00:00:01:15", "", 1.5],
    ["00:00:01:05", 'ttp:frameRate="25"', 1.2],
    ["00:00:01:00.5", 'ttp:frameRate="25" ttp:subFrameRate="10"', 1.02],
    ["50f", 'ttp:frameRate="25"', 2],
    ["48f", 'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', 2.002],
    ["00:00:02:12", 'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', 2.5005],
    ["25000000t", 'ttp:tickRate="10000000"', 2.5],
    ["50t", 'ttp:frameRate="25"', 2],
    ["3t", "", 3],
  ])("%s with %j is %d seconds", (time, tt, seconds) => {
    const [cue] = cuesOf(`<div><p begin="${time}" end="9h">x</p></div>`, { tt });
    expect(cue?.startTime).toBeCloseTo(seconds, 9);
  });

  test("with the SMPTE time base, hours are counted in frames, some of which are dropped", () => {
    const smpte = 'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"';
    const begin = (dropMode: string): number | undefined =>
      cuesOf('<div><p begin="00:10:00:00" end="1h">x</p></div>', {
        tt: `${smpte} ttp:dropMode="${dropMode}"`,
      })[0]?.startTime;
    expect(begin("nonDrop")).toBeCloseTo(600.6, 6);
    expect(begin("dropNTSC")).toBeCloseTo(599.9994, 6);
  });

  test("times are relative to the parent's, and limited by its end", () => {
    const cues = cuesOf(
      '<div begin="10s" end="20s"><p begin="1s" end="4s">a</p><p begin="8s" end="15s">b</p></div>',
    );
    expect(cues).toMatchObject([
      { startTime: 11, endTime: 14 },
      { startTime: 18, endTime: 20 },
    ]);
  });

  test("in a sequence, times are relative to the end of the previous element", () => {
    const cues = cuesOf(
      '<div timeContainer="seq" begin="5s"><p dur="2s">a</p><p begin="1s" dur="2s">b</p><p dur="1s">c</p></div>',
    );
    expect(cues).toMatchObject([
      { startTime: 5, endTime: 7, text: "a" },
      { startTime: 8, endTime: 10, text: "b" },
      { startTime: 10, endTime: 11, text: "c" },
    ]);
  });

  test("in a sequence, a div ends with its content", () => {
    const div = (text: string): string => `<div><p begin="1s" end="3s">${text}</p></div>`;
    const cues = cuesOf(`<div timeContainer="seq">${div("a")}${div("b")}</div>`);
    expect(cues).toMatchObject([
      { startTime: 1, endTime: 3, text: "a" },
      { startTime: 4, endTime: 6, text: "b" },
    ]);
  });

  test("a paragraph whose text changes becomes several cues", () => {
    const cues = cuesOf(
      '<div><p begin="10s" end="16s"><span begin="0s" end="4s">One</span> <span begin="2s" end="6s">two</span></p></div>',
    );
    expect(cues).toMatchObject([
      { startTime: 10, endTime: 12, text: "One" },
      { startTime: 12, endTime: 14, text: "One two" },
      { startTime: 14, endTime: 16, text: "two" },
    ]);
  });

  test("cues are sorted by time", () => {
    const cues = cuesOf(
      '<div><p begin="5s" end="6s">b</p></div><div><p begin="1s" end="2s">a</p></div>',
    );
    expect(cues.map(({ text }) => text)).toEqual(["a", "b"]);
  });

  test("text without an end time is shown until the next text, with a warning", () => {
    const { cues, problems } = parseTtml(
      ttmlDocument('<div><p begin="1s">a</p>\n<p begin="3s">b</p></div>'),
    );
    expect(cues).toMatchObject([
      { startTime: 1, endTime: 3 },
      { startTime: 3, endTime: 7 },
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  });

  test("invalid times, and text without times, are problems with their line", () => {
    const { cues, problems } = parseTtml(
      ttmlDocument(
        '<div>\n<p begin="soon" end="2s">a</p>\n<p>b</p>\n<p begin="1s" end="2s">c</p></div>',
      ),
    );
    expect(cues.map(({ text }) => text)).toEqual(["c"]);
    expect(problems).toEqual([
      { line: 5, message: expect.stringContaining("begin=“soon”") },
      { line: 6, message: expect.stringContaining("has no times") },
    ]);
  });
});

describe("regions", () => {
  const region = (attributes: string): string =>
    `<layout><region xml:id="r" ${attributes}/></layout>`;
  const cueInRegion = (attributes: string, paragraphAttributes = "", tt = "") =>
    cuesOf(`<div><p region="r" ${paragraphAttributes} begin="1s" end="2s">x</p></div>`, {
      head: region(attributes),
      tt,
    })[0];
  const defaultPosition = { line: "auto", position: "auto", size: 100, align: "center" };

  test.each([
    'tts:origin="10% 80%" tts:extent="80% 20%" tts:textAlign="center"',
    'tts:origin="0% 0%" tts:extent="100% 100%" tts:displayAlign="after"',
    'tts:displayAlign="after"',
    'tts:origin="4c 12c" tts:extent="24c 3c"',
  ])("bottom center is the default position: %s", (attributes) => {
    expect(cueInRegion(attributes)).toMatchObject(defaultPosition);
  });

  test("a region at the top becomes a line setting", () => {
    expect(
      cueInRegion('tts:origin="10% 5%" tts:extent="80% 20%" tts:displayAlign="before"'),
    ).toMatchObject({
      ...defaultPosition,
      line: 5,
      lineAlign: "start",
      snapToLines: false,
    });
    expect(
      cueInRegion('tts:origin="10% 0%" tts:extent="80% 40%" tts:displayAlign="after"'),
    ).toMatchObject({
      line: 40,
      lineAlign: "end",
    });
  });

  test("a document's only region is the default of its paragraphs; of two regions none is", () => {
    const top = '<region xml:id="top" tts:origin="10% 5%" tts:extent="80% 20%"/>';
    const bottom = '<region xml:id="bottom" tts:origin="10% 80%" tts:extent="80% 20%"/>';
    const cueWith = (regions: string) =>
      cuesOf('<div><p begin="1s" end="2s">x</p></div>', { head: `<layout>${regions}</layout>` })[0];
    expect(cueWith(top)).toMatchObject({ ...defaultPosition, line: 5 });
    expect(cueWith(top + bottom)).toMatchObject(defaultPosition);
  });

  test("regions at the left and right become position settings", () => {
    const attributes = 'tts:origin="128px 576px" tts:extent="640px 144px" tts:textAlign="left"';
    expect(cueInRegion(attributes, "", 'tts:extent="1280px 720px"')).toMatchObject({
      line: "auto",
      align: "left",
      position: 10,
      positionAlign: "line-left",
      size: 50,
    });
    expect(
      cueInRegion('tts:origin="50% 80%" tts:extent="40% 20%"', 'tts:textAlign="end"'),
    ).toMatchObject({
      align: "end",
      position: 90,
      positionAlign: "line-right",
      size: 40,
    });
  });

  test("a vertical writing mode becomes a vertical setting", () => {
    expect(
      cueInRegion('tts:writingMode="tbrl" tts:origin="80% 10%" tts:extent="10% 80%"'),
    ).toMatchObject({
      vertical: "rl",
    });
  });

  test("a region that is undefined or can't be converted is dropped with one warning", () => {
    const body =
      '<div>\n<p region="r" begin="1s" end="2s">x</p><p region="r" begin="2s" end="3s">y</p></div>';
    for (const head of ["", region('tts:origin="3em 2em"')]) {
      const { cues, problems } = parseTtml(ttmlDocument(body, { head }));
      expect(cues).toMatchObject([defaultPosition, defaultPosition]);
      expect(problems).toEqual([
        { line: 5, severity: "warning", message: expect.stringContaining("The region “r”") },
      ]);
    }
  });
});

describe("invalid documents", () => {
  test("XML that isn't well-formed is an error with its line, and the rest is parsed", () => {
    const { cues, problems } = parseTtml(
      ttmlDocument('<div>\n<p begin="1s" end="2s">a & b</p>\n<p begin="3s" end="4s">c</p></div>'),
    );
    expect(problems).toMatchObject([{ line: 5 }]);
    expect(problems[0]?.severity).toBeUndefined();
    expect(cues).toHaveLength(2);
  });

  test("a file that was cut off is an error", () => {
    const complete = ttmlDocument(
      '<div><p begin="1s" end="2s">a</p><p begin="3s" end="4s">c</p></div>',
    );
    const { problems } = parseTtml(complete.slice(0, complete.indexOf(">c<")));
    expect(problems[0]?.message).toContain("saved completely");
  });

  test("entities of a DOCTYPE are not expanded", () => {
    const bomb =
      '<!DOCTYPE tt [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n' +
      '<tt><body><div><p begin="1s" end="2s">&b;</p></div></body></tt>';
    expect(plainText(parseTtml(bomb).cues[0]?.text ?? "")).not.toContain("aaaa");
  });

  test("too many levels are an error, not a crash", () => {
    const { cues, problems } = parseTtml(`<tt><body>${"<div>".repeat(100_000)}`);
    expect(cues).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test.each(["", "<tt/>", "<html/>", "hello", "<tt><body/></tt>"])("%j has a problem", (text) => {
    expect(parseTtml(text).problems).toHaveLength(1);
  });
});

test("converting to WebVTT preserves the cues", () => {
  const head =
    '<layout><region xml:id="r" tts:origin="33.333333% 10%" tts:extent="50% 20%"/></layout>';
  const cues = cuesOf(
    '<div><p region="r" begin="1s" end="2s">a &lt;b&gt; --&gt; <span tts:fontStyle="italic">c<br/><br/>d</span></p></div>',
    { head },
  );
  expect(
    parseWebVtt(formatWebVtt({ cues })).cues.map((cue) => ({ ...cue, sourceLine: 0 })),
  ).toEqual(cues.map((cue) => ({ ...cue, sourceLine: 0 })));
});
