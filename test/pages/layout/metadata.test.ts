import { beforeAll, describe, expect, test } from "vitest";
import { get, origin } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
} from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale", { description: { en: "A tale.", es: "Un cuento." } }));
  await publish(
    await episode("film", {
      series: "tale",
      episode: 2,
      keywords: ["history"],
      license: "CC-BY-4.0",
      chapters: [
        { start: 0, name: { en: "Beginning", es: "Comienzo" } },
        { start: 20.5, name: { en: "End", es: "Final" } },
      ],
      credits: [
        { name: "Shown Person", role: "director" },
        { name: "Hidden Person", role: "director", public: false },
      ],
    }),
  );
  const paper = await document("paper", { credits: [{ name: "An Author", role: "author" }] });
  const pdf = { inLanguage: "es", file: await storeFile("%PDF-1.7", "pdf") };
  await publish({ ...paper, texts: [...paper.texts, pdf] });
});

/** A page's `<meta>` contents by key, its links, and its structured data. */
async function headOf(path: string) {
  const { elements, structuredData } = await pageOf(await get(path));
  const metas = new Map<string, string[]>();
  for (const { name, attributes } of elements) {
    const key = attributes.property ?? attributes.name;
    if (name !== "meta" || key === undefined) continue;
    metas.set(key, [...(metas.get(key) ?? []), attributes.content ?? ""]);
  }
  const links = elements.filter(({ name }) => name === "link").map(({ attributes }) => attributes);
  const [data = "null"] = structuredData;
  return {
    metas: Object.fromEntries(metas),
    links,
    data: JSON.parse(data),
    alternates: links
      .filter(({ hreflang }) => hreflang !== undefined)
      .map(({ hreflang, href }) => [hreflang, href?.replace(origin, "")]),
  };
}

describe("a film's page", () => {
  test("has a preview with its picture and its player, in the page's language", async () => {
    const { metas } = await headOf("/es/watch/film?t=3");
    expect(metas).toMatchObject({
      "og:type": ["video.episode"],
      "og:title": ["Película film"],
      "og:description": ["Sobre film"],
      "og:url": [`${origin}/es/watch/film`],
      "og:site_name": ["The Library"],
      "og:locale": ["es_LA"],
      "og:locale:alternate": ["en_US"],
      "og:image:alt": ["A door stands open."],
      "og:image:type": ["image/webp"],
      "og:image:width": ["640"],
      "og:video": [`${origin}/embed/film?lang=es`],
      "og:video:type": ["text/html"],
      "video:duration": ["38"],
      "video:series": [`${origin}/es/series/tale`],
      "video:tag": ["history"],
      "twitter:card": ["player"],
      "twitter:player": [`${origin}/embed/film?lang=es`],
      "twitter:player:width": ["640"],
    });
    for (const [address = ""] of [metas["og:image"] ?? [], metas["og:video"] ?? []]) {
      expect((await get(address.replace(origin, ""))).status).toBe(200);
    }
  });

  test("tells reference managers its people, date and publisher, and nobody who isn't public", async () => {
    const { metas, links } = await headOf("/en/watch/film");
    expect(metas).toMatchObject({
      author: ["Shown Person"],
      citation_author: ["Shown Person"],
      citation_date: ["2026/01/15"],
      citation_language: ["en"],
      "DC.title": ["Film film"],
      "DC.type": ["MovingImage"],
      "DC.publisher": ["The Publisher"],
    });
    expect(metas.citation_title).toBeUndefined();
    expect(JSON.stringify(metas)).not.toContain("Hidden");
    const ris = links.find(({ type }) => type === "application/x-research-info-systems");
    expect(ris).toMatchObject({ rel: "alternate", href: "/cite/film.ris?lang=en" });
  });

  test("tells search engines no two key moments of one second, and none that ends before it starts", async () => {
    const chapters = [30, 10.8, 0, 10.2, 99].map((start) => ({ start, name: { en: "A part" } }));
    await publish(await episode("moments", { chapters }));
    const { data } = await headOf("/en/watch/moments");
    expect(
      data.hasPart.map(({ startOffset, endOffset }: Record<string, number>) => [
        startOffset,
        endOffset,
      ]),
    ).toEqual([
      [0, 10],
      [10, 30],
      [30, 38],
    ]);
  });

  test("tells search engines its key moments, captions and transcript", async () => {
    const { data } = await headOf("/es/watch/film");
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "VideoObject",
      name: "Película film",
      inLanguage: "en",
      uploadDate: "2026-01-15T00:00:00.000Z",
      duration: "PT38S",
      embedUrl: `${origin}/embed/film?lang=es`,
      isAccessibleForFree: true,
      accessibilityFeature: ["captions", "transcript"],
      transcript: `${origin}/transcripts/film/es.txt`,
      author: [{ "@type": "Person", name: "Shown Person" }],
      license: "https://creativecommons.org/licenses/by/4.0/",
      isPartOf: { name: "Serie tale", url: `${origin}/es/series/tale` },
      hasPart: [
        { "@type": "Clip", name: "Comienzo", startOffset: 0, endOffset: 20 },
        {
          "@type": "Clip",
          name: "Final",
          startOffset: 20,
          endOffset: 38,
          url: `${origin}/es/watch/film?t=20.5`,
        },
      ],
    });
    const addresses = [data.thumbnailUrl, data.contentUrl, data.transcript];
    for (const { contentUrl } of data.caption) addresses.push(contentUrl);
    for (const address of addresses) {
      expect((await get(address.replace(origin, ""))).status, address).toBe(200);
    }
    expect(JSON.stringify(data)).not.toContain("Hidden");
  });

  test("lists only the languages that the film has, each page the same", async () => {
    const expected = [
      ["en", "/en/watch/film"],
      ["es", "/es/watch/film"],
      ["x-default", "/en/watch/film"],
    ];
    for (const language of ["en", "es", "ar"]) {
      expect((await headOf(`/${language}/watch/film`)).alternates).toEqual(expected);
    }
  });
});

