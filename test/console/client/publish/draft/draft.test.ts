import { expect, test } from "vitest";
import {
  addFile,
  chooseFile,
  missingFiles,
} from "../../../../../src/console/client/publish/draft/draft-files.ts";
import {
  type Draft,
  folderOfDraft,
  problemsByField,
} from "../../../../../src/console/client/publish/draft/folder.ts";
import {
  draftOfFiles,
  emptyDraft,
  readFiles,
  withGivenFiles,
} from "../../../../../src/console/client/publish/draft/from-files.ts";
import { withoutEmpty, withValue } from "../../../../../src/console/client/publish/draft/value.ts";
import { browserFiles } from "../../../../../src/console/client/publish/files/browser-files.ts";
import { digestOfBlob } from "../../../../../src/console/client/shared/digest-of-blob.ts";
import { readManifests } from "../../../../../src/inspection/read-manifests.ts";

const given = (...names: readonly string[]) =>
  new Map(names.map((name) => [`a-folder/${name}`, new File(["text"], name)]));

test("a film from elsewhere fills the form: languages are read from the names of its files", async () => {
  const files = given(
    "La charla.es.mp4",
    "La charla.en.srt",
    "La charla.es.sbv",
    "La charla.txt",
    "foto.jpg",
    "guía.pdf",
  );
  const { kind, value } = await draftOfFiles(files, "en");
  expect(kind).toBe("Episode");
  expect(value).toMatchObject({
    slug: "la-charla",
    inLanguage: "es",
    status: "draft",
    name: { es: "La charla" },
    description: { es: "text" },
    video: [{ file: "La charla.es.mp4" }],
    poster: { file: "foto.jpg" },
    captions: [
      { inLanguage: "en", kind: "subtitles", file: "La charla.en.srt" },
      { inLanguage: "es", kind: "captions", file: "La charla.es.sbv" },
    ],
    attachments: [{ file: "guía.pdf", inLanguage: "es" }],
  });
});

test("what services and recorders call their files is understood, in any order and from any folder", async () => {
  const spanish =
    "Esta es la historia de la familia que no quiso irse, y de las personas que la ayudaron.";
  const cues = (text: string) => `1\n00:00:00,000 --> 00:00:09,000\n${text}\n`;
  const description = `A talk.\nhttps://example.org/a?b=1\n\nChapters:\n0:00 Intro\n(1:05) - The law\n1:02:05 The end\n\nThanks`;
  const texts: Record<string, string> = {
    "Talk 🎉 2026 [dQw4w9WgXcQ].en-US.vtt": "WEBVTT\n",
    "captions (1).srt": cues(spanish),
    "captions.srt": cues("One two three."),
    "vi/captions.srt": cues("Một hai ba"),
    "Talk 🎉 2026 [dQw4w9WgXcQ].en-auto.vtt": "WEBVTT\n",
    "meeting_saved_chat.txt": "10:00 Ana: hello",
    "description.txt": description,
    "Talk 🎉 2026 [dQw4w9WgXcQ].webm": "film",
    "other talk.mp4": "another film",
    "Recording.MOV": "film",
    ".DS_Store": "x",
    "vi/._captions.srt": "x",
    "Thumbs.db": "x",
    "sound.m4a": "sound",
  };
  const read = (paths: readonly string[]) =>
    new Map(
      paths.map((path) => [
        `a/b/${path}`,
        new File([texts[path] ?? ""], path.split("/").at(-1) ?? "", { lastModified: 1 }),
      ]),
    );
  const draft = await draftOfFiles(read(Object.keys(texts)), "en");
  expect(draft.value).toMatchObject({
    slug: "talk-2026",
    name: { en: "Talk 🎉 2026" },
    description: { en: "A talk.\nhttps://example.org/a?b=1\n\nThanks" },
    chapters: [
      { start: "0:00", name: { en: "Intro" } },
      { start: "1:05", name: { en: "The law" } },
      { start: "1:02:05", name: { en: "The end" } },
    ],
    video: [{ file: "Talk 🎉 2026 [dQw4w9WgXcQ].webm" }],
    audioOnly: { file: "sound.m4a" },
  });
  expect(draft.value.captions).toEqual(
    expect.arrayContaining([
      {
        inLanguage: "en-US",
        kind: "subtitles",
        file: "Talk 🎉 2026 [dQw4w9WgXcQ].en-US.vtt",
        origin: "human",
      },
      {
        inLanguage: "en",
        kind: "captions",
        file: "Talk 🎉 2026 [dQw4w9WgXcQ].en-auto.vtt",
        origin: "machine",
      },
      { inLanguage: "es", kind: "subtitles", file: "captions (1).srt", origin: "human" },
      { inLanguage: "vi", kind: "subtitles", file: "vi/captions.srt", origin: "human" },
      // Too short to tell: the form asks.
      { inLanguage: "", kind: "subtitles", file: "captions.srt", origin: "human" },
    ]),
  );
  expect(draft.leftOut?.map(({ file }) => file).sort()).toEqual([
    "Recording.MOV",
    "meeting_saved_chat.txt",
    "other talk.mp4",
  ]);
  expect(draft.leftOut?.find(({ file }) => file === "Recording.MOV")?.reason).toContain("MP4");
  expect([...draft.files.keys()].some((name) => name.includes("/."))).toBe(false);
  // In another order it is the same, and what is given twice is there once.
  const again = await draftOfFiles(read(Object.keys(texts).toReversed()), "en");
  expect(again.value).toEqual(draft.value);
  const twice = withGivenFiles(draft, await readFiles(read(Object.keys(texts))));
  expect(twice).toEqual(draft);
});

