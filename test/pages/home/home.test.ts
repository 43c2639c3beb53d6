import { beforeAll, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { episode, publish, series } from "../../support/library.ts";

/** The sections of the home page: the text of each one's heading, and the slugs of the films in it. */
async function sections(): Promise<[string | undefined, string[]][]> {
  const html = await (await get("/en/")).text();
  return html
    .split("<section")
    .slice(1)
    .map((section) => [
      /<h2[^>]*>.*?([^<>]+)<\/(?:span|a|h2)>/s.exec(section)?.[1]?.trim(),
      [...section.matchAll(/<h3>.*?watch\/([a-z0-9-]+)"/gs)].map(([, slug]) => slug ?? ""),
    ]);
}

beforeAll(async () => {
  const named = (slug: string, datePublished: string) =>
    series(slug, { name: { en: slug }, datePublished });
  for (let year = 2011; year < 2018; year += 1) {
    await publish(named(`series-${year}`, `${year}-01-01`));
  }
  await publish(named("oldest", "2001-01-01"));
  const films = ["a", "b", "c", "d", "e"].map((letter, index) => [letter, index] as const);
  for (const [letter, index] of films) {
    await publish(
      await episode(`old-${letter}`, {
        series: "series-2012",
        datePublished: `2012-02-0${index + 1}`,
      }),
    );
    await publish(
      await episode(`new-${letter}`, {
        series: "series-2017",
        datePublished: `2020-02-0${index + 1}`,
      }),
    );
  }
  await publish(await episode("late", { series: "oldest", datePublished: "2020-02-06" }));
  await publish(await episode("alone", { datePublished: "2020-02-07" }));
  await publish(await episode("newest", { series: "series-2017", datePublished: "2020-02-08" }));
});

test("the home page has a row for each series with its newest episodes, however new those of others are", async () => {
  const all = await sections();
  expect(all).toContainEqual(["series-2017", ["new-e", "new-d", "new-c"]]);
  expect(all).toContainEqual(["series-2012", ["old-e", "old-d", "old-c"]]);
  expect(all).toContainEqual(["series-2016", []]);
  // A series that is older than the six newest, with a new episode.
  expect(all).toContainEqual(["oldest", ["late"]]);
  expect(all).toContainEqual(["Episodes", ["alone"]]);
  expect(all.map(([name]) => name)).not.toContain("series-2011");
});
