import { describe, expect, test } from "vitest";
import { bestPassages } from "../../src/search/passages.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";
import { searchWorks } from "../../src/storage/search/search.ts";
import { startProcessorTimer } from "../support/processor-time.ts";
import { openLimitedLibrary, plainEpisode, sentences, spokenText } from "./library.ts";

const now = "2026-11-25T00:00:00.000Z";

test("a search that finds ten-hour films in Arabic is answered in one round trip with parts of their texts", async () => {
  const films = 2;
  const library = openLimitedLibrary();
  const text = spokenText("ar", sentences.ar);
  for (let number = 0; number < films; number += 1) {
    await library.publish(plainEpisode(`film-${number}`, { inLanguage: "ar" }), [text]);
  }
  const before = { ...library.usage };
  const terms = parseSearchQuery("القاضية وقّعت");
  const { hits } = await searchWorks(library.database, { terms, language: "ar", limit: 50, now });
  expect(hits).toHaveLength(films);
  expect(library.usage.roundTrips - before.roundTrips).toBe(1);
  // Fifty results, the most that a search reads, are 2 MB then.
  expect(library.usage.answered - before.answered).toBeLessThan(films * 40_000);
  const [first, second] = bestPassages(hits[0]?.matches ?? [], 3, terms);
  expect(first?.pieces.map(({ text }) => text).join("")).toContain("انتظرنا خارج المحكمة");
  expect([first?.time, second?.time]).toEqual([0, 5]);
});

test("a search for a common word takes time in proportion to the length of the films that it finds", async () => {
  const hours = async (count: number) => {
    const library = openLimitedLibrary();
    for (let number = 0; number < 2; number += 1) {
      const text = spokenText("en", sentences.en, count * 3600);
      await library.publish(plainEpisode(`film-${number}`), [text]);
    }
    let sum = 0;
    for (const query of ["the", "the waited neighbor", "until the"]) {
      const terms = parseSearchQuery(query);
      let fastest = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 3; round += 1) {
        const timer = startProcessorTimer();
        const asked = { terms, language: "en", limit: 50, now };
        const { hits } = await searchWorks(library.database, asked);
        fastest = Math.min(fastest, timer());
        expect(hits).toHaveLength(2);
      }
      sum += fastest;
    }
    return sum;
  };
  // Quadratic time would be a hundred times as long.
  expect((await hours(10)) / (await hours(1))).toBeLessThan(30);
});

describe("a ten-hour film is found from its first word to its last, and fits into a row:", () => {
  test.each(Object.entries(sentences))("in %s", async (language, sentence) => {
    const library = openLimitedLibrary();
    const record = plainEpisode("film", { inLanguage: language });
    await library.publish(record, [spokenText(language, sentence)]);
    expect(library.largestRow()).toBeLessThan(2_000_000);
    const search = async (query: string) => {
      const terms = parseSearchQuery(query);
      const { hits } = await searchWorks(library.database, { terms, language, limit: 25, now });
      return bestPassages(hits[0]?.matches ?? [], 3, terms).map(({ time }) => time);
    };
    expect(await search("persimmon")).toEqual([1800, 5400, 9000]);
    expect(await search('"Persimmon 6840"')).toEqual([34_200]);
  });

  test.each([
    ["of one character of Thai", "ก".repeat(480_000), "ก"],
    [
      "of one character of Chinese, with other words",
      `${"人".repeat(480_000)} persimmon`,
      "人 persimmon",
    ],
    ["of few characters, all of which are searched for", "กขคงจฉ".repeat(80_000), "ก ข ค ง จ ฉ"],
    ["of characters that are searched for as a phrase", "กข".repeat(240_000), '"กข"'],
    ["without words before the one that is found", `${"-".repeat(1_000_000)} ก`, "ก"],
  ])("if it is a text %s", async (_, text, query) => {
    const library = openLimitedLibrary();
    const body = JSON.stringify([[0, 1, text]]);
    await library.publish(plainEpisode("film"), [{ language: "en", format: "cues", body }]);
    const terms = parseSearchQuery(query);
    const { hits } = await searchWorks(library.database, { terms, language: "en", limit: 25, now });
    expect(hits).toHaveLength(1);
    expect(bestPassages(hits[0]?.matches ?? [], 3, terms)).not.toEqual([]);
    expect(library.usage.largestValue).toBeLessThan(100_000);
  });

  test("if a word within a typing error is after a long text without words", async () => {
    const library = openLimitedLibrary();
    const body = JSON.stringify([[0, 1, `${"-".repeat(700_000)} persimmon`]]);
    for (const slug of ["a", "b", "c", "d"]) {
      await library.publish(plainEpisode(slug), [{ language: "en", format: "cues", body }]);
    }
    const terms = parseSearchQuery("persimmom");
    const found = await searchWorks(library.database, { terms, language: "en", limit: 25, now });
    expect(found.near).toEqual([["persimmon", "persimmon", "persimmon", "persimmon"]]);
    expect(library.usage.largestValue).toBeLessThan(100_000);
  });

  test("if it has more words than the index can mark, without its end", async () => {
    const library = openLimitedLibrary();
    const body = JSON.stringify([[0, 1, "a b ".repeat(400_000)]]);
    await library.publish(plainEpisode("film"), [{ language: "en", format: "cues", body }]);
    const terms = parseSearchQuery("film a");
    const { hits } = await searchWorks(library.database, { terms, language: "en", limit: 25, now });
    expect(hits).toHaveLength(1);
    expect(library.largestRow()).toBeLessThan(2_000_000);
  });
});
