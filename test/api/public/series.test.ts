import { beforeAll, expect, test } from "vitest";
import { get, jsonOf, origin } from "../../support/ask.ts";
import { document, episode, librarySettings, publish, series } from "../../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale", { name: { en: "Tale", es: "Cuento" } }));
  await publish(series("hidden", { status: "draft" }));
  await publish(series("later", { datePublished: "2999-01-01" }));
  const withdrawalNotice = { en: "Taken back.", es: "Retirada." };
  await publish(series("gone", { status: "withdrawn", withdrawalNotice }));
  await publish(await document("paper"));
  const credits = [{ name: "Hidden Person", role: "participant", public: false }];
  await publish(await episode("second", { series: "tale", episode: 2, credits }));
  await publish(await episode("first", { series: "tale", episode: 1 }));
  await publish(await episode("draft", { series: "tale", episode: 3, status: "draft" }));
  await publish(await episode("soon", { series: "tale", episode: 4, datePublished: "2999-01-01" }));
});

test("the list has the public series in the requested language", async () => {
  const { items, next } = await jsonOf(await get("/api/v1/series?lang=es-MX"));
  expect(items).toEqual([
    {
      kind: "Series",
      slug: "tale",
      inLanguage: "en",
      name: "Cuento",
      nameLanguage: "es",
      description: null,
      descriptionLanguage: null,
      datePublished: null,
      url: `${origin}/es/series/tale`,
      details: `${origin}/api/v1/series/tale`,
    },
  ]);
  expect(next).toBeNull();
});

test("a series has its record, its page and its public episodes in order", async () => {
  const response = await get("/api/v1/series/tale?lang=vi");
  const text = await response.clone().text();
  expect(await jsonOf(response)).toMatchObject({
    kind: "Series",
    name: { en: "Tale", es: "Cuento" },
    url: `${origin}/vi/series/tale`,
    episodes: [
      { slug: "first", episode: 1, url: `${origin}/vi/watch/first` },
      { slug: "second", episode: 2, url: `${origin}/vi/watch/second` },
    ],
    next: null,
  });
  expect(text).not.toMatch(/Hidden Person|draft|soon/);
});

test.each([
  ["nothing", 404],
  ["hidden", 404],
  ["later", 404],
  // A work that isn't a series.
  ["paper", 404],
  ["gone", 410],
])("the series %s is answered with %i", async (slug, status) => {
  const response = await get(`/api/v1/series/${slug}?lang=es`);
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
  const answer = await jsonOf(response);
  if (status === 410) expect(answer.detail).toBe("Retirada.");
});

test("a series that was renamed is found by its address of before", async () => {
  await publish(series("renamed", { formerSlugs: ["before"] }));
  const response = await get("/api/v1/series/before?lang=es");
  expect(response.status).toBe(301);
  expect(response.headers.get("Location")).toBe("/api/v1/series/renamed?lang=es");
});
