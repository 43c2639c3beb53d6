import { beforeAll, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { document, episode, librarySettings, publish } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

const aid = { en: "Mutual aid", es: "Ayuda mutua", ar: "العون المتبادل" };

beforeAll(async () => {
  await publish(librarySettings());
  await publish(await episode("film", { keywords: [aid, "history"] }));
  await publish(await document("paper", { keywords: ["mutual aid"] }));
});

const topicLinks = async (path: string) => {
  const { html } = await pageOf(await get(path));
  return [...html.matchAll(/href="([^"]*topic=[^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, href, text]) => `${href} ${text?.replace(/<[^>]*>/g, "")}`,
  );
};

test("the filter has one choice for a topic of several works, in the reader's language if any has it", async () => {
  expect(await topicLinks("/es/library")).toContain("/es/library?topic=mutual%20aid Ayuda mutua 2");
  expect((await topicLinks("/ar/library"))[0]).toContain("العون المتبادل");
});

test("an address may name a topic in any of its languages, for people and programs", async () => {
  expect(await topicLinks("/es/library?topic=ayuda%20mutua")).toContain(
    "/es/library?topic=ayuda%20mutua Ayuda mutua",
  );
  const works = async (query: string) => {
    const { items } = await (await get(`/api/v1/works?${query}`)).json<{
      items: { slug: string; keywords: string[] }[];
    }>();
    return items.map(({ slug, keywords }) => `${slug}: ${keywords.join(", ")}`).sort();
  };
  expect(await works("topic=AYUDA%20mutua&lang=es")).toEqual(["film: Ayuda mutua, history"]);
  expect(await works("topic=mutual%20aid")).toEqual([
    "film: Mutual aid, history",
    "paper: mutual aid",
  ]);
});

test("page, feed, catalogue and search have the topic's word in their language", async () => {
  const watch = await (await get("/es/watch/film")).text();
  for (const meta of ["video:tag", "DC.subject"]) {
    expect(watch).toMatch(new RegExp(`"${meta}" content="Ayuda mutua"`));
  }
  expect(watch).toContain('"keywords":["Ayuda mutua","history"]');
  expect(await (await get("/feeds/es.rss")).text()).toContain("<category>Ayuda mutua</category>");
  const harvested = await get("/oai?verb=ListRecords&metadataPrefix=oai_dc");
  expect(await harvested.text()).toContain('<dc:subject xml:lang="es">Ayuda mutua</dc:subject>');
  expect(await (await get("/es/search?q=ayuda+mutua")).text()).toContain("/es/watch/film");
  const { metadata } = await (await get("/iiif/film/manifest.json")).json<{ metadata: unknown }>();
  expect(JSON.stringify(metadata)).toContain('"es":["Ayuda mutua","Historia"]');
});
