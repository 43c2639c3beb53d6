import { describe, expect, test } from "vitest";
import { parseSrt } from "../../src/captions/srt.ts";
import { parseWebVtt } from "../../src/captions/webvtt.ts";
import type { TranscriptSource } from "../../src/transcripts/format.ts";
import { transcriptFormats } from "../../src/transcripts/formats.ts";
import { source } from "./source.ts";

function render(extension: string, changes: Partial<TranscriptSource> = {}): string {
  const format = transcriptFormats.get(extension);
  if (format === undefined) throw new Error(`no format ${extension}`);
  return format.render(source(changes));
}

const HOSTILE = `"><script>alert('1')</script>\n-->\0&amp;`;
const hostile: Partial<TranscriptSource> = {
  name: HOSTILE,
  language: '"><script>',
  publisher: HOSTILE,
  watchUrl: 'https://video.example/?a="><script>&b',
  origin: "machine",
  cues: [{ startTime: 0, endTime: 1, text: `<v ${HOSTILE}>${HOSTILE}&lt;script&gt;` }],
  chapters: [{ startTime: 0, name: HOSTILE }],
  labels: { transcript: HOSTILE, source: HOSTILE, machineMade: HOSTILE },
};

test("the table knows each format by its extension, and nothing else", () => {
  expect([...transcriptFormats.keys()].sort()).toEqual(["html", "srt", "txt", "vtt"]);
  for (const [extension, format] of transcriptFormats) expect(format.extension).toBe(extension);
  expect(transcriptFormats.get("constructor")).toBeUndefined();
});

describe("txt", () => {
  test("has a head, chapters, and paragraphs with moment and speaker", () => {
    expect(render("txt")).toBe(
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

  test("says when a machine made the captions", () => {
    expect(render("txt", { origin: "machine" })).toContain("part-one\nMade by a machine\n\n");
  });

  test("a name with a line break stays one line", () => {
    expect(render("txt", { name: "One\r\n\nTwo" }).split("\n")[0]).toBe("One Two");
  });
});

describe("vtt and srt", () => {
  test("hold the cues as they are, vtt with a note of their source", () => {
    const { cues, notes, problems } = parseWebVtt(render("vtt"));
    expect(problems).toEqual([]);
    expect(notes[0]).toContain("Film: https://video.example/en/watch/part-one");
    expect(cues.map(({ text }) => text)).toEqual(source().cues.map(({ text }) => text));
    expect(parseSrt(render("srt")).cues[1]).toMatchObject({ startTime: 65, endTime: 67 });
  });

  test("hostile names and texts break neither", () => {
    expect(parseWebVtt(render("vtt", hostile))).toMatchObject({ problems: [], cues: [{ id: "" }] });
    expect(parseSrt(render("srt", hostile)).cues).toHaveLength(1);
  });
});

describe("html", () => {
  test("is a page in its language with a heading for each chapter", () => {
    const page = render("html", { language: "ar", direction: "rtl" });
    expect(page).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(page).toContain("<title>How Did We Get Here? – Transcript</title>");
    expect(page).toContain("<h1>How Did We Get Here?</h1>");
    expect(page.match(/<h2>.*<\/h2>/g)).toEqual(["<h2>Opening</h2>", "<h2>Ana</h2>"]);
    expect(page).not.toContain("<script");
  });

  test("every paragraph's moment leads there in the film", () => {
    expect(render("html")).toContain(
      '<p><a class="moment" href="https://video.example/en/watch/part-one?t=65">1:05</a> ' +
        "<b><bdi>Ana</bdi>:</b> My name is Ana. I am from R&amp;D.</p>",
    );
    expect(render("html", { watchUrl: "https://v.example/w?lang=es#top" })).toContain(
      'href="https://v.example/w?lang=es&amp;t=65#top"',
    );
  });

  test("says when a machine made the captions, and only then", () => {
    expect(render("html")).not.toContain("machine");
    expect(render("html", { origin: "machine" })).toContain("<p>Made by a machine</p>");
  });

  test("hostile names and texts stay text", () => {
    const page = render("html", hostile);
    expect(page).not.toContain("<script");
    expect(page).not.toContain('"">');
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      "a b bdi body h1 h2 head header html link main meta p style title".split(" "),
    );
  });
});
