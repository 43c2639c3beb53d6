import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bestPassages } from "../../../src/search/passages.ts";
import { parseSearchQuery } from "../../../src/search/query/query.ts";
import { searchWorks } from "../../../src/storage/search/search.ts";
import type { SearchQuery } from "../../../src/storage/search/search-query.ts";
import { anyCharacter } from "../../support/any-character.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
  track,
  vtt,
} from "../../support/library.ts";

async function search(words: string, changes: Partial<SearchQuery> = {}) {
  return searchWorks(database, {
    terms: parseSearchQuery(words),
    language: "en",
    limit: 20,
    now: "2026-11-25T00:00:00.000Z",
    ...changes,
  });
}

async function findSlugs(words: string, changes: Partial<SearchQuery> = {}) {
  const { hits } = await search(words, changes);
  return hits.map((hit) => `${hit.item.slug} ${hit.language}`);
}

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const captions = [
    await track("en", vtt("They said goodbye", "to the whole neighborhood."), "captions"),
    await track("es", vtt("Se despidieron del vecindario.")),
    await track("vi", vtt("Họ từ biệt xóm giềng và đất nước.")),
    await track("th", vtt("พวกเขาบอกลาเพื่อนบ้าน")),
  ];
  await publish(await episode("film", { series: "tale", captions }));
  await publish(await document("paper"));
});

describe("a work is found", () => {
  test.each([
    ["goodbye", "film en"],
    ["GOODBYE neighbor", "film en"],
    ['"goodbye to the whole"', "film en"],
    ["pelicula film", "film es"],
    ["vecindario", "film es"],
    ["dat nuoc", "film vi"],
    ["đất nước", "film vi"],
    ["tu biet", "film vi"],
    ["เพื่อนบ้าน", "film th"],
    ["english of paper", "paper en"],
  ])("by %s", async (words, slug) => {
    expect(await findSlugs(words)).toEqual([slug]);
  });

  test("once: in the reader's language, else its own, else another", async () => {
    expect(await findSlugs("film", { language: "es" })).toEqual(["film es"]);
    expect(await findSlugs("film", { language: "en" })).toEqual(["film en"]);
    expect(await findSlugs("film", { language: "vi" })).toEqual(["film en"]);
    expect(await findSlugs("vecindario", { language: "vi" })).toEqual(["film es"]);
  });

  test("in the reader's language before another work in another", async () => {
    await publish(await document("adios", { name: { es: "Goodbye goodbye" }, inLanguage: "es" }));
    expect(await findSlugs("goodbye", { language: "en" })).toEqual(["film en", "adios es"]);
    expect(await findSlugs("goodbye", { language: "es" })).toEqual(["adios es", "film en"]);
  });

  test("by kind, language and series", async () => {
    expect(await findSlugs("film", { kind: "Document" })).toEqual([]);
    expect(await findSlugs("film", { kind: "Episode", series: "tale" })).toContain("film en");
    expect(await findSlugs("film", { series: "other" })).toEqual([]);
    expect(await findSlugs("film", { inLanguage: "es" })).toEqual(["film es"]);
    expect((await search("film", { kind: "Document" })).isElsewhere).toBe(true);
  });

  test("not by its kind, language or series as words", async () => {
    expect(await findSlugs("kepisode")).toEqual([]);
    expect(await findSlugs("les")).toEqual([]);
  });

  test("by people who are public, and never by others", async () => {
    const credits = [
      { name: "Ana Visible", role: "narrator" },
      { name: "Berta Hidden", role: "participant", public: false },
    ];
    await publish(await episode("credited", { credits, keywords: ["parole"] }));
    expect(await findSlugs("ana visible")).toEqual(["credited en"]);
    expect(await findSlugs("parole", { inLanguage: "en" })).toEqual(["credited en"]);
    expect(await findSlugs("berta")).toEqual([]);
    expect(await findSlugs("hidden")).toEqual([]);
  });
});

