import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/manifest/errors/problem.ts";
import { readManifest } from "../../src/manifest/read.ts";
import { anyCharacter } from "../support/any-character.ts";
import { episode } from "./samples.ts";

/** The problems of a text as they are printed, without the file's name. */
function problemsOf(yaml: string): string[] {
  return readManifest("e.yaml", yaml).problems.map((problem) => formatProblem(problem).slice(7));
}

/** A good episode with one line put in another's place, and the problems it then has. */
function changed(line: string, replacement: string): string[] {
  expect(episode).toContain(line);
  return problemsOf(episode.replace(line, replacement));
}

describe("a good manifest", () => {
  it("is read without a problem", () => {
    const { manifest, problems } = readManifest("e.yaml", episode);
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({ kind: "Episode", slug: "first", episode: 1 });
  });

  it("gets the defaults of omitted fields", () => {
    const { manifest } = readManifest("e.yaml", episode);
    if (manifest?.kind !== "Episode") throw new Error("It is an episode.");
    expect(manifest.captions.map((track) => track.origin)).toEqual(["human", "machine"]);
    expect(manifest.attachments).toEqual([]);
  });

  it("has the location of each of its values", () => {
    const { locationOf } = readManifest("e.yaml", episode);
    expect(locationOf(["captions", 1, "file"])).toEqual({ line: 13, column: 46 });
    expect(locationOf(["name", "es"])).toEqual({ line: 8, column: 24 });
  });

  it("may be a library's settings, without a slug", () => {
    const yaml = "kind: Library\ninLanguage: en\nname: { en: L }\npublisher: { name: { en: P } }\n";
    expect(readManifest("library.yaml", yaml).manifest).toMatchObject({ slug: "library" });
  });

  it("keeps words that YAML 1.1 read as other types", () => {
    const yaml = episode.replace("{ en: First, es: Primera }", "{ en: no, es: 2026-11-01 }");
    expect(readManifest("e.yaml", yaml).manifest?.name).toEqual({ en: "no", es: "2026-11-01" });
  });
});

