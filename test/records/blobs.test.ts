import { expect, test } from "vitest";
import { blobPath, blobsOf } from "../../src/records/blobs.ts";
import { film, paper, seasons, settings } from "./works.ts";

const digitsOf = (item: Parameters<typeof blobsOf>[0]) =>
  blobsOf(item).map((blob) => blob.sha256[0]);

test("an episode names every file it has: films, sound, poster, tracks, description, attachments", () => {
  expect(digitsOf(film)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
});

test("a document names its texts", () => {
  expect(digitsOf(paper)).toEqual(["a", "b", "c"]);
});

test("a file that is named twice is one blob", () => {
  const twice = { ...film, attachments: [...film.attachments, ...film.attachments] };
  expect(blobsOf(twice)).toHaveLength(8);
});

test("a blob is its digest, extension and size, without what was measured of it", () => {
  expect(blobsOf(film)[0]).toEqual({ sha256: "1".repeat(64), extension: "webm", size: 10 });
});

test("a description in another mode names no file", () => {
  expect(digitsOf({ ...film, audioDescription: { mode: "integrated" } })).not.toContain("7");
});

test("a library names its logo and its cover, a series its cover", () => {
  expect(digitsOf(settings)).toEqual(["d", "f"]);
  expect(digitsOf(seasons)).toEqual(["0"]);
});

test("a series and a library without pictures name none", () => {
  const name = { en: "S" };
  expect(blobsOf({ kind: "Series", slug: "s", inLanguage: "en", status: "draft", name })).toEqual(
    [],
  );
  expect(
    blobsOf({ kind: "Library", slug: "library", inLanguage: "en", name, publisher: { name } }),
  ).toEqual([]);
});

test("a blob's address is its digest and extension", () => {
  expect(blobPath({ sha256: "ab", extension: "pdf", size: 1 })).toBe("/media/ab.pdf");
});
