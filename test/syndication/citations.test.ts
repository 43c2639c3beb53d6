import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultNeighbours } from "../../src/i18n/fallback.ts";
import { type Citation, citationFor } from "../../src/syndication/citation.ts";
import { citationFormats } from "../../src/syndication/citations.ts";
import { anyCharacter } from "../support/any-character.ts";
import { document, episode, librarySettings, series } from "../support/library.ts";

const citation: Citation = {
  slug: "film",
  kind: "film",
  title: "100% {true} & “tested”: C_1 \\ #2 ~ $5 ^",
  language: "es",
  labelLanguage: "es",
  originalTitle: undefined,
  workLanguage: "en",
  directors: ["Nguyễn Thị Lan"],
  translators: ["Luz Pérez"],
  authors: ["Nguyễn Thị Lan", "Ana Morales, hija"],
  publisher: "La Editorial",
  series: "La serie",
  date: [2026, 3, 9],
  abstract: "Dos\r\nlíneas.",
  license: "CC-BY-4.0",
  copyrightHolder: "La Casa",
  moment: 65,
  url: "https://library.example/es/watch/film",
};

const write = (extension: string, changes: Partial<Citation> = {}) =>
  citationFormats.get(extension)?.render({ ...citation, ...changes }) ?? "";

/** A RIS file's fields, read by its own rule: two signs, two spaces, a hyphen, a space; a value to the line's end. */
const fieldsOf = (text: string) =>
  text
    .split("\r\n")
    .slice(0, -1)
    .map((line) => {
      const field = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
      if (field === null) throw new Error(`no field: ${line}`);
      return [field[1], field[2]];
    });

describe("RIS", () => {
  test("has all known fields, and no others", () => {
    expect(fieldsOf(write("ris"))).toEqual([
      ["TY", "VIDEO"],
      ["ID", "film"],
      ["TI", citation.title],
      ["T2", "La serie"],
      ["AU", "Nguyễn Thị Lan"],
      ["AU", "Ana Morales, hija"],
      ["A4", "Luz Pérez"],
      ["PB", "La Editorial"],
      ["PY", "2026"],
      ["DA", "2026/03/09/"],
      ["AB", "Dos líneas."],
      ["LA", "en"],
      ["N1", "1:05"],
      ["C1", "CC-BY-4.0"],
      ["C2", "© La Casa"],
      ["UR", citation.url],
      ["ER", ""],
    ]);
    const bare = {
      authors: [],
      translators: [],
      series: undefined,
      date: undefined,
      abstract: undefined,
      moment: undefined,
      copyrightHolder: undefined,
    } as const;
    const tags = fieldsOf(write("ris", { ...bare, kind: "document" })).map(([tag]) => tag);
    expect(tags).toEqual(["TY", "ID", "TI", "PB", "LA", "C1", "UR", "ER"]);
  });

  test("has one record and no additional fields, for any title", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (title) => {
        const hostile = `${title}\r\nER  - \r\nTY  - BOOK\u2028\u0085`;
        expect(fieldsOf(write("ris", { title: hostile }))).toHaveLength(17);
      }),
    );
  });
});

describe("BibTeX", () => {
  test("escapes TeX's special characters", () => {
    expect(write("bib")).toBe(`@misc{film,
  title = {{100\\% \\{true\\} \\& “tested”: C\\_1 \\textbackslash{} \\#2 \\textasciitilde{} \\$5 \\textasciicircum{}}},
  author = {{Nguyễn Thị Lan} and {Ana Morales, hija}},
  translator = {{Luz Pérez}},
  publisher = {La Editorial},
  series = {La serie},
  howpublished = {Video},
  year = {2026},
  month = {3},
  day = {9},
  date = {2026-03-09},
  langid = {en},
  note = {1:05},
  copyright = {© La Casa, CC-BY-4.0},
  abstract = {Dos líneas.},
  url = {https://library.example/es/watch/film}
}
`);
  });

  test("is one entry with balanced braces, for any title", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (title) => {
        const text = write("bib", { title: `${title}}}\n@book{`, publisher: "}" });
        let depth = 0;
        let ended = 0;
        for (const [sign] of text.replace(/\\[{}]/g, "").matchAll(/[{}]/g)) {
          depth += sign === "{" ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
          if (depth === 0) ended += 1;
        }
        expect([depth, ended]).toEqual([0, 1]);
      }),
    );
  });
});

