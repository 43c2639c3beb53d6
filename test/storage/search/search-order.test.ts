import { beforeAll, expect, test } from "vitest";
import { bestPassages } from "../../../src/search/passages.ts";
import { parseSearchQuery } from "../../../src/search/query/query.ts";
import { searchWorks } from "../../../src/storage/search/search.ts";
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

async function find(words: string, language: string, seriesSlug?: string) {
  const { hits } = await searchWorks(database, {
    terms: parseSearchQuery(words),
    language,
    limit: 20,
    now: "2026-11-25T00:00:00.000Z",
    series: seriesSlug,
  });
  return hits;
}

const text = async (language: string, body: string) => ({
  inLanguage: language,
  texts: [{ inLanguage: language, file: await storeFile(body, "md") }],
});

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  await publish(await document("lead", await text("vi", "Họ dẫn đường. Dẫn đường. Dẫn.")));
  await publish(
    await document("people", await text("vi", `Người dân ở đây. ${"Và rồi ".repeat(200)}`)),
  );
  const filler = "Then they walked along the river for a while. ".repeat(30);
  const apart = `You asked. ${filler} We know. ${filler} Your turn. You and you and you. ${filler} No rights, rights.`;
  await publish(await document("apart", await text("en", apart)));
  const moments = [
    ...Array.from({ length: 40 }, () => "You and you, your turn, what do you know"),
    "Know your rights now",
  ];
  const captions = [
    await track("en", vtt(...moments), "captions"),
    await track("es", vtt("Conoce")),
  ];
  await publish(await episode("together", { series: "tale", captions }));
});

test("an exact spelling comes before one that differs in its accents, which is found too", async () => {
  for (const language of ["vi", "en"]) {
    const slugs = (await find("dân", language)).map(({ item }) => item.slug);
    expect(slugs).toEqual(["people", "lead"]);
    expect((await find("dẫn", language)).map(({ item }) => item.slug)).toEqual(["lead", "people"]);
    expect(await find("dan", language)).toHaveLength(2);
  }
});

test("words that stand together come first, and only there they are marked", async () => {
  const hits = await find("know your rights", "en", undefined);
  expect(hits.map(({ item }) => item.slug)).toEqual(["together", "apart"]);
  const [passage] = bestPassages(hits[0]?.matches ?? [], 3, parseSearchQuery("know your rights"));
  const marks = passage?.pieces.filter(({ hit }) => hit).map(({ text }) => text);
  expect(marks?.slice(-3)).toEqual(["Know", "your", "rights"]);
  expect(hits[0]?.matches.length).toBeLessThan(3);
});

test("twelve words with accents, in a series, are searched within D1's limits", async () => {
  const words = Array.from({ length: 12 }, (_, index) => `đấtnước${index}`).join(" ");
  expect(await find(words, "en", "tale")).toEqual([]);
  expect((await find("know your rights", "en", "tale")).map(({ item }) => item.slug)).toEqual([
    "together",
  ]);
});
