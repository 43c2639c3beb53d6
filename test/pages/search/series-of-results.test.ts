import { beforeAll, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { episode, librarySettings, publish, seasonsNamed, series } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("a-long-tale", { name: { es: "El cuento", en: "[The tale]" } }));
  await publish(series("later", { datePublished: "2999-01-01" }));
  await publish(seasonsNamed("years", 2));
  await publish(await episode("told", { series: "a-long-tale", episode: 2 }));
  await publish(await episode("ahead", { series: "later", episode: 1 }));
  await publish(await episode("yearly", { series: "years", season: 2, episode: 7 }));
  await publish(await episode("alone"));
  await publish(await episode("heard", { video: [], series: "a-long-tale", episode: 3 }));
});

/** What stands above the title of the only result. */
async function factsOfResult(query: string, language = "en"): Promise<string[]> {
  const { html } = await pageOf(await get(`/${language}/search?q=${query}`));
  const [only = "", ...more] = html.match(/<p class="kicker.*?<\/p>/g) ?? [];
  expect(more).toEqual([]);
  return only
    .split(/(?=<span>)/)
    .slice(1)
    .map((fact) => fact.replaceAll(/<.*?>/g, "").trim());
}

test("a result says which episode of which series it is, in the reader's language", async () => {
  expect(await factsOfResult("told")).toEqual(["Episode 2", "The tale", "38 seconds"]);
  expect(await factsOfResult("told", "es")).toEqual(["Episodio 2", "El cuento", "38 segundos"]);
  expect(await factsOfResult("yearly")).toEqual([
    "Season 2",
    "Episode 7",
    "Series years",
    "38 seconds",
  ]);
});

test("a result of no series says what it is, and so does sound alone", async () => {
  expect(await factsOfResult("alone")).toEqual(["Film", "38 seconds"]);
  expect(await factsOfResult("heard")).toEqual(["Episode 3", "The tale", "Audio", "38 seconds"]);
});

test("a series that isn't public yet isn't named", async () => {
  expect(await factsOfResult("ahead")).toEqual(["Episode 1", "38 seconds"]);
});

test("a series that gets another name has it in its episodes' results at once", async () => {
  await publish(series("a-long-tale", { name: { en: "The story" } }));
  expect(await factsOfResult("told")).toEqual(["Episode 2", "The story", "38 seconds"]);
});
