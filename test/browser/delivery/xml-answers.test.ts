import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { useLibrary } from "../support/library.ts";
import { findErrors } from "./xml-schemas.ts";

/** XML of the shipped library, validated by schemas: OAI-PMH, feeds, course cartridges, OpenSearch. */

// A library of their own: they publish and withdraw works.
const library = useLibrary();

const staffHeaders = () => ({
  Authorization: `Bearer ${library().token}`,
  "Content-Type": "application/json",
});

async function staffAnswer(path: string, init: RequestInit = {}) {
  const { headers, ...others } = init;
  const response = await fetch(`${library().url}/api/v1/staff/works${path}`, {
    ...others,
    headers: { ...staffHeaders(), ...headers },
  });
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return response.json();
}

const read = async (path: string) => (await fetch(library().url + path)).text();

/** Publishes a work like another one, but for some fields. */
async function publishLike(sample: string, slug: string, changes: object): Promise<void> {
  const { record } = (await staffAnswer(`/${sample}/revisions/1`)) as { record: object };
  await staffAnswer(`/${slug}`, {
    method: "PUT",
    headers: { "If-None-Match": "*" },
    body: JSON.stringify({ ...record, formerSlugs: undefined, ...changes, slug }),
  });
}

const tale = "how-did-we-get-here";

// More works than OAI-PMH lists on a page, 95, and more episodes of a series than a feed has, with texts that XML must
// escape.
beforeAll(async () => {
  const long = `</title>]]> & <b>\u0007\u202E😀 ${"x".repeat(200)}`;
  const season = { season: 1, name: { en: long.slice(0, 180) } };
  await publishLike(tale, "long-tale", { name: { vi: long }, seasons: [season] });
  const parts = Array.from({ length: 60 }, (_, index) =>
    publishLike("criminalizing-migration", `part-${index}`, {
      series: "long-tale",
      season: index % 2 === 0 ? 1 : undefined,
      episode: index,
      name: { vi: long },
      description: index % 2 === 0 ? undefined : { en: "]]>\n\n<script>" },
      datePublished: ["2026-01-02", "2026-01-02T23:59:59.5+05:45", undefined][index % 3],
      license: ["CC-BY-4.0", "LicenseRef-our-own", undefined][index % 3],
      keywords: [long.slice(0, 60), "Health & Fitness"],
      credits: [{ name: long.slice(0, 180), role: 'so-called "editor"' }],
    }),
  );
  const name = { en: "</metadata>]]> & <b>\u0007 \u202E😀", "zh-Hant": "標題" };
  const copies = Array.from({ length: 30 }, (_, index) =>
    publishLike("admin-platform-policy-memo", `copy-${index}`, { name }),
  );
  await Promise.all([...parts, ...copies]);
});

describe("OAI-PMH", () => {
  const listed = "metadataPrefix=oai_dc";

  test("answers of every verb, every page, deleted records and every error are valid", async () => {
    const other = "a-second-chance-for-all";
    const { revisions } = (await staffAnswer(`/${other}/history`)) as {
      revisions: readonly { digest: string }[];
    };
    await staffAnswer(`/${other}/withdraw`, {
      method: "POST",
      headers: { "If-Match": `"${revisions[0]?.digest}"` },
      body: JSON.stringify({ notice: { en: "A participant asked for it." } }),
    });

    const answers = new Map<string, string>();
    const ask = async (query: string) => {
      const answer = await read(`/oai?${query}`);
      answers.set(query, answer);
      return answer;
    };
    for (const verb of ["ListRecords", "ListIdentifiers"]) {
      const first = await ask(`verb=${verb}&${listed}`);
      const [, token = ""] = />([\w-]+)<\/resumptionToken>/.exec(first) ?? [];
      expect(token).not.toBe("");
      const last = await ask(`verb=${verb}&resumptionToken=${token}`);
      expect(last).toMatch(/<resumptionToken cursor="95"(?:\/>|><\/resumptionToken>)/);
      expect(first + last).toContain('<header status="deleted">');
    }
    const [, identifier = ""] =
      /<identifier>(oai:[^<]+)/.exec(await read(`/oai?verb=ListIdentifiers&${listed}`)) ?? [];
    const codes = new Set<string | undefined>();
    for (const query of [
      "verb=Identify",
      "verb=ListMetadataFormats",
      `verb=ListMetadataFormats&identifier=${identifier}`,
      "verb=ListSets",
      `verb=GetRecord&${listed}&identifier=${identifier}`,
      `verb=ListRecords&${listed}&set=how-did-we-get-here&from=2020-01-01`,
      "verb=Destroy",
      "verb=Identify&set=%C2%80%3C",
      "verb=ListRecords&metadataPrefix=%3C%00",
      "verb=ListRecords&resumptionToken=%22%3E%0B",
      "verb=ListRecords&metadataPrefix=marc21",
      `verb=GetRecord&${listed}&identifier=%22%3E%EF%BF%BF%F0%9F%98%80`,
      `verb=ListRecords&${listed}&until=1999-01-01`,
      `verb=ListIdentifiers&${listed}&set=no-such-series`,
    ]) {
      codes.add(/<error code="(\w+)"/.exec(await ask(query))?.[1]);
    }
    expect([...codes].sort()).toEqual(
      [
        undefined,
        "badVerb",
        "badArgument",
        "badResumptionToken",
        "cannotDisseminateFormat",
        "idDoesNotExist",
        "noRecordsMatch",
      ].sort(),
    );
    expect(await findErrors(answers, "oai-pmh.xsd")).toEqual([]);
    const wrong = answers.get("verb=Identify")?.replace("persistent", "forever") ?? "";
    expect(await findErrors(new Map([["wrong", wrong]]), "oai-pmh.xsd")).not.toEqual([]);
  });
});

