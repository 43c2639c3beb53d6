import { describe, expect, it } from "vitest";
import { guessKind, sortFiles } from "../../../src/inspection/names/sort-files.ts";

describe("the files of a folder", () => {
  it("are sorted by their use in a manifest", () => {
    const names = ["film.MP4", "film.webm", "a.m4a", "p.jpeg", "en.vtt", "g.pdf", "n.docx"];
    const files = sortFiles([...names, "notes.txt", ".hidden.vtt", "film.mov"]);
    const listed = Object.entries(files).map(([kind, found]) => [
      kind,
      found.map(({ name }: { name: string }) => name),
    ]);
    expect(Object.fromEntries(listed)).toEqual({
      films: ["film.webm", "film.MP4"],
      sounds: ["a.m4a"],
      pictures: ["p.jpeg"],
      captions: ["en.vtt"],
      texts: ["g.pdf"],
      others: ["n.docx"],
    });
  });

  it.each([
    ["es.srt", "es"],
    ["talk.es.srt", "es"],
    ["talk_vi.vtt", "vi"],
    ["talk-es.srt", "es"],
    ["talk.es-mx.srt", "es-MX"],
    ["mam.vtt", "mam"],
    ["talk.zh-Hant.vtt", "zh-Hant"],
    ["ES.SRT", "es"],
    ["English.srt", "en"],
    ["talk - English.SRT", "en"],
    ["Español.vtt", "es"],
    ["spanish-subtitles.srt", "es"],
    ["Película subtítulos inglés.srt", "en"],
    ["Tiếng Việt.vtt".normalize("NFD"), "vi"],
    ["phụ đề tiếng Anh.sbv", "en"],
    ["الإنجليزية.ttml", "en"],
    ["Haitian Creole.srt", "ht"],
    ["captions.srt", undefined],
    ["how-far-did-you-get-now.srt", undefined],
    ["talk.qx.srt", undefined],
    ["talk 2.srt", undefined],
    ["talk.en-US.vtt", "en-US"],
    ["talk.es (1).srt", "es"],
    ["talk.en-auto.vtt", "en"],
    ["123456.fr-x-autogen.vtt", "fr"],
    ["captions (1).srt", undefined],
    ["vi/captions.srt", "vi"],
    ["Español/captions.srt", "es"],
    ["a/b/talk.es.srt", "es"],
  ])("%s is in the language %s", (name, language) => {
    expect(sortFiles([name]).captions[0]?.language).toBe(language);
  });

  it.each(["How to.mp4", "what-is-it.webm", "This is my.m4a"])("%s names no language", (name) => {
    const { films, sounds } = sortFiles([name]);
    expect([...films, ...sounds].map(({ language }) => language)).toEqual([undefined]);
  });

  it("suggest the kind of work", () => {
    expect(guessKind(sortFiles(["film.mp4", "guide.pdf"]))).toBe("Episode");
    expect(guessKind(sortFiles(["en.md", "es.pdf", "cover.webp"]))).toBe("Document");
    expect(guessKind(sortFiles([]))).toBe("Episode");
  });
});
