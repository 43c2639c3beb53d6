import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Crawled, crawl } from "../support/crawl.ts";
import { decode } from "../support/links.ts";
import { film, url } from "../support/visit.ts";

const languages = ["en", "es", "vi", "ar"];
/** Credited in the film's manifest with `public: false`. */
const hidden = "Demonstration Participant";

/** All addresses of a sitemap. It may be a list of sitemaps, because other tests publish many works. */
async function readSitemap(sitemap: string): Promise<string[]> {
  const xml = await (await fetch(sitemap)).text();
  const named = [...xml.matchAll(/<(?:loc|video:\w+_loc)>([^<]*)</g)].map(([, at = ""]) =>
    decode(at.replaceAll("&#38;", "&")),
  );
  if (!xml.includes("<sitemapindex")) return named;
  return [...named, ...(await Promise.all(named.map(readSitemap))).flat()];
}

/** What a reader may begin with: the sitemap, some searches, and addresses that no page links to. */
async function linkedAddresses(): Promise<string[]> {
  const named = await readSitemap(`${url}/sitemap.xml`);
  const embeds = named.filter((at) => at.includes("/embed/")).map((at) => `${at}&transcript=1`);
  const searches = languages.map((language) => `${url}/${language}/search?q=deportation`);
  const others = ["/docs/problems", "/robots.txt", "/sitemap.xml"].map((path) => url + path);
  return [...named, ...embeds, ...searches, `${url}/es/search?q=zzzz&kind=Series`, ...others];
}

/** What a program may begin with. */
async function namedAddresses(): Promise<string[]> {
  const works = await (await fetch(`${url}/api/v1/works`)).json();
  const slugs: string[] = works.items.map((item: { slug: string }) => item.slug);
  const types = ["txt", "html", "md", "vtt", "srt", "csv", "json", "docx"];
  const texts = ["en", "es", "vi"].flatMap((language) => [
    ...["vtt", "srt"].map((type) => `/captions/${film}/${language}.${type}`),
    ...types.map((type) => `/transcripts/${film}/${language}.${type}`),
  ]);
  return [
    "/",
    "/healthz",
    "/docs/problems",
    "/api/v1/works",
    "/api/v1/works?lang=vi&kind=Episode",
    "/api/v1/works/library",
    "/api/v1/works/how-did-we-get-here",
    ...slugs.map((slug) => `/api/v1/works/${slug}`),
    ...languages.map((language) => `/embed/${film}?lang=${language}&transcript=1`),
    ...texts,
  ];
}

/** An anchor that isn't an element's id: a moment of a film, or a text fragment. */
const isNotElementId = (anchor: string) => anchor === "" || /^t=|^:~:text=/.test(anchor);

/** One crawl for all: it asks for more than a thousand addresses. */
let crawled: Crawled;
beforeAll(async () => {
  crawled = await crawl(url, { linked: await linkedAddresses(), named: await namedAddresses() });
});

test("every link and anchor of the site works, in all languages", () => {
  const { answers, linked } = crawled;
  const wrong = [...linked].flatMap(([address, places]) => {
    const { status = 0, links } = answers.get(address) ?? {};
    if (status !== 200 && status !== 301) {
      return [`${status} ${address}, linked from ${places[0]?.from}`];
    }
    return places
      .filter(({ anchor }) => !isNotElementId(anchor) && links?.ids.has(anchor) === false)
      .map(({ from, anchor }) => `no #${anchor} at ${address}, linked from ${from}`);
  });
  expect(wrong).toEqual([]);
  // The crawl reached every part of the site.
  for (const place of [
    ...languages.map((language) => `/${language}/watch/${film}`),
    ...languages.map((language) => `/${language}/about/cite`),
    `/embed/${film}?lang=es&transcript=1`,
    `/transcripts/${film}/es.html`,
    `/transcripts/${film}/en+vi.html`,
    `/captions/${film}/vi.vtt`,
    "/en/library?kind=Document&in=es",
    "/en/library",
  ]) {
    expect(linked.has(url + place), place).toBe(true);
  }
});

test("no answer of the library contains a name that isn't public", async () => {
  const { answers } = crawled;
  const manifest = `../../../media-manifests/how-did-we-get-here/${film}/episode.yaml`;
  expect(await readFile(join(import.meta.dirname, manifest), "utf8")).toContain(
    `${hidden}, role: participant, public: false`,
  );

  // The crawl came to where credits are, and everywhere else.
  const textOf = (path: string) => answers.get(url + path)?.text;
  expect(textOf(`/api/v1/works/${film}`)).toContain("espeak-ng (synthetic voice)");
  expect(textOf(`/vi/watch/${film}`)).toContain("Đây là bản minh họa.");
  expect(answers.size).toBeGreaterThan(80);
  const telling = [...answers].filter(([, { text }]) => new RegExp(hidden, "i").test(text));
  expect(telling.map(([address]) => address)).toEqual([]);
});