describe("an error has a line, a column and what to write instead", () => {
  const cases: [wrong: string, line: string, replacement: string, problem: string | RegExp][] = [
    [
      "an unknown field",
      "license:",
      "licence:",
      "15:1  error  `licence` isn't a field here: did you mean `license`?",
    ],
    [
      "a field of another name",
      "chapters: [",
      "subtitels: [",
      "14:1  error  `subtitels` isn't a field here: did you mean `captions`?",
    ],
    [
      "an unknown field",
      "license:",
      "colour:",
      "15:1  error  `colour` isn't a field here: remove it",
    ],
    [
      "a nested unknown field",
      "{ file: film.webm }",
      "{ flie: film.webm }",
      "10:11  error  `flie` isn't a field here: did you mean `file`?",
    ],
    [
      "a language in words",
      "inLanguage: en\n",
      "inLanguage: english\n",
      "4:13  error  “english” isn't a language tag: write en",
    ],
    [
      "a language in its own words",
      "{ inLanguage: es,",
      "{ inLanguage: Español,",
      "13:19  error  “Español” isn't a language tag: write es",
    ],
    [
      "a language misspelt",
      "es: Primera",
      "spansh: Primera",
      "8:20  error  “spansh” isn't a language tag: write es",
    ],
    [
      "a language in the wrong case",
      "es: Primera",
      "ES-mx: Primera",
      "8:20  error  “ES-mx” isn't a language tag: write es-MX",
    ],
    [
      "a language with an underscore",
      "es: Primera",
      "es_MX: Primera",
      "8:20  error  “es_MX” isn't a language tag: write es-MX",
    ],
    [
      "a slug with capitals",
      "slug: first",
      "slug: The First!",
      /^2:7 {2}error {2}“The First!” isn't a slug: write 1 to 80 of .*, for example the-first$/,
    ],
    [
      "the library's slug",
      "slug: first",
      "slug: library",
      /^2:7 .*"library" is reserved for the library's settings/,
    ],
    ["a date in words", "2026-11-01", "1 November 2026", /^6:16 .*write a date as 2026-11-01/],
    ["a day that doesn't exist", "2026-11-01", "2026-02-30", /^6:16 .*write a date as/],
    [
      "a status misspelt",
      "status: published",
      "status: publishd",
      "5:9  error  “publishd” isn't a valid status: did you mean published?",
    ],
    [
      "a kind of track",
      "kind: subtitles",
      "kind: words",
      "13:29  error  “words” isn't a valid kind: write captions, subtitles or descriptions",
    ],
    [
      "a way of description",
      "mode: integrated",
      "mode: yes",
      "16:27  error  “yes” isn't a valid mode: write integrated, track, file or none",
    ],
    [
      "a number in words",
      "episode: 1",
      "episode: one",
      "7:10  error  `episode` must be a number, not “one”",
    ],
    [
      "a number for a text",
      "en: First",
      "en: 2024",
      '8:13  error  `en` must be a text: put it in quotes, "2024"',
    ],
    [
      "a supplied title without quotes",
      "en: First",
      "en: [First]",
      '8:13  error  `en` must be a text, not a list: put a text [in brackets] in quotes, "[…]"',
    ],
    [
      "brackets for a field",
      "license: CC",
      "[license]: CC",
      '15:1  error  there are brackets before a colon: put the text in quotes, "[…]"',
    ],
    ["a text for a list", "[{ file: film.webm }]", "film.webm", /^10:8 .*`video` must be a list/],
    [
      "a field without a value",
      "status: published",
      "status:",
      /^5:1 .*`status` is empty\. Only staff can see a draft/,
    ],
    [
      "a start that isn't a moment",
      '"0:00"',
      '"soon"',
      /^14:21 .*“soon”: write the start time as "1:05" or 65/,
    ],
    ["a range as a start", '"0:00"', '"1,2"', /^14:21 .*write the start time/],
    [
      "a file of the wrong type",
      "film.webm",
      "film.avi",
      "10:17  error  “film.avi” isn't a film that browsers support: use .webm or .mp4, or convert it with `videoteca prepare`",
    ],
    [
      "a file in another folder",
      "film.webm",
      "../../film.webm",
      /^10:17 .*is in this manifest's folder/,
    ],
    [
      "a file on this machine",
      "film.webm",
      "/etc/film.webm",
      /^10:17 .*is in this manifest's folder/,
    ],
    [
      "a missing field",
      "slug: first\n",
      "",
      /^1:1 {2}error {2}`slug` is missing\. The work's name in addresses/,
    ],
    [
      "a field that stands there twice",
      "slug: first\n",
      "slug: first\nslug: second\n",
      "3:1  error  this field is written twice: keep one of them",
    ],
    [
      "a kind of work misspelt",
      "kind: Episode",
      "kind: Epsiode",
      "1:7  error  “Epsiode” isn't a kind of work: did you mean Episode?",
    ],
    [
      "a tab",
      "slug: first\n",
      "name:\n\ten: x\n",
      /error {2}this line is indented with a tab: use spaces/,
    ],
    ["an alias", "slug: first\n", "slug: *first\n", /`\*first` is a YAML alias/],
  ];
  it.each(cases)("%s", (_, line, replacement, problem) => {
    const found = changed(line, replacement);
    const expected = typeof problem === "string" ? problem : expect.stringMatching(problem);
    expect(found).toContainEqual(expected);
  });

  it("and all errors are reported at once, in the order of the file", () => {
    const found = problemsOf(
      "kind: Episode\nslug: A b\nslug: B c\ninLanguage: english\nsubtitels: []\n",
    );
    expect(found.map((problem) => problem.split(" ", 1)[0])).toEqual([
      "1:1", // status is missing
      "1:1", // name is missing
      "1:7", // nothing to play
      "3:1", // slug stands there twice
      "3:7", // slug is none
      "4:13",
      "5:1",
    ]);
  });

  it("an empty file, a list and a text aren't manifests", () => {
    expect(problemsOf("")).toEqual([expect.stringContaining("this file is empty")]);
    expect(problemsOf("- a\n")).toEqual([expect.stringContaining("this isn't a manifest")]);
    expect(problemsOf("a text")).toEqual([expect.stringContaining("this isn't a manifest")]);
  });
});