describe("a document's page", () => {
  test("is an article with its translations and its PDF", async () => {
    const { metas, data } = await headOf("/en/read/paper");
    expect(metas).toMatchObject({
      "og:type": ["article"],
      "og:title": ["Paper paper"],
      "og:description": ["Paper paper"],
      "article:published_time": ["2026-01-10T00:00:00.000Z"],
      "twitter:card": ["summary"],
      citation_title: ["Paper paper"],
      citation_technical_report_institution: ["The Publisher"],
      citation_author: ["An Author"],
      "DC.type": ["Text"],
    });
    expect(metas.citation_pdf_url?.[0]).toMatch(/\/media\/[0-9a-f]{64}\.pdf$/);
    expect(data).toMatchObject({
      "@type": "Article",
      headline: "Paper paper",
      inLanguage: "en",
      datePublished: "2026-01-10",
      workTranslation: [{ "@type": "Article", inLanguage: "es", url: `${origin}/es/read/paper` }],
    });
  });

  test("in a translation names the original", async () => {
    const { data } = await headOf("/es/read/paper");
    expect(data).toMatchObject({
      inLanguage: "es",
      translationOfWork: { inLanguage: "en", url: `${origin}/en/read/paper` },
    });
  });
});

test("a translation that has no page of its own is named without an address", async () => {
  const memo = await document("memo");
  const file = await storeFile("# Memo\n\nAn Ayiti.", "md");
  await publish({ ...memo, texts: [...memo.texts.slice(0, 1), { inLanguage: "ht", file }] });
  const { data, alternates } = await headOf("/en/read/memo");
  expect(data.workTranslation).toEqual([{ "@type": "Article", inLanguage: "ht" }]);
  expect(alternates.map(([language]) => language)).toEqual(["en", "x-default"]);
});

test("a series' page names its episodes", async () => {
  const { metas, data, alternates } = await headOf("/es/series/tale");
  expect(metas).toMatchObject({
    "og:type": ["video.tv_show"],
    "og:title": ["Serie tale"],
    "og:description": ["Un cuento."],
    "twitter:card": ["summary_large_image"],
  });
  expect(data).toMatchObject({
    "@type": "CreativeWorkSeries",
    name: "Serie tale",
    hasPart: [{ "@type": "Episode", episodeNumber: 2, url: `${origin}/es/watch/film` }],
  });
  expect(alternates.map(([language]) => language)).toEqual(["en", "es", "x-default"]);
});

test("the library's own pages have a preview, and error pages have none", async () => {
  for (const path of ["/vi/", "/vi/library", "/vi/about/privacy"]) {
    const { metas } = await headOf(path);
    expect(metas, path).toMatchObject({
      "og:type": ["website"],
      "og:url": [origin + path],
      "og:locale": ["vi_VN"],
    });
    expect(metas["og:title"]?.[0], path).toBeTruthy();
    expect(metas["og:description"]?.[0], path).toBeTruthy();
  }
  expect(Object.keys((await headOf("/en/watch/nothing")).metas).join()).not.toContain("og:");
});
