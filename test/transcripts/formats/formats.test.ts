import { describe, expect, test } from "vitest";
import { parseSrt } from "../../../src/captions/srt/srt.ts";
import { parseWebVtt } from "../../../src/captions/webvtt/webvtt.ts";
import { transcriptFormats } from "../../../src/transcripts/formats/formats.ts";
import { hostile, render, source } from "../source.ts";

const times = { times: true, speakers: true };

test("the table has each format by its extension, and nothing else", () => {
  expect([...transcriptFormats.keys()].sort()).toEqual([
    "csv",
    "docx",
    "html",
    "json",
    "md",
    "srt",
    "txt",
    "vtt",
  ]);
  for (const [extension, format] of transcriptFormats) expect(format.extension).toBe(extension);
  expect(transcriptFormats.get("constructor")).toBeUndefined();
});

test("a transcript that is read tells its day, translator, copyright holder and license", () => {
  const rights = {
    published: "November 1, 2026",
    translator: "Nguyễn Thị Lan",
    license: "CC-BY-4.0",
    copyrightHolder: "The Network",
  };
  const url = "https://creativecommons.org/licenses/by/4.0/";
  const txt = render("txt", rights);
  expect(txt).toContain(
    `Published: November 1, 2026\nTranslator: Nguyễn Thị Lan (English)\nLicense: CC-BY-4.0 · © The Network ${url}\n`,
  );
  expect(render("md", rights)).toContain("Translator: Nguyễn Thị Lan (English)");
  const html = render("html", rights);
  expect(html).toContain(`<a rel="license" href="${url}"><bdi>CC-BY-4.0 · © The Network</bdi></a>`);
  expect(html).toContain("Published: <bdi>November 1, 2026</bdi>");
  expect(JSON.parse(render("json", rights))).toMatchObject({
    license: "CC-BY-4.0",
    copyrightHolder: "The Network",
    translator: "Nguyễn Thị Lan",
  });
});

describe("txt", () => {
  test("has a header, chapters, and paragraphs with time and speaker", () => {
    expect(render("txt", { options: times })).toBe(
      `How Did We Get Here?
Immigrant Justice Network
Film: https://video.example/en/watch/part-one

Opening

[0:00] [music]

Ana

[1:05] Ana: My name is Ana. I am from R&D.
`,
    );
  });

  test("says if a machine made the captions", () => {
    expect(render("txt", { origin: "machine" })).toContain("part-one\nMade by a machine\n\n");
  });

  test("a name with a line break stays one line", () => {
    expect(render("txt", { name: "One\r\n\nTwo" }).split("\n")[0]).toBe("One Two");
  });

  test("marks only the text from right to left where two languages differ in direction", () => {
    const law = "8 CFR 214.2";
    const cues = (text: string) => [{ startTime: 61, endTime: 63, text }];
    const written = render("txt", {
      cues: cues(`It is ${law}.`),
      chapters: [{ startTime: 60, name: `Under ${law}` }],
      secondary: {
        name: "كيف وصلنا إلى هنا؟",
        origin: "human",
        language: "ar",
        languageName: "العربية",
        direction: "rtl",
        cues: cues(`إنها ${law}.`),
        chapters: [{ startTime: 60, name: `بموجب ${law}` }],
      },
    });
    const marked = `\u200E${law}\u200E`;
    expect(written.split("\n\n").slice(1).join("\n").trim().split("\n")).toEqual([
      `Under ${law}`,
      `بموجب ${marked}`,
      expect.stringContaining(`It is ${law}.`),
      expect.stringContaining(`إنها ${marked}.`),
    ]);
  });

  test("shows times and speakers as the options say", () => {
    expect(render("txt")).toContain("\nAna: My name is Ana.");
    const options = { times: true, speakers: false };
    expect(render("txt", { options })).toContain("\n[1:05] My name is Ana.");
  });
});

describe("vtt and srt", () => {
  test("contain the cues unchanged, vtt with a note about the source", () => {
    const { cues, notes, problems } = parseWebVtt(render("vtt"));
    expect(problems).toEqual([]);
    expect(notes[0]).toContain("Film: https://video.example/en/watch/part-one");
    expect(cues.map(({ text }) => text)).toEqual(source().cues.map(({ text }) => text));
    expect(parseSrt(render("srt")).cues[1]).toMatchObject({ startTime: 65, endTime: 67 });
  });

  test("stay valid with hostile names and texts", () => {
    expect(parseWebVtt(render("vtt", hostile))).toMatchObject({ problems: [], cues: [{ id: "" }] });
    expect(parseSrt(render("srt", hostile)).cues).toHaveLength(1);
  });
});

describe("vtt and srt without speakers", () => {
  test("lose their voice tags and nothing else", () => {
    const cues = [
      { startTime: 0, endTime: 1, text: "<v.loud Ana>Hi, <i>you</i>.</v> 1 &lt; 2 <v B" },
    ];
    const [cue] = parseWebVtt(
      render("vtt", { cues, options: { times: false, speakers: false } }),
    ).cues;
    expect(cue?.text).toBe("Hi, <i>you</i>. 1 &lt; 2 ");
  });
});

describe("html", () => {
  test("marks sounds", () => {
    expect(render("html")).toContain("<p><i>[music]</i></p>");
  });

  test("is a page with its language, and a heading for each chapter", () => {
    const page = render("html", { language: "ar", direction: "rtl" });
    expect(page).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(page).toContain("<title>How Did We Get Here? – Transcript</title>");
    expect(page).toContain("<h1>How Did We Get Here?</h1>");
    expect(page.match(/<h2>.*<\/h2>/g)).toEqual(["<h2>Opening</h2>", "<h2>Ana</h2>"]);
    expect(page).not.toContain("<script");
  });

  test("links the time of every paragraph to that time in the film", () => {
    expect(render("html", { options: times })).toContain(
      '<p><a class="moment" href="https://video.example/en/watch/part-one?t=65">1:05</a> ' +
        "<b><bdi>Ana</bdi>:</b> My name is Ana. I am from R&amp;D.</p>",
    );
    const watchUrl = "https://v.example/w?lang=es#top";
    expect(render("html", { options: times, watchUrl })).toContain(
      'href="https://v.example/w?lang=es&amp;t=65#top"',
    );
    expect(render("html")).not.toContain("?t=");
  });

  test("says if a machine made the captions, and only then", () => {
    expect(render("html")).not.toContain("machine");
    expect(render("html", { origin: "machine" })).toContain("<p>Made by a machine</p>");
  });

  test("escapes hostile names and texts", () => {
    const page = render("html", hostile);
    expect(page).not.toContain("<script");
    expect(page).not.toContain('"">');
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      "a b bdi body footer h1 h2 head header html link main meta p style title".split(" "),
    );
  });
});