test("CSL JSON is a list of one item, with a date in parts and undivided names", () => {
  expect(JSON.parse(write("json"))).toEqual([
    {
      id: "film",
      type: "broadcast",
      title: citation.title,
      medium: "Video",
      director: [{ literal: "Nguyễn Thị Lan" }],
      "script-writer": [{ literal: "Ana Morales, hija" }],
      translator: [{ literal: "Luz Pérez" }],
      publisher: "La Editorial",
      "container-title": "La serie",
      issued: { "date-parts": [[2026, 3, 9]] },
      abstract: citation.abstract,
      language: "en",
      locator: "1:05",
      note: "© La Casa, CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/",
      URL: citation.url,
    },
  ]);
  expect(JSON.parse(write("json", { kind: "document", authors: [], date: undefined }))).toEqual([
    expect.objectContaining({ type: "report" }),
  ]);
});

test.each<[work: string, changes: Partial<Citation>, makers: Record<string, string[]>]>([
  ["a film by its director", { authors: ["Lan"], directors: ["Lan"] }, { director: ["Lan"] }],
  ["a film by its writer", { authors: ["Lan"], directors: [] }, { author: ["Lan"] }],
  [
    "a film by both",
    { authors: ["Ana", "Lan"], directors: ["Lan"] },
    { director: ["Lan"], "script-writer": ["Ana"] },
  ],
  [
    "sound by both",
    { kind: "sound", authors: ["Ana", "Lan"], directors: ["Lan"] },
    { author: ["Ana", "Lan"] },
  ],
  [
    "a document by both",
    { kind: "document", authors: ["Ana", "Lan"], directors: ["Lan"] },
    { author: ["Ana", "Lan"] },
  ],
  ["a film by nobody", { authors: [], directors: [] }, {}],
])("CSL JSON names each person of %s once", (_, changes, makers) => {
  const [item] = JSON.parse(write("json", changes));
  const named = ["author", "director", "script-writer"].flatMap((role) =>
    item[role] === undefined
      ? []
      : [[role, item[role].map(({ literal }: { literal: string }) => literal)]],
  );
  expect(Object.fromEntries(named)).toEqual(makers);
});

describe("a citation is made from a record", () => {
  const language = "es";
  const shared = { neighbours: defaultNeighbours, url: "https://library.example/", language };

  test("with title, series and publisher in the requested language", async () => {
    const credits = [
      { name: "Ana", role: "Director" },
      { name: "Ana", role: "writer" },
      { name: "Luz", role: "narrator" },
    ];
    const item = await episode("film", { credits, datePublished: "2026-01-15T23:30:00-05:00" });
    const made = citationFor({
      ...shared,
      item,
      series: series("tale"),
      settings: librarySettings(),
    });
    expect(made).toMatchObject({
      kind: "film",
      title: "Película film",
      language: "es",
      // What is spoken in it, whoever reads.
      workLanguage: "en",
      originalTitle: item.name.en,
      authors: ["Ana"],
      directors: ["Ana"],
      publisher: "The Publisher",
      series: "Serie tale",
      // The author's own day, whatever its offset from UTC (DESIGN 4).
      date: [2026, 1, 15],
    });
  });

  test("with its original title if there is none in that language", async () => {
    const item = await document("paper", { name: { en: "Paper" } });
    const made = citationFor({ ...shared, item, series: undefined, settings: undefined });
    expect(made).toMatchObject({ kind: "document", title: "Paper", language: "en", authors: [] });
    expect([made.publisher, made.series, made.abstract]).toEqual([undefined, undefined, undefined]);
  });
});
