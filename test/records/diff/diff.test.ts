import { describe, expect, test } from "vitest";
import { diffRecords } from "../../../src/records/diff/diff.ts";
import type { EpisodeRecord, LibraryRecord } from "../../../src/records/schema/record.ts";

const blob = (letter: string, extension: "vtt" | "webm" | "pdf" = "vtt") => {
  return { sha256: letter.repeat(64), extension, size: 10 } as const;
};
const captions = (inLanguage: string, letter: string) => {
  return { inLanguage, kind: "subtitles", file: blob(letter), origin: "human", cues: 2 } as const;
};

const film: EpisodeRecord = {
  kind: "Episode",
  slug: "a-film",
  inLanguage: "en",
  status: "draft",
  name: { en: "A film", es: "Una película" },
  duration: 10,
  video: [{ ...blob("a", "webm"), duration: 10, width: 640, height: 360 }],
  captions: [{ ...captions("en", "b"), kind: "captions" }, captions("es", "c")],
  chapters: [{ start: 0, name: { en: "Beginning" } }],
  attachments: [{ file: blob("d", "pdf"), inLanguage: "en", name: { en: "Guide" } }],
  keywords: ["prisons"],
};

/** Each change as a line: what a person reads. */
const lines = (after: EpisodeRecord, before: EpisodeRecord | undefined = film) =>
  diffRecords(before, after).map(({ sign, language, field, which, from, to }) =>
    [sign, language, field, which, from, to].filter((word) => word !== undefined).join(" "),
  );

describe("what differs between two records", () => {
  test("of the same content is nothing, in any order of keys", () => {
    expect(lines(film)).toEqual([]);
    expect(lines(Object.fromEntries(Object.entries(film).reverse()) as EpisodeRecord)).toEqual([]);
  });

  test("is reported language by language", () => {
    const name = { en: "A film", es: "Otra película", vi: "Một bộ phim" };
    expect(lines({ ...film, name })).toEqual([
      "~ es name Una película Otra película",
      "+ vi name Một bộ phim",
    ]);
    expect(lines({ ...film, name: { en: "A film" } })).toEqual(["- es name Una película"]);
    expect(lines({ ...film, description: { vi: "Mới" } })).toEqual(["+ vi description Mới"]);
  });

  test("is reported track by track", () => {
    const [original, spanish] = film.captions;
    if (original === undefined || spanish === undefined) throw new Error("two tracks");
    expect(lines({ ...film, captions: [original, captions("vi", "e")] })).toEqual([
      "+ vi captions subtitles",
      "- es captions subtitles",
    ]);
    expect(lines({ ...film, captions: [{ ...original, file: blob("f") }, spanish] })).toEqual([
      "~ en captions",
    ]);
    expect(lines({ ...film, captions: [spanish, original] })).toEqual(["~ captions the order"]);
  });

  test("is reported for films, chapters, attachments, keywords and plain values", () => {
    const [video] = film.video;
    if (video === undefined) throw new Error("a film");
    expect(
      lines({
        ...film,
        status: "published",
        datePublished: "2026-11-01",
        duration: 11,
        video: [{ ...video, sha256: "9".repeat(64), duration: 11 }],
        chapters: [
          { start: 0, name: { en: "Start" } },
          { start: 65, name: { en: "Middle" } },
        ],
        attachments: [],
        keywords: ["prisons", "law"],
      }),
    ).toEqual([
      "~ status draft published",
      "~ video webm 640×360",
      "~ chapters 0:00",
      "+ chapters 1:05",
      "- en attachments “Guide”",
      "+ keywords law",
      "+ datePublished 2026-11-01",
    ]);
  });

  test("of a topic is named by its English word, or its first", () => {
    const keywords = ["law", { es: "Barrio", en: "Neighborhood" }, { vi: "Luật" }];
    expect(lines({ ...film, keywords: [...(film.keywords ?? []), ...keywords] })).toEqual([
      "+ keywords law",
      "+ keywords Neighborhood",
      "+ keywords Luật",
    ]);
  });

  test("of a new work is everything, each added", () => {
    const changes = diffRecords(undefined, film);
    expect(changes.every(({ sign }) => sign === "+")).toBe(true);
    expect(changes).toContainEqual({
      sign: "+",
      field: "name",
      language: "es",
      to: "Una película",
    });
  });

  test("includes nested fields, and whole objects that were added or removed", () => {
    const poster = { file: blob("e"), alt: { en: "A door" }, width: 1, height: 1 };
    expect(
      lines({ ...film, poster: { ...poster, alt: { en: "A window" } } }, { ...film, poster }),
    ).toEqual(["~ en poster.alt A door A window"]);
    expect(lines({ ...film, audioDescription: { mode: "none", reason: "No need" } })).toEqual([
      "+ audioDescription.mode none",
      "+ audioDescription.reason No need",
    ]);
  });

  test("names a field, even if its name is as short as a language tag", () => {
    const settings = (url: string): LibraryRecord => ({
      kind: "Library",
      slug: "library",
      inLanguage: "en",
      name: { en: "A library" },
      publisher: { name: { en: "A network" }, url },
    });
    expect(diffRecords(settings("https://old.example"), settings("https://new.example"))).toEqual([
      {
        sign: "~",
        field: "publisher.url",
        from: "https://old.example",
        to: "https://new.example",
      },
    ]);
  });

  test("distinguishes two items with the same identity", () => {
    const [guide] = film.attachments;
    if (guide === undefined) throw new Error("a guide");
    const second = { ...guide, file: blob("7", "pdf") };
    expect(lines({ ...film, attachments: [guide, second] })).toEqual(["+ en attachments “Guide”"]);
  });
});
