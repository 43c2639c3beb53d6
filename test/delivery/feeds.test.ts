import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, get, jsonOf, origin } from "../support/ask.ts";
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

/** An element: its text is `#text` if it has attributes. */
// biome-ignore lint/suspicious/noExplicitAny: as a program reads it that doesn't know our types
type Element = any;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) =>
    /^(?:item|atom:link|category|itunes:category|podcast:(?:transcript|person|alternateEnclosure))$/.test(
      name,
    ),
});

async function feedAt(path: string): Promise<Element> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  const xml = await response.text();
  expect(XMLValidator.validate(xml)).toBe(true);
  const { channel } = parser.parse(xml).rss;
  const items: Element[] = channel.item ?? [];
  const links: Element[] = channel["atom:link"];
  return {
    channel,
    items,
    titles: items.map(({ title }) => title["#text"] ?? title),
    linkTo: (rel: string) => links.find((link) => link.rel === rel)?.href.replace(origin, ""),
  };
}

let media = "";

beforeAll(async () => {
  const logo = await storeFile("the logo", "png");
  await publish(
    librarySettings({
      contact: "library@example.org",
      logo: { file: logo, alt: { en: "A door" }, width: 1400, height: 1400 },
    }),
  );
  await publish(
    series("tale", {
      description: { en: "A tale & more.", es: "Un cuento." },
      seasons: [{ season: 2, name: { en: "The middle", es: "La mitad" } }],
    }),
  );
  const film = await episode("film", {
    series: "tale",
    season: 2,
    episode: 3,
    datePublished: "2026-01-15T00:30:00+09:00",
    contentWarning: { en: "Speaks of prison.", es: "Habla de la cárcel." },
    keywords: ["History"],
    license: "CC-BY-4.0",
    credits: [
      { name: "Shown Person", role: "director" },
      { name: "Hidden Person", role: "narrator", public: false },
    ],
  });
  const mp4 = await storeFile("the film as MP4", "mp4");
  const m4a = await storeFile("the sound", "m4a");
  media = `${origin}/media/${mp4.sha256}.mp4`;
  await publish({
    ...film,
    video: [...film.video, { ...mp4, duration: 38, width: 640, height: 360 }],
    audioOnly: { ...m4a, duration: 38 },
  });
  await publish(
    await episode("english-only", {
      series: "tale",
      episode: 1,
      datePublished: "2026-01-02",
      name: { en: "Doors <open> & shut" },
      description: { en: "1 < 2 & <b>bold</b>" },
      captions: [await track("en", vtt("Hello."), "captions")],
      chapters: [],
    }),
  );
  await publish(await episode("draft", { series: "tale", status: "draft" }));
  await publish(await episode("soon", { series: "tale", datePublished: "2999-01-01" }));
  await publish(await episode("gone", { series: "tale", status: "withdrawn" }));
  await publish(series("gone-tale", { status: "withdrawn", withdrawalNotice: { en: "Sorry." } }));
  await publish(series("new-tale", { formerSlugs: ["old-tale"] }));
  await publish(
    await episode("silent", { inLanguage: "zxx", datePublished: "2026-01-12", captions: [] }),
  );
  const paper = await document("paper");
  const pdf = { inLanguage: "es", file: await storeFile("%PDF-1.7", "pdf") };
  await publish({ ...paper, texts: [...paper.texts, pdf] });
});

