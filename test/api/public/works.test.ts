import { beforeAll, describe, expect, test } from "vitest";
import { get, jsonOf, origin } from "../../support/ask.ts";
import { insertMany } from "../../support/insert-many.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  track,
  vtt,
} from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

interface List {
  items: { slug: string; [field: string]: unknown }[];
  next: string | null;
}

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const credits = [{ name: "Hidden Person", role: "participant", public: false }];
  await publish(
    await episode("film", { series: "tale", episode: 1, credits, keywords: ["history"] }),
  );
  await publish(await document("paper"));
  await publish(await document("undated-1", { datePublished: undefined }));
  await publish(await document("undated-2", { datePublished: undefined }));
  await insertMany("many", 130, await episode("template", { series: "tale" }));
});

async function slugsByPage(address: string): Promise<string[][]> {
  const pages: string[][] = [];
  let next: string | null = "";
  while (next !== null && pages.length < 20) {
    const cursor: string = next === "" ? "" : `&cursor=${encodeURIComponent(next)}`;
    const response = await get(`${address}${cursor}`);
    expect(response.status).toBe(200);
    const list: List = await response.json();
    pages.push(list.items.map((item) => item.slug));
    next = list.next;
  }
  return pages;
}

describe("a list", () => {
  test("has the documented fields of each work, in the requested language", async () => {
    const { items } = await (await get("/api/v1/works?lang=es")).json<List>();
    expect(items.find((item) => item.slug === "film")).toEqual({
      slug: "film",
      kind: "Episode",
      inLanguage: "en",
      name: "Película film",
      nameLanguage: "es",
      description: "Sobre film",
      datePublished: "2026-01-15",
      descriptionLanguage: "es",
      duration: 38,
      poster: {
        url: expect.stringMatching(/^https:\/\/library\.example\/media\/[0-9a-f]{64}\.webp$/),
        alt: "A door stands open.",
        width: 640,
        height: 360,
      },
      series: "tale",
      season: null,
      episode: 1,
      keywords: ["history"],
      languages: ["en", "es"],
      url: `${origin}/es/watch/film`,
      details: `${origin}/api/v1/works/film`,
    });
    const paper = items.find((item) => item.slug === "paper");
    expect(paper).toMatchObject({ kind: "Document", duration: null, keywords: [], poster: null });
  });

  test("has the actual language of each name", async () => {
    const { items } = await (await get("/api/v1/works?lang=vi")).json<List>();
    expect(items.find((item) => item.slug === "film")).toMatchObject({
      name: "Film film",
      nameLanguage: "en",
    });
  });

  test("contains each work exactly once over all pages, the newest first", async () => {
    const pages = await slugsByPage("/api/v1/works?lang=en");
    const slugs = pages.flat();
    expect(pages.map((page) => page.length)).toEqual([50, 50, 34]);
    expect(new Set(slugs).size).toBe(134);
    expect(slugs.slice(0, 3)).toEqual(["film", "paper", "many-130"]);
    expect(slugs.slice(-3)).toEqual(["many-1", "undated-2", "undated-1"]);
  });

  test("can be limited to a kind or a series", async () => {
    const documents = (await slugsByPage("/api/v1/works?kind=Document")).flat();
    expect(documents).toEqual(["paper", "undated-2", "undated-1"]);
    const episodes = (await slugsByPage("/api/v1/works?series=tale")).flat();
    expect(episodes).toHaveLength(131);
    expect(episodes).not.toContain("paper");
    expect((await slugsByPage("/api/v1/works?series=nothing")).flat()).toEqual([]);
  });

  test("doesn't contain series or the library's settings", async () => {
    const slugs = (await slugsByPage("/api/v1/works?lang=en")).flat();
    expect(slugs).not.toContain("tale");
    expect(slugs).not.toContain("library");
  });
});

test("the library page lists every work exactly once over all pages, too", async () => {
  const seen: string[] = [];
  let path: string | undefined = "/en/library";
  for (let page = 0; path !== undefined && page < 20; page += 1) {
    const { elements } = await pageOf(await get(path));
    const links = elements.filter(({ name }) => name === "a");
    const works = links.map(({ attributes }) => attributes.href ?? "");
    const titles = works.filter((href) => /^\/en\/(watch|read)\//.test(href));
    seen.push(...new Set(titles));
    path = links.find(({ attributes }) => attributes.rel === "next")?.attributes.href;
  }
  expect(seen).toHaveLength(134);
  expect(new Set(seen).size).toBe(134);
});

describe("a work", () => {
  test("has its whole public record, its languages and its address", async () => {
    const response = await get("/api/v1/works/film");
    const work = await jsonOf(response);
    expect(work).toMatchObject({
      kind: "Episode",
      slug: "film",
      name: { en: "Film film", es: "Película film" },
      languages: ["en", "es"],
      url: `${origin}/en/watch/film`,
      captions: [{ inLanguage: "en" }, { inLanguage: "es" }],
    });
    expect(work.credits).toEqual([]);
  });

  test.each([
    "/en/watch/film",
    "/embed/film",
    "/en/library",
    "/en/series/tale",
    "/api/v1/works",
    "/api/v1/works/film",
    "/transcripts/film/en.html",
  ])("doesn't name people who aren't public at %s", async (path) => {
    expect(await (await get(path)).text()).not.toContain("Hidden Person");
  });
});

test("captions are served as WebVTT and SRT in the requested language or a variety of it", async () => {
  const captions = [await track("es-MX", vtt("Hola."))];
  await publish(await episode("mexican", { captions }));
  const webVtt = await get("/captions/mexican/es.vtt");
  expect(webVtt.headers.get("Content-Type")).toBe("text/vtt; charset=utf-8");
  expect(webVtt.headers.get("Content-Language")).toBe("es-MX");
  expect(await webVtt.text()).toContain("00:00.000 --> 00:02.000\nHola.");
  const srt = await (await get("/captions/mexican/es-MX.srt")).arrayBuffer();
  expect(new TextDecoder().decode(srt)).toContain("00:00:00,000 --> 00:00:02,000");
});
