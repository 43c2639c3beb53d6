import Validator from "@adobe/structured-data-validator";
import { extract, setProviderList } from "@extractus/oembed-extractor";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import openGraph from "open-graph-scraper";
import { describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { useLibrary } from "../support/library.ts";

/** Pages as programs of others read them: every work of the shipped library, in every language. */

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

const readPage = async (address: string) => (await fetch(address)).text();

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
  test("open-graph-scraper finds title, address and picture, and a film's player", async () => {
    for (const work of await listWorks(language)) {
      const { result } = await openGraph({ html: await readPage(work.url) });
      expect(result.success, work.slug).toBe(true);
      expect(result, work.slug).toMatchObject({ ogTitle: work.name, ogUrl: work.url });
      if (work.kind !== "Episode") continue;
      expect(result.ogVideo?.[0]?.url).toContain(`/embed/${work.slug}?lang=`);
      expect(result.ogImage?.[0]?.alt).not.toBe("");
      expect(result.twitterCard).toBe("player");
    }
  });

  test("Readability finds the whole title, who made it, the language and the text", async () => {
    for (const work of await listWorks(language)) {
      const { document } = parseHTML(await readPage(work.url));
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
    for (const work of await listWorks(language)) {
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
    const works = await listWorks(language);
    const pages = [
      `${library().url}/${language}/`,
      `${library().url}/${language}/series/how-did-we-get-here`,
    ];
    const types = new Set<string>();
    for (const address of [...pages, ...works.map((work) => work.url)]) {
      const jsonld = structuredData(await readPage(address));
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
