import { expect, test } from "vitest";
import { browserFiles } from "../../../../src/console/client/publish/files/browser-files.ts";
import {
  folderOfDraft,
  problemsByField,
} from "../../../../src/console/client/publish/form/folder.ts";
import { draftOfFiles } from "../../../../src/console/client/publish/form/from-files.ts";
import { schemaOf } from "../../../../src/console/client/publish/form/schema.ts";
import { withoutEmpty, withValue } from "../../../../src/console/client/publish/form/value.ts";
import { digestOfBlob } from "../../../../src/console/client/shared/digest-of-blob.ts";
import { readManifests } from "../../../../src/inspection/read-manifests.ts";

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
  const order = Object.keys(schemaOf("Document").properties ?? {});
  const folder = folderOfDraft({ kind: "Document", value, files }, order);
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