describe("a work is found while it is public:", () => {
  test("not as a draft, not after its withdrawal, and only by its current text", async () => {
    const text = async (words: string) => [
      { inLanguage: "en", file: await storeFile(words, "md") },
    ];
    const record = await document("changing", { texts: await text("Marmalade.") });
    await publish({ ...record, status: "draft" });
    expect(await findSlugs("marmalade")).toEqual([]);
    await publish(record);
    expect(await findSlugs("marmalade")).toEqual(["changing en"]);
    await publish({ ...record, texts: await text("Quince.") });
    expect(await findSlugs("marmalade")).toEqual([]);
    expect(await findSlugs("quince")).toEqual(["changing en"]);
    await publish({ ...record, status: "withdrawn" });
    expect(await findSlugs("quince")).toEqual([]);
  });

  test("if it is scheduled, only from its date on", async () => {
    const texts = [{ inLanguage: "en", file: await storeFile("Persimmon.", "md") }];
    await publish(await document("later", { datePublished: "2027-01-01", texts }));
    expect(await findSlugs("persimmon")).toEqual([]);
    expect((await search("persimmom")).near).toEqual([[]]);
    const now = "2027-01-01T00:00:00.000Z";
    expect(await findSlugs("persimmon", { now })).toEqual(["later en"]);
  });
});

test("a word that no text contains is answered with a similar word that one does", async () => {
  const { hits, near } = await search("goodbye neigborhood");
  expect(hits).toEqual([]);
  expect(near).toEqual([[], ["neighborhood"]]);
  const sentence = await search("we said it to all of the neigborhood");
  expect(sentence.near.at(-1)).toEqual(["neighborhood"]);
});

test("words with the same stem are found after the words themselves, in their own language", async () => {
  const write = async (slug: string, inLanguage: string, words: string) =>
    publish(
      await document(slug, {
        name: { [inLanguage]: slug },
        description: undefined,
        inLanguage,
        texts: [{ inLanguage, file: await storeFile(words, "md") }],
      }),
    );
  await write("kin", "es", "La deportación de una familia.");
  await write("same", "es", "Fue deportado en la noche.");
  await write("arabic", "ar", "انتظر أمام مركز والاحتجاز.");
  expect(await findSlugs("deportado", { language: "es" })).toEqual(["same es", "kin es"]);
  expect(await findSlugs("familia deportado", { language: "en" })).toEqual(["kin es"]);
  expect(await findSlugs("احتجاز")).toEqual(["arabic ar"]);
  const { hits } = await search("deportados familias");
  expect(hits[0]?.isByStem).toBe(true);
  const [passage] = bestPassages(hits[0]?.matches ?? [], 3, parseSearchQuery("deportados"), "es");
  expect(passage?.pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["deportación"]);
});

test("a word that no text contains gets one with a prefix as a suggestion", async () => {
  const text = [{ inLanguage: "en", file: await storeFile("An immigrant spoke.", "md") }];
  await publish(await document("prefix", { texts: text }));
  expect((await search("migrant")).near).toEqual([["immigrant"]]);
});

describe("no query fails:", () => {
  const syntax = ['"', "'", "*", "^", "(", ")", "{", "}", ":", "+", "-", ",", ".", "\\", "\0", "%"];

  test.each(syntax)("%j after, before and inside a word", async (sign) => {
    for (const words of [`goodbye ${sign}`, `${sign}goodbye`, `good${sign}bye`, sign.repeat(3)]) {
      if (parseSearchQuery(words).length > 0) await search(words);
    }
    expect(await findSlugs(`${sign}goodbye`)).toContain("film en");
  });

  test.each(["AND", "OR", "NOT", "NEAR(a b)", "name:x", "-facets : len", "rank", "a AND NOT b"])(
    "%s",
    async (words) => {
      await search(words);
    },
  );

  test("any text", async () => {
    const part = fc.oneof(
      fc.constantFrom(...syntax, "AND", "OR", "NOT", "NEAR", "goodbye", " ", "ก", "đ", "移民"),
      fc.string({ unit: anyCharacter }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        if (parseSearchQuery(parts.join("")).length > 0) await search(parts.join(""));
      }),
      { numRuns: 20 },
    );
  });
});
