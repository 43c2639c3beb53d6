import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostile, render } from "../source.ts";

/** Reads CSV by RFC 4180's grammar; throws where it isn't any. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith("\uFEFF")).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  field.lastIndex = 1;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (found === null) throw new Error("not RFC 4180");
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] !== "\r\n") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const cue = (text: string) => ({ startTime: 1.25, endTime: 2, text });
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

describe("csv", () => {
  test("has a row for each cue, with its chapter and speaker", () => {
    expect(parseCsv(render("csv"))).toEqual([
      ["start", "end", "chapter", "speaker", "text"],
      ["0.5", "3", "Opening", "", "[music]"],
      ["65", "67", "Ana", "Ana", "My name is Ana. I am"],
      ["67", "69", "Ana", "Ana", "from R&D."],
    ]);
  });

  test("has no column of speakers if the options say so", () => {
    const [head, , row] = parseCsv(render("csv", { options: { times: false, speakers: false } }));
    expect(head).toEqual(["start", "end", "chapter", "text"]);
    expect(row).toEqual(["65", "67", "Ana", "My name is Ana. I am"]);
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "-1+1",
    "-cmd|' /C calc'!A0",
    "=cmd|' /C calc'!A0",
  ])("is text for a spreadsheet, not a formula: %s", (text) => {
    const rows = parseCsv(render("csv", { cues: [cue(escaped(text))] }));
    expect(rows[1]?.at(-1)).toBe(`'${text}`);
  });

  test.each([
    ["- One dash.", "– One dash."],
    ["-Sí, claro.", "–Sí, claro."],
    ["-- We left.", "–– We left."],
    ["- ¿Quién?", "– ¿Quién?"],
    ["- أنا هنا.", "– أنا هنا."],
    // What a spreadsheet could calculate is guarded as any formula is.
    ["-SUM(A1)", "'-SUM(A1)"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ])("has an en dash for the dash before speech, without an apostrophe: %s", (name, expected) => {
    const chapters = [{ startTime: 0, name }];
    const rows = parseCsv(render("csv", { cues: [cue("Words.")], chapters }));
    expect(rows[1]?.[2]).toBe(expected);
  });

  test("is valid by RFC 4180 for any text, and no cell is a formula", () => {
    expect(parseCsv(render("csv", hostile))).toHaveLength(2);
    const word = fc.stringMatching(/^[=+@\-",;\t '|a-zé\r\n]{0,12}$/);
    fc.assert(
      fc.property(word, word, word, (name, speaker, text) => {
        const cues = [cue(`<v ${speaker}>x${text}`), cue(escaped(text))];
        const rows = parseCsv(render("csv", { cues, chapters: [{ startTime: 0, name }] }));
        for (const row of rows) {
          expect(row).toHaveLength(5);
          for (const value of row) expect(value).not.toMatch(/^\s*[=+\-@\t\r]/);
        }
      }),
    );
  });
});

describe("json", () => {
  test("has the transcript's metadata, and a segment for each cue", () => {
    const read = JSON.parse(render("json", { license: "CC-BY-4.0", datePublished: "2026-11-01" }));
    expect(read).toEqual({
      version: "1.0.0",
      name: "How Did We Get Here?",
      publisher: "Immigrant Justice Network",
      url: "https://video.example/en/watch/part-one",
      datePublished: "2026-11-01",
      license: "CC-BY-4.0",
      chapters: [
        { startTime: 0, name: "Opening" },
        { startTime: 60, name: "Ana" },
      ],
      inLanguage: "en",
      origin: "human",
      segments: [
        { startTime: 0.5, endTime: 3, body: "[music]", sound: true, paragraph: 0 },
        { startTime: 65, endTime: 67, speaker: "Ana", body: "My name is Ana. I am", paragraph: 1 },
        { startTime: 67, endTime: 69, speaker: "Ana", body: "from R&D.", paragraph: 1 },
      ],
    });
  });

  test("is valid JSON for any text, also without words", () => {
    expect(JSON.parse(render("json", hostile)).segments).toHaveLength(1);
    expect(JSON.parse(render("json", { cues: [] })).segments).toEqual([]);
  });
});

describe("md", () => {
  test("has headings, speakers, and sounds in italics", () => {
    expect(render("md")).toBe(
      `# How Did We Get Here?

Immigrant Justice Network  
Film: https://video.example/en/watch/part-one

## Opening

*\\[music\\]*

## Ana

**Ana:** My name is Ana. I am from R\\&D.
`,
    );
  });

  test("links each time if the options say so", () => {
    expect(render("md", { options: { times: true, speakers: false } })).toContain(
      "\n[1:05](<https://video.example/en/watch/part-one?t=65>) My name is Ana.",
    );
  });

  test.each([
    "# no heading",
    "- no list",
    "1. no list",
    "> no quote",
    "*no* _stress_",
    "`no code`",
  ])("keeps as text what would be a sign of Markdown: %s", (text) => {
    const written = render("md", { cues: [cue(escaped(text))], chapters: [] });
    expect(written.trimEnd().split("\n").at(-1)).toMatch(/^(?:\\|1\\)/);
  });

  test("hostile names and texts become no tags", () => {
    expect(render("md", hostile)).not.toMatch(/(?<!\\)<script/);
  });
});