test("a form that was begun empty takes its title and slug from the film that is added, and keeps what is written", async () => {
  const film = await readFiles(given("La marcha.es.mp4"));
  const begun = withGivenFiles(emptyDraft("Episode", "en"), film);
  expect(begun.value).toMatchObject({
    slug: "la-marcha",
    inLanguage: "en",
    name: { es: "La marcha" },
    video: [{ file: "La marcha.es.mp4" }],
  });
  const titled = { ...begun.value, slug: "", name: { en: "The march" }, video: [] };
  const written = withGivenFiles({ ...emptyDraft("Episode", "en"), value: titled }, film);
  expect(written.value).toMatchObject({ slug: "the-march", name: { en: "The march" } });
  const captions = await readFiles(given("La marcha.es.srt"));
  expect(withGivenFiles(emptyDraft("Episode", "en"), captions).value).not.toHaveProperty("slug");
});

test("two files of one name both stay, unless one replaces the other in its field", async () => {
  const file = (text: string) => new File([text], "captions.srt");
  const first = await draftOfFiles(new Map([["captions.srt", file("english")]]), "en");
  expect(first.value.captions).toMatchObject([{ file: "captions.srt" }]);
  const second = chooseFile(first, ["captions", 1, "file"], file("español"));
  expect([...second.files.keys()]).toEqual(["captions.srt", "captions (2).srt"]);
  expect(second.value.captions).toMatchObject([
    { file: "captions.srt" },
    { file: "captions (2).srt" },
  ]);
  // Again, in the same field: what is corrected replaces what it had.
  const corrected = file("español, corregido");
  const third = chooseFile(second, ["captions", 1, "file"], corrected);
  expect([...third.files.keys()]).toEqual(["captions.srt", "captions (2).srt"]);
  expect(third.files.get("captions (2).srt")).toBe(corrected);
  // The same file again is the same file.
  const fourth = chooseFile(third, ["captions", 2, "file"], corrected);
  expect(fourth.value.captions).toMatchObject([{}, {}, { file: "captions (2).srt" }]);
  // Dropped on the form, from a folder: its path is its name.
  const dropped = new Map([
    ["es/captions.srt", file("uno")],
    ["vi/captions.srt", file("một hai")],
  ]);
  const { value, files } = withGivenFiles(third, await readFiles(dropped));
  expect(value.captions).toMatchObject([
    {},
    {},
    { inLanguage: "es", file: "es/captions.srt" },
    { inLanguage: "vi" },
  ]);
  expect(files.size).toBe(4);
});

test("a film that must be chosen again takes its old place, by its size where two have its name", () => {
  const draft: Draft = {
    kind: "Episode",
    value: { video: [{ file: "a/film.mp4" }, { file: "b/film.mp4" }] },
    files: new Map(),
    missing: [
      { name: "a/film.mp4", size: 3 },
      { name: "b/film.mp4", size: 4 },
    ],
  };
  const added = addFile(draft, "film.mp4", new File(["four"], "film.mp4"), true);
  expect(added).toMatchObject({ name: "b/film.mp4", isNew: false });
  const other = addFile(added.draft, "film.mp4", new File(["another"], "film.mp4"), true);
  expect(other).toMatchObject({ name: "a/film.mp4", isNew: false });
  expect(missingFiles(other.draft)).toEqual([]);
});

test("texts alone become a document", async () => {
  const { kind, value } = await draftOfFiles(given("Đơn xin.vi.md", "memo.en.pdf"), "en");
  expect(kind).toBe("Document");
  expect(value).toMatchObject({
    texts: [
      { inLanguage: "vi", file: "Đơn xin.vi.md" },
      { inLanguage: "en", file: "memo.en.pdf" },
    ],
  });
});

test("what is left empty isn't written, and a mistake is put beside its field", async () => {
  const value = {
    slug: "Not A Slug",
    inLanguage: "en",
    status: "draft",
    name: { en: "A memo", es: "" },
    credits: [{ name: "Ana" }],
    keywords: [],
    texts: [
      { inLanguage: "en", file: "en.md" },
      { inLanguage: "es", file: "missing.md" },
    ],
  };
  const files = new Map([["en.md", new File(["# A memo"], "en.md")]]);
  const folder = folderOfDraft({ kind: "Document", value, files });
  expect(folder.yaml).not.toContain("es:");
  expect(folder.yaml).not.toContain("keywords");
  const { problems } = await readManifests(browserFiles(folder.files, digestOfBlob), ["work"]);
  const byField = problemsByField(folder, problems);
  expect(byField.get("slug")?.[0]?.message).toContain("Not A Slug");
  expect(byField.get("texts.1.file")?.[0]?.message).toContain("missing.md doesn't exist");
  expect([...byField.keys()].some((field) => field.startsWith("credits.0"))).toBe(true);
  expect([...byField.values()].flat()).toHaveLength(problems.length);
});

test("values are set where they belong, and lists are made where they are missing", () => {
  const value = withValue({}, ["captions", 0, "file"], "en.vtt");
  expect(withValue(value, ["name", "en"], "A film")).toEqual({
    captions: [{ file: "en.vtt" }],
    name: { en: "A film" },
  });
  expect(withoutEmpty({ name: { en: " " }, list: [{}, ""], public: false, episode: 0 })).toEqual({
    public: false,
    episode: 0,
  });
});
