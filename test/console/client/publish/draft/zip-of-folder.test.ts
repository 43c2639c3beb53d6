import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import {
  type Draft,
  folderOfDraft,
} from "../../../../../src/console/client/publish/draft/folder.ts";
import { zipOfFolder } from "../../../../../src/console/client/publish/draft/zip-of-folder.ts";

const film = { sha256: "f".repeat(64), extension: "webm", size: 8 };

test("the archive of a published work has the film that only the library has, and no replaced one", async () => {
  const draft: Draft = {
    kind: "Episode",
    value: {
      slug: "a-talk",
      name: { en: "A talk" },
      video: [{ file: "film.webm" }],
      captions: [{ inLanguage: "en", kind: "captions", file: "en.vtt" }],
    },
    files: new Map([["en.vtt", new File(["WEBVTT\n"], "en.vtt")]]),
    known: new Map([
      ["film.webm", film],
      ["replaced.webm", { ...film, sha256: "e".repeat(64) }],
    ]),
  };
  const asked: unknown[] = [];
  const archive = await zipOfFolder(draft, folderOfDraft(draft), async (file) => {
    asked.push(file);
    return new Blob(["the film"]);
  });
  const read = Object.entries(unzipSync(new Uint8Array(await archive.arrayBuffer())));
  const texts = Object.fromEntries(read.map(([path, bytes]) => [path, strFromU8(bytes)]));
  expect(Object.keys(texts).sort()).toEqual([
    "a-talk/en.vtt",
    "a-talk/episode.yaml",
    "a-talk/film.webm",
  ]);
  expect(texts["a-talk/film.webm"]).toBe("the film");
  expect(texts["a-talk/episode.yaml"]).toContain("slug: a-talk");
  expect(asked).toEqual([film]);
});

test("a file that the library doesn't give is told: no archive lacks it unnoticed", async () => {
  const draft: Draft = {
    kind: "Episode",
    value: { slug: "a-talk", video: [{ file: "film.webm" }] },
    files: new Map(),
    known: new Map([["film.webm", film]]),
  };
  const read = () => Promise.reject(new Error("A file of this work can't be read."));
  await expect(zipOfFolder(draft, folderOfDraft(draft), read)).rejects.toThrow("can't be read");
});
