import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, get, origin } from "../support/ask.ts";
import { insertMany } from "../support/insert-many.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
  track,
  vtt,
} from "../support/library.ts";
import { pageOf } from "../support/page.ts";
import { elementsOf, type XmlElement } from "../support/xml.ts";

interface Entry {
  loc: string;
  "xhtml:link": { hreflang: string; href: string }[];
  "video:video"?: Record<string, string>;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => ["url", "sitemap", "xhtml:link"].includes(name),
});

async function read(path: string): Promise<{ entries: Entry[]; sitemaps: string[] }> {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
  const xml = await response.text();
  expect(XMLValidator.validate(xml)).toBe(true);
  const { urlset, sitemapindex } = parser.parse(xml);
  const listed: { loc: string }[] = sitemapindex?.sitemap ?? [];
  return { entries: urlset?.url ?? [], sitemaps: listed.map(({ loc }) => loc) };
}

const textIn = async (inLanguage: string) => [
  { inLanguage, file: await storeFile(`# In ${inLanguage}`, "md") },
];

const without = (address: string) => address.replace(origin, "");

beforeAll(async () => {
  await publish(librarySettings({ interfaceLanguages: ["es", "en"] }));
  await publish(series("tale"));
  const name = { en: "Doors <open> & shut", es: `Puertas ${"muy ".repeat(60)}abiertas` };
  await publish(await episode("film", { series: "tale", name }));
  await publish(await document("paper"));
  await publish(await document("draft", { status: "draft" }));
  await publish(await document("soon", { datePublished: "2999-01-01" }));
  await publish(await document("gone", { status: "withdrawn" }));
});

