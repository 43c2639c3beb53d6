import { expect, test } from "vitest";
import { isInLanguage, languagesOf, spokenTracks } from "../../src/records/tracks.ts";
import { film, paper } from "./works.ts";

test("a film's languages are its original's first, then those it can be followed in", () => {
  expect(languagesOf(film)).toEqual(["en", "es"]);
});

test("a track of descriptions doesn't add a language", () => {
  expect(languagesOf(film)).not.toContain("vi");
  expect(spokenTracks(film).map((track) => track.kind)).toEqual(["subtitles", "captions"]);
});

test("a document's languages are those of its texts, each once", () => {
  expect(languagesOf(paper)).toEqual(["es", "en"]);
});

test("of two tracks in a language, captions are preferred to subtitles, in any order", () => {
  const [, captions] = film.captions;
  if (captions === undefined) throw new Error("the film has captions");
  const subtitles = { ...captions, kind: "subtitles" as const };
  for (const both of [
    [captions, subtitles],
    [subtitles, captions],
  ]) {
    expect(spokenTracks({ ...film, captions: both })).toEqual([captions]);
  }
});

test("a work is in a language and in its regional varieties", () => {
  expect(isInLanguage(film, "es-MX")).toBe(true);
  expect(isInLanguage(film, "vi")).toBe(false);
});
