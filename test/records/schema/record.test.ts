import { describe, expect, test } from "vitest";
import { record } from "../../../src/records/schema/record.ts";
import { film, paper, seasons, settings } from "../works.ts";

const holds = (value: unknown) => record.safeParse(value).success;

test("a complete work, a series and a library's settings are valid records, and parsing doesn't change them", () => {
  expect(record.parse(film)).toEqual(film);
  expect(record.parse(paper)).toEqual(paper);
  expect(record.parse(settings)).toEqual(settings);
  expect(record.parse(seasons)).toEqual(seasons);
});

describe("an unknown field is rejected", () => {
  const extra = { surprise: 1 };
  test.each([
    ["in a work", { ...film, ...extra }],
    ["in a document", { ...paper, ...extra }],
    ["in a film", { ...film, video: [{ ...film.video[0], ...extra }] }],
    ["in a poster", { ...film, poster: { ...film.poster, ...extra } }],
    ["in a track", { ...film, captions: [{ ...film.captions[0], ...extra }] }],
    ["in a credit", { ...film, credits: [{ name: "A", role: "b", ...extra }] }],
    ["in a description", { ...film, audioDescription: { mode: "integrated", ...extra } }],
    ["in a text", { ...paper, texts: [{ ...paper.texts[0], ...extra }] }],
  ])("%s", (_, value) => {
    expect(holds(value)).toBe(false);
  });
});

test.each([
  ["a slug with capitals", { slug: "Film" }],
  ["an empty slug", { slug: "" }],
  ["a slug of 81 letters", { slug: "a".repeat(81) }],
  ["a slug with a slash", { slug: "a/b" }],
  ["the slug of the library's face", { slug: "library" }],
  ["a tag that isn't canonical", { inLanguage: "EN" }],
  ["no name", { name: {} }],
  ["an empty name", { name: { en: " " } }],
  ["a name in no language", { name: { "": "x" } }],
  ["a status of its own", { status: "scheduled" }],
  ["a day that there isn't", { datePublished: "2026-02-30" }],
  ["a kind of its own", { kind: "Movie" }],
  ["a negative duration", { duration: -1 }],
  ["a digest in capitals", { video: [{ ...film.video[0], sha256: "A".repeat(64) }] }],
  ["a file that could run script", { video: [{ ...film.video[0], extension: "html" }] }],
  ["a size that is no whole number", { video: [{ ...film.video[0], size: 1.5 }] }],
])("%s makes no record", (_, change) => {
  expect(holds({ ...film, ...change })).toBe(false);
});

test("a document without a text is invalid", () => {
  expect(holds({ ...paper, texts: [] })).toBe(false);
});

test("a withdrawn work may have a notice", () => {
  expect(holds({ ...film, status: "withdrawn", withdrawalNotice: { en: "Asked for." } })).toBe(
    true,
  );
});

test.each([
  ["a language that the interface doesn't speak", { interfaceLanguages: ["en", "fr"] }],
  ["a language twice", { interfaceLanguages: ["en", "en"] }],
  ["a color that can't be read", { accentColor: "#ffff00" }],
  ["an address that could run script", { contact: "javascript:alert(1)" }],
  ["a link that could run script", { footer: [{ name: { en: "x" }, url: "data:text/html,x" }] }],
])("%s makes no library's face", (_, change) => {
  expect(holds({ ...settings, ...change })).toBe(false);
});

test("a series with two seasons of the same number is invalid", () => {
  const twice = [
    { season: 1, name: { en: "A" } },
    { season: 1, name: { en: "B" } },
  ];
  expect(holds({ ...seasons, seasons: twice })).toBe(false);
});