describe("feeds", () => {
  /** The pages of a feed by their addresses. */
  async function pagesOf(path: string): Promise<Map<string, string>> {
    const pages = new Map<string, string>();
    for (let next: string | undefined = library().url + path; next !== undefined; ) {
      const xml: string = await (await fetch(next)).text();
      pages.set(next, xml);
      next = /<atom:link rel="next" [^>]*href="([^"]+)"/.exec(xml)?.[1];
    }
    return pages;
  }

  test("every page of every feed is valid, names itself, and has each work once", async () => {
    const all = new Map<string, string>();
    for (const language of interfaceLanguages) {
      const names = [language, `${tale}/${language}`, `long-tale/${language}`];
      for (const path of names.map((name) => `/feeds/${name}.rss`)) {
        const pages = await pagesOf(path);
        if (path.includes("long-tale")) expect(pages.size).toBe(2);
        for (const [address, xml] of pages) {
          all.set(address, xml);
          expect(xml, path).toContain(
            `<atom:link rel="self" type="application/rss+xml" href="${address}"/>`,
          );
        }
        const xml = [...pages.values()].join("");
        const guids = [...xml.matchAll(/<guid [^>]*>([^<]+)/g)].map(([, guid]) => guid);
        expect(guids.length, path).toBe(xml.split("<item>").length - 1);
        expect(new Set(guids).size, path).toBe(guids.length);
      }
    }
    expect(await findErrors(all, "rss.rng")).toEqual([]);
  });

  test("files have the length and the type that feeds say of them, and all addresses answer", async () => {
    const lengths = new Map<string, string>();
    const types = new Map<string, string>();
    for (const language of interfaceLanguages) {
      for (const path of [`/feeds/${language}.rss`, `/feeds/${tale}/${language}.rss`]) {
        const xml = await read(path);
        for (const [, url = "", length = "", type = ""] of xml.matchAll(
          /<enclosure url="([^"]+)" length="([^"]+)" type="([^"]+)"/g,
        )) {
          lengths.set(url, length);
          types.set(url, type);
        }
        for (const [, url = "", type = ""] of xml.matchAll(
          /<podcast:(?:transcript|chapters) url="([^"]+)" type="([^"]+)"/g,
        )) {
          types.set(url, type);
        }
      }
    }
    expect(types.size).toBeGreaterThan(lengths.size);
    for (const [address, type] of types) {
      const response = await fetch(address);
      const { byteLength } = await response.arrayBuffer();
      expect(response.status, address).toBe(200);
      expect(response.headers.get("Content-Type"), address).toMatch(
        new RegExp(`^${type}(?:;|$)`.replaceAll("+", "\\+")),
      );
      const length = lengths.get(address);
      if (length !== undefined) expect(String(byteLength), address).toBe(length);
    }
  });

  test("the schema refuses a feed with a date, an address or a number that isn't one", async () => {
    const feed = await read(`/feeds/${tale}/en.rss`);
    const faults = new Map([
      ["date", feed.replace(/<pubDate>[^<]+/, "<pubDate>2026-11-01")],
      ["address", feed.replace(/<link>[^<]+/, "<link>/en/series/tale")],
      ["length", feed.replace(/length="\d+"/, 'length=""')],
      ["title", feed.replace(/<title>[^<]+/, "<title> ")],
      ["unknown", feed.replace("<item>", "<item><itunes:summary>x</itunes:summary>")],
    ]);
    const errors = await findErrors(faults, "rss.rng");
    const refused = [...faults.keys()].filter((name) => errors.some((one) => one.startsWith(name)));
    expect(refused).toEqual([...faults.keys()]);
  });
});

test("cartridges of films and series are valid, and so are their links", async () => {
  const manifests = new Map<string, string>();
  const links = new Map<string, string>();
  for (const path of ["criminalizing-migration", "series/how-did-we-get-here"]) {
    for (const language of interfaceLanguages) {
      const response = await fetch(`${library().url}/lms/${path}.imscc?lang=${language}`);
      const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
      for (const [name, bytes] of Object.entries(files)) {
        if (!name.endsWith(".xml")) continue;
        const documents = name === "imsmanifest.xml" ? manifests : links;
        documents.set(`${path} ${language} ${name}`, strFromU8(bytes));
      }
    }
  }
  expect(links.size).toBeGreaterThan(manifests.size);
  expect(await findErrors(manifests, "cartridge.xsd")).toEqual([]);
  expect(await findErrors(links, "web-link.xsd")).toEqual([]);
});

test("the description of the search is valid in every language", async () => {
  const descriptions = new Map<string, string>();
  for (const language of interfaceLanguages) {
    descriptions.set(language, await read(`/opensearch.xml?lang=${language}`));
  }
  expect(await findErrors(descriptions, "opensearch.xsd")).toEqual([]);
});
