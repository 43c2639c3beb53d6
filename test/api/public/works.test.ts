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
  await publish(await episode("film", { series: "tale", episode: 1, credits }));
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
  test("has of each work what DESIGN 3 says, in the language asked for", async () => {
    const { items } = await (await get("/api/v1/works?lang=es")).json<List>();
    expect(items.find((item) => item.slug === "film")).toEqual({
      slug: "film",
      kind: "Episode",
      inLanguage: "en",
      name: "Película film",
      nameLanguage: "es",
      description: "Sobre film",
      datePublished: "2026-01-15",
      duration: 38,
      series: "tale",
      episode: 1,
      languages: ["en", "es"],
      url: `${origin}/en/watch/film`,
    });
    const paper = items.find((item) => item.slug === "paper");
    expect(paper).toMatchObject({ kind: "Document", duration: null, description: null });
  });

  test("says of a name in which language it really is", async () => {
    const { items } = await (await get("/api/v1/works?lang=vi")).json<List>();
    expect(items.find((item) => item.slug === "film")).toMatchObject({
      name: "Film film",
      nameLanguage: "en",
    });
  });

  test("lists each work exactly once, by the page, the newest first", async () => {
    const pages = await slugsByPage("/api/v1/works?lang=en");
    const slugs = pages.flat();
    expect(pages.map((page) => page.length)).toEqual([50, 50, 34]);
    expect(new Set(slugs).size).toBe(134);
    expect(slugs.slice(0, 3)).toEqual(["film", "paper", "many-130"]);
    expect(slugs.slice(-3)).toEqual(["many-1", "undated-2", "undated-1"]);
  });

  test("of a kind or of a series has those only", async () => {
    const documents = (await slugsByPage("/api/v1/works?kind=Document")).flat();
    expect(documents).toEqual(["paper", "undated-2", "undated-1"]);
    const episodes = (await slugsByPage("/api/v1/works?series=tale")).flat();
    expect(episodes).toHaveLength(131);
    expect(episodes).not.toContain("paper");
    expect((await slugsByPage("/api/v1/works?series=nothing")).flat()).toEqual([]);
  });

  test("has neither a series nor the library's face among its works", async () => {
    const slugs = (await slugsByPage("/api/v1/works?lang=en")).flat();
    expect(slugs).not.toContain("tale");
    expect(slugs).not.toContain("library");
  });
});

test("the library's page leads through every work exactly once, too", async () => {
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
  test("is its whole public record, with its languages and its address", async () => {
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
  ])("names nobody at %s who isn't public", async (path) => {
    expect(await (await get(path)).text()).not.toContain("Hidden Person");
  });
});

test("captions come in the language asked for, or in a variety of it, as WebVTT and SRT", async () => {
  const captions = [await track("es-MX", vtt("Hola."))];
  await publish(await episode("mexican", { captions }));
  const webVtt = await get("/captions/mexican/es.vtt");
  expect(webVtt.headers.get("Content-Type")).toBe("text/vtt; charset=utf-8");
  expect(webVtt.headers.get("Content-Language")).toBe("es-MX");
  expect(await webVtt.text()).toContain("00:00.000 --> 00:02.000\nHola.");
  const srt = await (await get("/captions/mexican/es-MX.srt")).arrayBuffer();
  expect(new TextDecoder().decode(srt)).toContain("00:00:00,000 --> 00:00:02,000");
});
