import { beforeAll, expect, test } from "vitest";
import { readClient } from "../../src/api/client.ts";
import { publishSampleLibrary } from "../support/addresses.ts";
import { ask, origin } from "../support/ask.ts";

/** Hono's client of the read API. What it must not accept is marked for the compiler (`npm run types`). */

beforeAll(async () => {
  await publishSampleLibrary();
});

const client = readClient(origin, {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    ask(String(input).replace(origin, ""), init),
});

test("lists have typed items, and their cursor leads on", async () => {
  const { works } = client.api.v1;
  const first = await works.$get({ query: { lang: "es", kind: "Episode", limit: "1" } });
  expect(first.status).toBe(200);
  if (!first.ok) return;
  const { items, next } = await first.json();
  const [film] = items;
  const url: string | undefined = film?.url;
  expect(url).toMatch(/\/es\/watch\//);
  // @ts-expect-error an item has no such member
  expect(film?.address).toBeUndefined();
  expect(next).not.toBeNull();
  const second = await works.$get({
    query: { lang: "es", kind: "Episode", limit: "1", cursor: next ?? "" },
  });
  expect(second.ok && (await second.json()).items[0]?.slug).not.toBe(film?.slug);
  // @ts-expect-error there is no such kind
  expect((await works.$get({ query: { kind: "Film" } })).status).toBe(400);
});

test("a work, a series, a search and the languages have the types of the contract", async () => {
  const { v1 } = client.api;
  const work = await v1.works[":slug"].$get({ param: { slug: "film" } });
  if (!work.ok) throw new Error("The film is missing.");
  const record = await work.json();
  if (record.kind !== "Episode") throw new Error("The film is no episode.");
  expect(record.video.map(({ url }) => new URL(url).pathname)).toEqual([
    expect.stringMatching(/^\/media\//),
  ]);
  const series = await v1.series[":slug"].$get({ param: { slug: "tale" }, query: { lang: "es" } });
  expect(series.ok && (await series.json()).episodes.map(({ slug }) => slug)).toContain("film");
  const search = await v1.search.$get({ query: { q: "hello", lang: "en" } });
  expect(search.ok && (await search.json()).items.length).toBeGreaterThan(0);
  const languages = await v1.languages.$get();
  expect(languages.ok && (await languages.json()).items.map(({ tag }) => tag)).toContain("es");
  // @ts-expect-error a search needs words
  expect((await v1.search.$get({ query: {} })).status).toBe(400);
});

test("an error is a problem document", async () => {
  const missing = await client.api.v1.works[":slug"].$get({ param: { slug: "no" } });
  if (missing.ok) throw new Error("There is such a work.");
  expect(await missing.json()).toMatchObject({ status: 404, title: expect.any(String) });
});

test("addresses are made without a request", () => {
  const address = client.api.v1.works[":slug"].$url({ param: { slug: "film" } });
  expect(address.href).toBe(`${origin}/api/v1/works/film`);
});
