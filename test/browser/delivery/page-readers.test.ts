import { Readable } from "node:stream";
import Validator from "@adobe/structured-data-validator";
import { extract, setProviderList } from "@extractus/oembed-extractor";
import { normalize, Traverse } from "@iiif/parser";
import { presentation3StrictUpgrade } from "@iiif/parser/strict";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import openGraph from "open-graph-scraper";
import { parseSitemap } from "sitemap";
import { beforeAll, describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { useLibrary } from "../support/library.ts";
import { findErrors } from "./xml-schemas.ts";

/**
 * Pages as programs of others read them: every work of the shipped library, in every language. Also its sitemap, by
 * its published schema (schemas/README.md) with libxml, and its IIIF manifests.
 */

// A library of their own: other tests publish works beside those of the shared one.
const library = useLibrary();

interface Listed {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly url: string;
}

async function listWorks(language: string): Promise<readonly Listed[]> {
  const answer = await fetch(`${library().url}/api/v1/works?lang=${language}&limit=100`);
  const { items } = (await answer.json()) as { items: readonly Listed[] };
  expect(items.length).toBeGreaterThan(5);
  return items;
}

async function readPage(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  return response.text();
}

/** What structured data must have by Google's rules and lacks, by type. */
async function errorsIn(jsonld: Readonly<Record<string, readonly object[]>>) {
  const data = { jsonld, microdata: {}, rdfa: {}, errors: [] };
  const issues = await new Validator().validate(data);
  return issues.filter(({ severity }) => severity === "ERROR");
}

/** The page's JSON-LD by type. */
function structuredData(html: string) {
  const found: Record<string, object[]> = {};
  for (const [, text = ""] of html.matchAll(
    /<script type="application\/ld\+json">(.*?)<\/script>/gs,
  )) {
    const thing = JSON.parse(text);
    found[thing["@type"]] = [...(found[thing["@type"]] ?? []), thing];
  }
  return found;
}

describe.each(interfaceLanguages)("in %s", (language) => {
  let works: readonly (Listed & { html: string })[];
  beforeAll(async () => {
    const listed = await listWorks(language);
    works = await Promise.all(
      listed.map(async (work) => ({ ...work, html: await readPage(work.url) })),
    );
  });

  test("open-graph-scraper finds title, address and picture, and a film's player", async () => {
    for (const work of works) {
      const { result } = await openGraph({ html: work.html });
      expect(result.success, work.slug).toBe(true);
      expect(result, work.slug).toMatchObject({ ogTitle: work.name, ogUrl: work.url });
      if (work.kind !== "Episode") continue;
      expect(result.ogVideo?.[0]?.url).toContain(`/embed/${work.slug}?lang=`);
      expect(result.ogImage?.[0]?.alt).not.toBe("");
      expect(result.twitterCard).toBe("player");
    }
  });

  test("Readability finds the whole title, who made it, the language and the text", async () => {
    for (const work of works) {
      const { document } = parseHTML(work.html);
      const article = new Readability(document as unknown as Document).parse();
      expect(article?.title, work.slug).toBe(work.name);
      expect(article?.byline, work.slug).toContain("Immigrant Justice Network");
      expect(article?.lang, work.slug).toBe(language);
      expect(article?.textContent?.length, work.slug).toBeGreaterThan(200);
    }
  });

  test("oembed-extractor turns a pasted address into a frame", async () => {
    // No list of providers: it follows the link in the page, as for any site that it doesn't know.
    setProviderList([]);
    for (const work of works) {
      const found = await extract(work.url);
      expect(found, work.slug).toMatchObject({
        version: "1.0",
        type: work.kind === "Episode" ? "video" : "rich",
        title: work.name,
      });
      expect("html" in found && found.html, work.slug).toContain(
        `${library().url}/embed/${work.slug}`,
      );
    }
  });

  test("a validator of Google's rules finds nothing that structured data must have and lacks", async () => {
    const others = [
      `${library().url}/${language}/`,
      `${library().url}/${language}/series/how-did-we-get-here`,
    ];
    const pages = works.map(({ url, html }) => [url, html] as const);
    for (const address of others) pages.push([address, await readPage(address)]);
    const types = new Set<string>();
    for (const [address, html] of pages) {
      const jsonld = structuredData(html);
      for (const type of Object.keys(jsonld)) types.add(type);
      expect(await errorsIn(jsonld), address).toEqual([]);
    }
    const wanted = ["Article", "CreativeWorkSeries", "VideoObject", "WebSite"];
    expect([...types]).toEqual(expect.arrayContaining(wanted));
  });
});

test("the validator does find a film without a name", async () => {
  expect(await errorsIn({ VideoObject: [{ "@type": "VideoObject" }] })).not.toEqual([]);
});

test("the sitemap is valid by its schema, and the package sitemap reads every page of it", async () => {
  const sitemap = await readPage(`${library().url}/sitemap.xml`);
  const errorsIn = (xml: string) => findErrors(new Map([["sitemap", xml]]), "sitemaps.xsd");
  expect(await errorsIn(sitemap)).toEqual([]);
  expect(await errorsIn(sitemap.replace("<loc>", "<loc>x</loc><loc>"))).not.toEqual([]);
  const pages = await parseSitemap(Readable.from([sitemap]));
  expect(pages.length).toBe(sitemap.match(/<loc>/g)?.length);
  const films = pages.filter(({ video }) => video.length > 0);
  expect(films.length).toBeGreaterThan(1);
  expect(pages.every(({ links }) => links.some(({ lang }) => lang === "x-default"))).toBe(true);
});

// biome-ignore lint/suspicious/noExplicitAny: other programs read it without a type
async function read(address: string): Promise<any> {
  return JSON.parse(await readPage(address));
}

/** The addresses of everything in a manifest that a viewer opens. */
function linksOf(manifest: never): Set<string> {
  const links = new Set<string>();
  const add = (resource: { id?: string; format?: string }) => {
    if (resource.format !== undefined) links.add(String(resource.id));
    return resource;
  };
  new Traverse({ contentResource: [add as never] }).traverseManifest(manifest);
  return links;
}

test("IIIF's parser reads every manifest of the library, changes nothing, and finds each file", async () => {
  const { items } = await read(`${library().url}/api/v1/works?kind=Episode`);
  expect(items.length).toBeGreaterThan(1);
  for (const { slug } of items) {
    const manifest = await read(`${library().url}/iiif/${slug}/manifest.json`);
    const found = { warnings: [] };
    const mended = presentation3StrictUpgrade(structuredClone(manifest), found);
    expect(found.warnings, slug).toEqual([]);
    expect(mended, slug).toEqual(manifest);

    const { entities, resource } = normalize(structuredClone(manifest));
    expect(resource).toMatchObject({ id: manifest.id, type: "Manifest" });
    expect(Object.keys(entities.Canvas)).toContain(`${library().url}/iiif/${slug}/canvas/1`);
    expect(Object.values(entities.Range).length, slug).toBeGreaterThan(1);
    const bodies = Object.values<{ type: string }>(entities.ContentResource).map(
      ({ type }) => type,
    );
    expect(bodies).toEqual(expect.arrayContaining(["Video", "Sound", "Text", "Image", "Choice"]));

    const links = linksOf(structuredClone(manifest) as never);
    expect([...links].filter((link) => link.includes("/captions/"))).toHaveLength(3);
    for (const link of links) {
      if (!link.startsWith(library().url)) continue;
      const response = await fetch(link, { method: "HEAD" });
      expect(response.status, link).toBe(200);
    }
    const [service] = manifest.service;
    const [{ name }] = items.filter((item: { slug: string }) => item.slug === slug);
    expect((await read(`${service.id}?q=library`)).type, name).toBe("AnnotationPage");
  }
});

test("IIIF's parser reads the series as a collection of these manifests", async () => {
  const collection = await read(`${library().url}/iiif/series/how-did-we-get-here/collection.json`);
  const { entities } = normalize(structuredClone(collection));
  expect(Object.keys(entities.Manifest)).toEqual(
    expect.arrayContaining([`${library().url}/iiif/criminalizing-migration/manifest.json`]),
  );
  for (const { id } of collection.items) expect((await read(id)).partOf[0].id).toBe(collection.id);
});