describe("the sitemap", () => {
  test("lists every public page in the languages that it has, and all of them exist", async () => {
    const { entries } = await read("/sitemap.xml");
    const paths = entries.map(({ loc }) => without(loc));
    for (const path of ["/", "/library", "/series/tale", "/watch/film", "/read/paper"]) {
      expect(paths).toContain(`/en${path}`);
      expect(paths).toContain(`/es${path}`);
    }
    expect(paths).toContain("/es/about/privacy");
    expect(paths.filter((path) => /^\/ar|draft|soon|gone/.test(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect((await ask(path)).status, path).toBe(200);
  });

  test("lists each page with its alternates in all languages", async () => {
    const { entries } = await read("/sitemap.xml");
    for (const entry of entries) {
      const others = entry["xhtml:link"].map(({ hreflang, href }) => [hreflang, without(href)]);
      const path = without(entry.loc).slice(3);
      const isWork = /^\/(?:watch|read)/.test(path);
      const spanish = ["es", `/es${path}`];
      const english = ["en", `/en${path}`];
      // The original comes first, and is for readers of any other language.
      const listed = isWork || path.startsWith("/series") ? [english, spanish] : [spanish, english];
      expect(others).toEqual([...listed, ["x-default", listed[0]?.[1]]]);
    }
  });

  test("names the same languages as the pages' heads, only those that a work has", async () => {
    await publish(await document("spanish", { inLanguage: "es", texts: await textIn("es") }));
    const silent = { inLanguage: "zxx", captions: [], name: { en: "Rain", es: "Lluvia" } };
    await publish(await episode("silent", silent));
    const described = { ...(await track("es", vtt("Una puerta."))), kind: "descriptions" as const };
    await publish(await episode("described", { captions: [described] }));
    const somali = { inLanguage: "so", name: { so: "Warqad" } };
    await publish(await document("somali", { ...somali, texts: await textIn("so") }));
    const { entries } = await read("/sitemap.xml");
    const found = entries.filter(({ loc }) => /spanish|silent|described|somali/.test(loc));
    expect(found.map(({ loc }) => without(loc))).toEqual([
      "/es/read/spanish",
      "/es/watch/silent",
      "/en/watch/silent",
      "/en/watch/described",
      "/en/read/somali",
    ]);
    for (const { loc, "xhtml:link": links = [] } of [...found, ...entries]) {
      const page = await pageOf(await get(without(loc)));
      const inHead = page.elements
        .map(({ attributes }) => attributes)
        .filter(({ rel, hreflang }) => rel === "alternate" && hreflang !== undefined);
      expect(links.map(({ hreflang, href }) => `${hreflang} ${href}`)).toEqual(
        inHead.map(({ hreflang, href }) => `${hreflang} ${href}`),
      );
    }
  });

  test("keeps the rules of its schemas", async () => {
    const response = await get("/sitemap.xml");
    const elements = elementsOf(await response.text());
    const childrenOf = (parent: XmlElement) => elements.filter((one) => one.parent === parent);
    const [urlset] = elements;
    expect(urlset?.name).toBe("urlset");
    // https://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd: loc first, 12 to 2,048 characters.
    for (const url of elements.filter(({ name }) => name === "url")) {
      const [loc, ...others] = childrenOf(url);
      expect(url.parent).toBe(urlset);
      expect(loc?.name).toBe("loc");
      expect(loc?.text).toMatch(/^https:\/\/library\.example\/[\w/-]{1,2000}$/);
      expect(others.map(({ name }) => name).join(" ")).toMatch(/^(xhtml:link ?)*(video:video)?$/);
    }
    // https://www.google.com/schemas/sitemap-video/1.1/sitemap-video.xsd: a sequence, dates of W3C.
    for (const video of elements.filter(({ name }) => name === "video:video")) {
      const parts = childrenOf(video);
      expect(parts.map(({ name }) => name.slice("video:".length))).toEqual([
        "thumbnail_loc",
        "title",
        "description",
        "content_loc",
        "player_loc",
        "duration",
        "publication_date",
      ]);
      const [thumbnail, title, description, content, , duration, date] = parts;
      for (const address of [thumbnail, content]) expect(address?.text).toMatch(/^https:\/\/\S+$/);
      expect([...(title?.text ?? "")].length).toBeLessThanOrEqual(100);
      expect([...(description?.text ?? "")].length).toBeLessThanOrEqual(2048);
      expect(Number(duration?.text)).toBeGreaterThanOrEqual(1);
      expect(Number(duration?.text)).toBeLessThanOrEqual(28_800);
      expect(date?.text).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/);
    }
  });

  test("describes each film for search engines in the language of its page", async () => {
    const { entries } = await read("/sitemap.xml");
    const films = entries.filter((entry) => entry["video:video"] !== undefined);
    expect(films.map(({ loc }) => without(loc)).slice(0, 2)).toEqual([
      "/en/watch/film",
      "/es/watch/film",
    ]);
    const [english, spanish] = films.map((entry) => entry["video:video"]);
    expect(english).toMatchObject({
      "video:title": "Doors <open> & shut",
      "video:description": "About film",
      "video:player_loc": `${origin}/embed/film?lang=en`,
      "video:duration": "38",
      "video:publication_date": "2026-01-15",
    });
    expect(spanish?.["video:description"]).toBe("Sobre film");
    expect([...(spanish?.["video:title"] ?? "")]).toHaveLength(100);
    for (const address of ["video:thumbnail_loc", "video:content_loc", "video:player_loc"]) {
      const path = without(english?.[address] ?? "");
      expect((await ask(path, { method: "HEAD" })).status, path).toBe(200);
    }
  });

  test.each(["0", "2", "-1", "x", "1e3", "999999"])("has no page “%s”", async (page) => {
    expect((await ask(`/sitemap.xml?page=${page}`)).status).toBe(404);
  });

  test("of many works is an index of sitemaps, which list each work exactly once", async () => {
    await insertMany("many", 250, await episode("template", { series: "tale" }));
    const { entries, sitemaps } = await read("/sitemap.xml");
    expect(entries).toEqual([]);
    expect(sitemaps.map(without)).toEqual([1, 2, 3].map((page) => `/sitemap.xml?page=${page}`));
    const seen: string[] = [];
    for (const sitemap of sitemaps) {
      const page = await read(without(sitemap));
      seen.push(...page.entries.map(({ loc }) => without(loc)));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((path) => path.startsWith("/en/watch/many-"))).toHaveLength(250);
    expect(seen).toContain("/en/watch/film");
  });
});

test("with more than 50,000 addresses, the limit of a sitemap, each is in exactly one sitemap", async () => {
  await publish(librarySettings());
  const captions = await Promise.all(
    ["en", "es", "vi", "ar"].map((language) => track(language, vtt(`In ${language}.`))),
  );
  const template = await episode("other-template", { series: "tale", captions });
  await insertMany("very-many", 12_500, template);
  const { sitemaps } = await read("/sitemap.xml");
  const seen = new Set<string>();
  let named = 0;
  for (const sitemap of sitemaps) {
    const xml = await (await get(without(sitemap))).text();
    const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at = ""]) => without(at));
    named += addresses.length;
    for (const address of addresses) seen.add(address);
    // The limits of the protocol: 50,000 addresses and 50 MB per sitemap.
    expect(addresses.length).toBeLessThanOrEqual(50_000);
    expect(xml.length).toBeLessThan(50_000_000);
  }
  expect(seen.size).toBe(named);
  expect(named).toBeGreaterThan(50_000);
  for (const language of ["en", "es", "vi", "ar"]) {
    for (const number of [1, 6250, 12_500]) {
      expect(seen.has(`/${language}/watch/very-many-${number}`)).toBe(true);
    }
  }
});

test("robots.txt allows everything except the staff API, and names the sitemap", async () => {
  const response = await get("/robots.txt");
  expect(response.headers.get("Content-Type")).toMatch(/^text\/plain/);
  const lines = (await response.text()).split("\n").filter((line) => line !== "");
  expect(lines).toEqual([
    "User-agent: *",
    "Disallow: /api/v1/staff",
    `Sitemap: ${origin}/sitemap.xml`,
  ]);
});