describe("the feed of a series", () => {
  test("is a podcast with its public episodes, the newest first, in the feed's language", async () => {
    const response = await get("/feeds/tale/es.rss");
    expect(response.headers.get("Content-Type")).toBe("application/rss+xml; charset=utf-8");
    expect(response.headers.get("Content-Language")).toBe("es");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const { channel, titles, linkTo } = await feedAt("/feeds/tale/es.rss");
    expect(channel).toMatchObject({
      title: "Serie tale",
      link: `${origin}/es/series/tale`,
      description: "Un cuento.",
      language: "es",
      "itunes:author": "The Publisher",
      "itunes:explicit": "false",
      "itunes:type": "serial",
      "itunes:owner": { "itunes:name": "The Publisher", "itunes:email": "library@example.org" },
      "itunes:category": [{ text: "History" }],
      "podcast:medium": "video",
      "fh:complete": "",
    });
    expect(channel["podcast:guid"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/);
    expect(linkTo("self")).toBe("/feeds/tale/es.rss");
    expect(titles).toEqual(["Película film", "Doors <open> & shut"]);
  });

  test("gives each episode its files, transcripts, chapters and people, and nobody who isn't public", async () => {
    const { items } = await feedAt("/feeds/tale/es.rss");
    const [film] = items;
    expect(film).toMatchObject({
      link: `${origin}/es/watch/film`,
      guid: { "#text": `${origin}/es/watch/film`, isPermaLink: "true" },
      // The author's own day, which began before that of UTC.
      pubDate: "Thu, 15 Jan 2026 00:30:00 +0900",
      description: "Antes de ver: Habla de la cárcel. – Sobre film",
      "itunes:duration": "38",
      "itunes:season": "2",
      "itunes:episode": "3",
      "itunes:author": "Shown Person",
      "podcast:season": { "#text": "2", name: "La mitad" },
      "podcast:license": {
        "#text": "cc-by-4.0",
        url: "https://creativecommons.org/licenses/by/4.0/",
      },
      enclosure: { url: media, length: "15", type: "video/mp4" },
      "podcast:chapters": {
        url: `${origin}/chapters/film/es.json`,
        type: "application/json+chapters",
      },
      "podcast:person": [
        { "#text": "Shown Person", group: "creative direction", role: "director" },
      ],
    });
    expect(
      film["podcast:transcript"].map(({ url, type, language, rel }: Element) => [
        url.replace(origin, ""),
        type,
        language,
        rel,
      ]),
    ).toEqual([
      ["/captions/film/es.vtt", "text/vtt", "es", "captions"],
      ["/captions/film/es.srt", "application/x-subrip", "es", "captions"],
      ["/captions/film/en.vtt", "text/vtt", "en", "captions"],
      ["/captions/film/en.srt", "application/x-subrip", "en", "captions"],
    ]);
    const alternates: Element[] = film["podcast:alternateEnclosure"];
    expect(alternates.map(({ type, title, lang, height }) => [type, title, lang, height])).toEqual([
      ["video/webm", "Video, WEBM", "en", "360"],
      ["video/mp4", "Video, MP4", "en", "360"],
      ["audio/mp4", "Solo audio, M4A", "en", undefined],
    ]);
    expect(alternates.map((one) => one.default)).toEqual([undefined, "true", undefined]);
    for (const alternate of alternates) {
      const path = alternate["podcast:source"].uri.replace(origin, "");
      const file = await get(path);
      expect(file.headers.get("Content-Length")).toBe(alternate.length);
      const bytes = await file.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const integrity = `sha256-${btoa(String.fromCharCode(...digest))}`;
      expect(alternate["podcast:integrity"]).toEqual({ type: "sri", value: integrity });
    }
    expect(JSON.stringify(items)).not.toContain("Hidden");
  });

  test("says in which language a text is that isn't in the feed's, and keeps markup of texts inert", async () => {
    const { items } = await feedAt("/feeds/tale/es.rss");
    const [, english] = items;
    expect(english.title).toEqual({ "#text": "Doors <open> & shut", "xml:lang": "en" });
    // Programs read a description as HTML.
    expect(english.description).toBe("1 &#60; 2 &#38; &#60;b&#62;bold&#60;/b&#62;");
    expect(english["content:encoded"]).toContain(
      '<span lang="en" dir="ltr">1 &#60; 2 &#38; &#60;b&#62;bold&#60;/b&#62;</span> (Este texto está en inglés.)',
    );
    expect(english["podcast:chapters"]).toBeUndefined();
    expect(english.pubDate).toBe("Fri, 02 Jan 2026 12:00:00 GMT");
  });

  test("lets an episode go at once when it is withdrawn", async () => {
    const leaving = await episode("leaving", { series: "tale", datePublished: "2026-02-01" });
    await publish(leaving);
    const before = await get("/feeds/tale/en.rss");
    expect(await before.text()).toContain("/en/watch/leaving");
    await publish({ ...leaving, status: "withdrawn" });
    const headers = { "If-None-Match": before.headers.get("ETag") ?? "" };
    const after = await get("/feeds/tale/en.rss", headers);
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain("leaving");
  });

  test.each([
    ["/feeds/nothing/en.rss", 404],
    ["/feeds/film/en.rss", 404],
    ["/feeds/tale/tlh.rss", 404],
    ["/feeds/tale/en.xml", 404],
    ["/feeds/tlh.rss", 404],
    ["/feeds/en.atom", 404],
    ["/feeds/gone-tale/en.rss", 410],
    ["/chapters/film/en.xml", 404],
    ["/chapters/english-only/en.json", 404],
    ["/chapters/draft/en.json", 404],
    ["/chapters/gone/en.json", 410],
    ["/chapters/paper/en.json", 404],
  ])("isn't at %s: %d, with a problem document", async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await jsonOf(response)).toMatchObject({ status });
  });

  test.each([
    ["/feeds/old-tale/es.rss?cursor=x", "/feeds/new-tale/es.rss?cursor=x"],
    ["/feeds/tale/es-MX.rss", "/feeds/tale/es.rss"],
    ["/feeds/ES.rss", "/feeds/es.rss"],
  ])("moved for good: %s leads to %s", async (path, target) => {
    const response = await ask(path, { redirect: "manual" });
    expect([response.status, response.headers.get("Location")]).toEqual([301, target]);
  });
});

