import { expect, test } from "vitest";
import { readSpokenTexts } from "../../src/storage/search/spoken-texts.ts";
import { readWork } from "../../src/storage/work-view.ts";
import { file, openLimitedLibrary, plainEpisode, sentences, spokenText } from "./library.ts";

test.each([
  ["ar", "th"],
  ["vi", "am"],
] as const)(
  "a page of a ten-hour film in %s and %s reads both texts in one round trip",
  async (first, second) => {
    const library = openLimitedLibrary();
    const texts = [spokenText(first, sentences[first]), spokenText(second, sentences[second])];
    const captions = Array.from({ length: 20 }, (_, index) => ({
      inLanguage: index === 0 ? first : index === 1 ? second : `x-${index}`,
      kind: "captions" as const,
      file: file("vtt"),
      origin: "human" as const,
      cues: 7200,
    }));
    await library.publish(plainEpisode("film", { inLanguage: first, captions }), texts);
    const before = library.usage.roundTrips;
    const secondary = { language: second };
    const view = await readWork(library.database, "film", first, "2026-11-25", { secondary });
    expect(library.usage.roundTrips - before).toBe(1);
    expect([view.text?.body, view.secondary?.body]).toEqual(texts.map(({ body }) => body));
    expect(view.text).toMatchObject({ language: first, format: "cues", corrections: [] });
  },
);

test("a text of Markdown keeps its lines", async () => {
  const library = openLimitedLibrary();
  const body = "\n# One\n\ntwo\n\n";
  const texts = [{ inLanguage: "en", file: file("md") }];
  const record = { kind: "Document", slug: "paper", inLanguage: "en", texts } as const;
  await library.publish({ ...record, status: "published", name: { en: "Paper" } }, [
    { language: "en", format: "markdown", body },
  ]);
  const view = await readWork(library.database, "paper", "en", "2026-11-25");
  expect(view.text?.body).toBe(body);
});

test("a film names twelve works with long names in a hundred languages, in its own language and ours", async () => {
  const library = openLimitedLibrary();
  const letters = "abcdefghij";
  const tags = [...letters].flatMap((a) => [...letters].map((b) => `x${a}${b}`));
  const name = Object.fromEntries(
    [...tags.slice(2), "en", "th"].map((tag) => [tag, "ก".repeat(1000)]),
  );
  await library.publish(plainEpisode("named", { inLanguage: "th", name }));
  library.copy("named", "named", 12);
  const slugs = Array.from({ length: 12 }, (_, index) => `named-${index + 1}`);
  await library.publish(plainEpisode("film", { related: slugs }));
  const { related } = await readWork(library.database, "film", "en", "2026-11-25");
  expect(related.map(({ slug }) => slug)).toEqual(slugs);
  expect(Object.keys(related[0]?.name ?? {})).toEqual(["en", "th"]);
});

test("the texts of a ten-hour film in three languages are searched as far as an answer may read, the original first", async () => {
  const library = openLimitedLibrary();
  const tags = ["am", "en", "vi"] as const;
  const texts = tags.map((tag) => spokenText(tag, sentences[tag]));
  const captions = texts.map(({ language }) => ({
    inLanguage: language,
    kind: "captions" as const,
    file: file("vtt"),
    origin: "human" as const,
    cues: 7200,
  }));
  await library.publish(plainEpisode("film", { inLanguage: "vi", captions }), texts);
  const before = library.usage.roundTrips;
  const read = (language: string | undefined, maxLength: number) =>
    readSpokenTexts(library.database, "film", { language, maxLength });
  const all = await read(undefined, 1_500_000);
  expect(library.usage.roundTrips - before).toBe(1);
  expect(all.texts.map(({ language }) => language)).toEqual(["vi", "am"]);
  const [english] = (await read("en", 1_500_000)).texts;
  expect(english?.body).toBe(texts[1]?.body);
  expect((await read(undefined, 10)).texts).toEqual([]);
});