describe("checks between fields", () => {
  it("two files of captions in one language are an error", () => {
    expect(
      changed("{ inLanguage: es, kind: subtitles", "{ inLanguage: en, kind: captions"),
    ).toEqual(["13:5  error  this is a second en file of captions: keep one of the two"]);
  });

  it("a chapter that starts before the one above it is an error", () => {
    const two = '[{ start: 9, name: { en: A } }, { start: "0:05", name: { en: B } }]';
    expect(changed('[{ start: "0:00", name: { en: Start } }]', two)).toEqual([
      expect.stringMatching(
        /^14:\d+ {2}error {2}this chapter doesn't start after the one before it, at 9/,
      ),
    ]);
  });

  it("a published film without captions in its language has a warning, for deaf viewers", () => {
    const found = changed("{ inLanguage: en, kind: captions", "{ inLanguage: vi, kind: subtitles");
    expect(found[0]).toContain("warning  there are no captions in en");
  });

  it("a film without any captions can be a draft but can't be published, unless nobody speaks", () => {
    const tracks = /captions:\n(?: {2}- .*\n)+/.exec(episode)?.[0] ?? "none";
    expect(changed(tracks, "")).toEqual([
      expect.stringMatching(/error {2}there are no captions at all: .* `inLanguage: zxx`/),
    ]);
    const draft = episode.replace(tracks, "").replace("published", "draft");
    expect(problemsOf(draft)).toEqual([expect.stringContaining("warning  there are no captions")]);
    const silent = episode
      .replace(tracks, "")
      .replace("inLanguage: en", "inLanguage: zxx")
      .replace("name: { en: First,", "name: { zxx: First,");
    expect(problemsOf(silent)).toEqual([]);
  });

  it("a published film that says nothing about audio description has a warning, for blind viewers", () => {
    const found = changed("audioDescription: { mode: integrated }\n", "");
    expect(found).toEqual([expect.stringContaining("how blind viewers learn")]);
  });

  it("a manifest with only a warning can be published", () => {
    const yaml = episode.replace("audioDescription: { mode: integrated }\n", "");
    expect(readManifest("e.yaml", yaml).manifest).toBeDefined();
  });
});

describe("any text", () => {
  const fragment = fc.constantFrom(
    ...["kind: Episode\n", "name: ", "{", "}", "[", "]", "- ", ": ", "\n", "  ", "\t", "*a", "&a "],
    ...[
      "!!set ",
      "!x ",
      "? ",
      "|\n",
      ">\n",
      "'",
      '"',
      "#",
      "---\n",
      "...\n",
      "%YAML 1.1\n",
      "<<: ",
    ],
    ...[
      "__proto__: ",
      "toString: ",
      "constructor: ",
      "inLanguage: ",
      "captions: ",
      "null",
      "~",
      "0x1",
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(fc.oneof(fragment, fc.string()), { maxLength: 30 }).map((parts) => parts.join("")),
    fc.array(fragment, { maxLength: 12 }).map((parts) => `${episode}${parts.join("")}`),
    fc.tuple(fc.nat(episode.length), fragment).map(([at, part]) => {
      return episode.slice(0, at) + part + episode.slice(at + 1);
    }),
  );

  it("never throws, and has an error with a line and column if it isn't a manifest", () => {
    fc.assert(
      fc.property(text, (yaml) => {
        const { manifest, problems } = readManifest("e.yaml", yaml);
        const failed = problems.some(({ severity }) => severity === "error");
        expect(failed).toBe(manifest === undefined);
        const lines = yaml.split("\n").length;
        for (const { line, column } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