describe("the feed of a language", () => {
  test("has the films and documents in that language and films without speech", async () => {
    const spanish = await feedAt("/feeds/es.rss");
    expect(spanish.channel).toMatchObject({
      title: { "#text": "The Library", "xml:lang": "en" },
      link: `${origin}/es/`,
      "itunes:type": "episodic",
    });
    expect(spanish.channel["itunes:image"].href).toMatch(/\.png$/);
    expect(spanish.channel.image.url).toBe(spanish.channel["itunes:image"].href);
    expect(spanish.titles).toEqual(["Película film", "Película silent", "Papel paper"]);
    const english = await feedAt("/feeds/en.rss");
    expect(english.titles).toContain("Doors <open> & shut");
    expect((await feedAt("/feeds/ar.rss")).titles).toEqual(["Film silent"]);
  });

  test("links a document's page, and encloses its PDF if it has one", async () => {
    const { items } = await feedAt("/feeds/es.rss");
    const paper = items.at(-1);
    expect(paper.link).toBe(`${origin}/es/read/paper`);
    expect(paper.enclosure).toMatchObject({ type: "application/pdf", length: "8" });
    expect((await get(paper.enclosure.url.replace(origin, ""))).status).toBe(200);
  });
});

test("a feed's pictures are those that podcast apps show: the series' cover, posters as JPEG, never a WebP", async () => {
  const podcastCover = { file: await storeFile("a cover", "jpg"), width: 1400, height: 1400 };
  await publish(series("covered", { podcastCover }));
  const plain = await episode("plain", { series: "covered", datePublished: "2026-01-03" });
  expect(plain.poster?.file.extension).toBe("webp");
  const poster = {
    alt: { en: "A door" },
    width: 640,
    height: 360,
    file: await storeFile("a poster", "jpg"),
  };
  await publish(plain);
  await publish(await episode("shown", { series: "covered", datePublished: "2026-01-02", poster }));
  const { channel, items } = await feedAt("/feeds/covered/en.rss");
  const cover = `${origin}/media/${podcastCover.file.sha256}.jpg`;
  expect(channel["itunes:image"].href).toBe(cover);
  expect(channel.image.url).toBe(cover);
  expect((await get(cover.replace(origin, ""))).status).toBe(200);
  expect(items.map((item: Element) => item["itunes:image"]?.href)).toEqual([
    undefined,
    `${origin}/media/${poster.file.sha256}.jpg`,
  ]);
  const { podcastCover: listed } = await jsonOf(await get("/api/v1/series/covered"));
  expect(listed).toMatchObject({ file: { url: cover }, width: 1400 });
});

test("a film's chapters are JSON of Podcasting 2.0, with the moments' addresses", async () => {
  const response = await get("/chapters/film/es.json");
  expect(response.headers.get("Content-Type")).toBe("application/json+chapters");
  expect(response.headers.get("Content-Language")).toBe("es");
  expect(await jsonOf(response)).toEqual({
    version: "1.2.0",
    title: "Película film",
    chapters: [
      { startTime: 0, endTime: 38, title: "Comienzo", url: `${origin}/es/watch/film?t=0` },
    ],
  });
  expect((await get("/chapters/film/mam.json")).headers.get("Content-Language")).toBe("es");
});

test("pages name their feeds, the series' first", async () => {
  for (const [path, feeds] of [
    ["/es/", ["/feeds/es.rss"]],
    ["/vi/library", ["/feeds/vi.rss"]],
    ["/en/series/tale", ["/feeds/tale/en.rss", "/feeds/en.rss"]],
    ["/ar/watch/film", ["/feeds/tale/ar.rss", "/feeds/ar.rss"]],
    ["/es/read/paper", ["/feeds/es.rss"]],
  ] as const) {
    const { elements } = await pageOf(await get(path));
    const links = elements.filter(
      ({ name, attributes }) => name === "link" && attributes.type === "application/rss+xml",
    );
    expect(
      links.map(({ attributes }) => attributes.href),
      path,
    ).toEqual(feeds);
    expect(links.every(({ attributes }) => attributes.rel === "alternate")).toBe(true);
  }
  const { elements } = await pageOf(await get("/es/series/tale"));
  const visible = elements.filter(({ name, attributes }) => {
    return name === "a" && attributes.href === "/feeds/tale/es.rss";
  });
  expect(visible).toHaveLength(1);
});

test.each([
  ["/feeds/many/en.rss", "many"],
  ["/feeds/vi.rss", "all"],
])("a long feed has pages (%s), which name each other and have every work once", async (first) => {
  if (first.includes("many")) {
    await publish(series("many"));
    const captions = [await track("vi", vtt("Chào."))];
    await insertMany("copy", 120, await episode("template", { series: "many", captions }));
  }
  const seen: string[] = [];
  let pages = 0;
  for (let path: string | undefined = first; path !== undefined; pages += 1) {
    const page: Element = await feedAt(path);
    expect(page.channel["fh:complete"]).toBeUndefined();
    expect(page.linkTo("self")).toBe(path);
    expect(page.linkTo("first")).toBe(path === first ? undefined : first);
    seen.push(...page.items.map(({ link }: Element) => link));
    path = page.linkTo("next");
  }
  expect(pages).toBe(3);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((link) => link.includes("/copy-"))).toHaveLength(120);
});
