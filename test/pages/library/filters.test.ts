import { beforeAll, describe, expect, test } from "vitest";
import { ask, get } from "../../support/ask.ts";
import { insertMany } from "../../support/insert-many.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
} from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

const vietnamese = async () => [
  { inLanguage: "vi", file: await storeFile("# Bản ghi nhớ", "md") },
  { inLanguage: "es-MX", file: await storeFile("# Memo", "md") },
];

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  await publish(await episode("film", { series: "tale", keywords: ["History"] }));
  await publish(await episode("alone", { keywords: ["detention", "history"] }));
  await publish(await document("paper", { keywords: ["Detention"] }));
  await publish(await document("memo", { texts: await vietnamese(), keywords: ["Ảnh"] }));
  await publish(await document("draft", { status: "draft", keywords: ["history"] }));
  await publish(await document("soon", { datePublished: "2999-01-01", keywords: ["history"] }));
});

/** The addresses of a page's links, as a browser reads them; `chosen` are those with `aria-current`. */
async function linksAt(path: string) {
  const { elements, html } = await pageOf(await get(path));
  const links = elements
    .filter(({ name }) => name === "a")
    .map(({ attributes }) => ({
      ...attributes,
      href: (attributes.href ?? "").replaceAll("&amp;", "&"),
    }));
  const isMarked = (link: Record<string, string>) => link["aria-current"] === "true";
  return {
    html,
    hrefs: links.map(({ href }) => href),
    chosen: links.filter(isMarked).map(({ href }) => href),
    next: links.find((link: Record<string, string>) => link.rel === "next")?.href,
  };
}

async function slugsAt(path: string): Promise<string[]> {
  const { hrefs } = await linksAt(path);
  const works = hrefs.map((href) => /^\/en\/(?:watch|read)\/([a-z0-9-]+)$/.exec(href)?.[1]);
  return [...new Set(works.filter((slug) => slug !== undefined))].sort();
}

const choices: [query: string, slugs: string[]][] = [
  ["", ["alone", "film", "memo", "paper"]],
  ["kind=Document", ["memo", "paper"]],
  ["in=es", ["alone", "film", "memo", "paper"]],
  ["in=es-MX&kind=Document", ["memo", "paper"]],
  ["in=vi", ["memo"]],
  ["in=ar", []],
  ["topic=history", ["alone", "film"]],
  ["topic=HISTORY&series=tale", ["film"]],
  ["topic=detention", ["alone", "paper"]],
  ["topic=detention&kind=Document&in=es", ["paper"]],
  ["topic=%E1%BA%A2NH", ["memo"]],
  ["series=tale", ["film"]],
  ["series=tale&kind=Episode&in=en", ["film"]],
  ["series=tale&kind=Document", []],
  // Invalid parameters are ignored.
  ["kind=Movie&in=%00&topic=&series=A%20B&cursor=x", ["alone", "film", "memo", "paper"]],
];

describe("the library filtered by", () => {
  test.each(choices)("“%s” lists all works that match, and no others", async (query, slugs) => {
    expect(await slugsAt(`/en/library?${query}`)).toEqual(slugs);
  });

  test.each(choices.slice(0, -1))("“%s” lists the same works as the API", async (query, slugs) => {
    const { items } = await (await get(`/api/v1/works?${query}`)).json<{
      items: { slug: string }[];
    }>();
    expect(items.map(({ slug }) => slug).sort()).toEqual(slugs);
  });
});

test("the API names an invalid filter", async () => {
  for (const query of ["in=Spanish%20", "topic=", "kind=Movie", "series=A%20B"]) {
    expect((await ask(`/api/v1/works?${query}`)).status, query).toBe(400);
  }
});

describe("the filters of the library's page", () => {
  test("lead to the works that they name, keep the other filters, and mark the chosen ones", async () => {
    const { hrefs, chosen } = await linksAt("/en/library?in=es&topic=detention");
    expect(hrefs).toContain("/en/library?kind=Document&in=es&topic=detention");
    expect(hrefs).toContain("/en/library?topic=detention");
    expect(hrefs).toContain("/es/library?in=es&topic=detention");
    // The page's language, every kind, Spanish, detention: each leads here.
    expect(chosen).toEqual(Array(4).fill("/en/library?in=es&topic=detention"));
  });

  test("have counts if all works are listed, and leave out choices without works", async () => {
    const { html, hrefs } = await linksAt("/en/library");
    const text = html.replace(/<[^>]*>/g, "");
    for (const counted of ["Films 2", "Documents 2", "español 4", "Tiếng Việt 1", "History 2"]) {
      expect(text).toContain(counted);
    }
    expect(text).toContain("Series tale 1");
    expect(hrefs).not.toContain("/en/library?in=ar");
  });

  test("can be removed one by one if no work matches", async () => {
    const { html, hrefs } = await linksAt("/en/library?in=vi&topic=history&series=tale");
    expect(html).toContain("No works match these filters.");
    expect(html).toContain("Remove “Tiếng Việt”");
    expect(hrefs).toContain("/en/library?topic=history&series=tale");
    expect(hrefs).toContain("/en/library?in=vi&series=tale");
    expect(hrefs).toContain("/en/library?in=vi&topic=history");
    expect(hrefs).toContain("/en/library");
  });

  test("hide many choices behind “More”, but never the chosen one", async () => {
    const keywords = Array.from({ length: 12 }, (_, index) => `subject ${index}`);
    await publish(await document("broad", { keywords, datePublished: "2025-01-01" }));
    const detailsAt = async (path: string) => {
      const { elements } = await pageOf(await get(path));
      return elements.filter(({ name }) => name === "details").map(({ attributes }) => attributes);
    };
    expect(await detailsAt("/en/library")).toEqual([{}]);
    expect(await detailsAt("/en/library?kind=Episode")).toEqual([]);
    const { hrefs } = await linksAt("/en/library");
    expect(hrefs).toContain("/en/library?topic=subject%2011");
    expect((await linksAt("/en/library?topic=subject%2011")).chosen).toHaveLength(4);
    await publish(await document("broad", { status: "draft" }));
  });

  test("escape the parameters of the address", async () => {
    const { html } = await pageOf(await get(`/en/library?topic=${encodeURIComponent('<b>&"')}`));
    expect(html).toContain("&lt;b&gt;&amp;&quot;");
    expect(html).not.toContain("<b>&");
  });
});

test("the pages of a filtered list have every work exactly once", async () => {
  await insertMany("many", 130, await episode("template", { series: "tale", keywords: ["Many"] }));
  const seen: string[] = [];
  let path: string | undefined = "/en/library?in=es&topic=many&series=tale";
  for (let page = 0; path !== undefined && page < 9; page += 1) {
    seen.push(...(await slugsAt(path)));
    path = (await linksAt(path)).next;
  }
  expect(seen).toHaveLength(130);
  expect(new Set(seen).size).toBe(130);
});
